import { shanghaiTime } from '@county/shared/calendar/day';
import { codeInWords } from '@county/shared/people/receipt-code';
import type { AtDoor } from '@county/shared/public-events/door-acts';
import type { EventSession } from '@county/shared/public-events/event-content';
import type { PublicEvent } from '@county/shared/public-events/event-record';
import { ATTENDEE_STATE_LABELS, sessionInWords } from '@county/shared/public-events/event-words';
import { Box } from '../../../ui/base/box';
import { DataTable } from '../../../ui/data-table';
import { nameOf } from './name-of';

interface OnPaperProps {
  event: PublicEvent;
  session: EventSession;
  people: readonly AtDoor[];
}

/** 签到表 to be signed by hand, for a door without any device; no phone stands on it. */
export function OnPaper({ event, session, people }: OnPaperProps) {
  const groupName = (wanted: string) => event.content.groups.find(({ key }) => key === wanted)?.name ?? '';
  const rows = people
    .filter(({ state, via }) => state !== 'withdrawn' && via !== 'walk-in')
    .map((one, at) => ({ ...one, at: at + 1 }));
  const blank = Array.from({ length: 5 }, (_, at) => ({ at: rows.length + at + 1, isBlank: true as const }));
  type Line = (typeof rows)[number] | (typeof blank)[number];
  const isPerson = (line: Line): line is (typeof rows)[number] => !('isBlank' in line);
  return (
    <Box className="paper-only document">
      <Box className="door-paper-title">{`${event.title} 签到表`}</Box>
      <Box className="door-paper-line">
        {`${sessionInWords(session)}　${event.place.name}　主办单位：${event.unitName}`}
      </Box>
      <DataTable<Line>
        label="签到表"
        items={[...rows, ...blank]}
        keyOf={(line) => String(line.at)}
        columns={[
          { key: 'at', title: '序号', cell: ({ at }) => at, width: '3em' },
          { key: 'name', title: '姓名', cell: (line) => (isPerson(line) ? nameOf(line) : '') },
          { key: 'code', title: '报名号', cell: (line) => (isPerson(line) ? codeInWords(line.code) : '') },
          {
            key: 'group',
            title: '身份',
            cell: (line) =>
              isPerson(line)
                ? [groupName(line.groupKey), line.state === 'confirmed' ? '' : ATTENDEE_STATE_LABELS[line.state]]
                    .filter(Boolean)
                    .join('，')
                : '',
          },
          {
            key: 'sign',
            title: '签到',
            cell: (line) => (isPerson(line) && line.arrivedAt ? `${shanghaiTime(line.arrivedAt)} 已到` : ''),
            width: '10em',
          },
        ]}
      />
    </Box>
  );
}
