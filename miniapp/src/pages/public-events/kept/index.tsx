import { dayInWords } from '@county/shared/calendar/day';
import { listEvents } from '@county/shared/public-events/event-desk-routes';
import { EVENT_KIND_LABELS, EVENT_PART_LABELS } from '@county/shared/public-events/event-words';
import { EventPart, type PublicEventDraftSummary } from '@county/shared/public-events/public-event';
import { canWrite, isPublic } from '@county/shared/writings/writing-rules';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useStaff } from '../../../api/session';
import { useList } from '../../../api/use-list';
import { EDIT_EVENT_PAGE, manageEventPage } from '../../../navigation/event-pages';
import { keepInAddress } from '../../../platform/address';
import { now, today } from '../../../platform/clock';
import { goTo } from '../../../platform/navigation';
import { SignInFirst } from '../../../shell/sign-in-first';
import { ListAnswer } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/empty-state';
import { Select } from '../../../ui/field';
import { Page } from '../../../ui/page';
import { SearchField } from '../../../ui/search-field';
import { Card, Flow, Row, Stack } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';
import { EventStateTag } from '../event-state';

const PARTS = (Object.keys(EVENT_PART_LABELS) as EventPart[]).map((value) => ({
  value,
  label: EVENT_PART_LABELS[value],
}));

const EMPTY: Record<EventPart, string> = {
  all: '还没有活动',
  draft: '没有草稿',
  'to-review': '没有等待审查的活动',
  coming: '没有要举行的活动',
  'to-ring': '没有要打电话告知的活动',
  held: '没有已举行的活动',
  'to-record': '没有欠写纪要的活动',
  cancelled: '没有取消的活动',
};

const partOf = (text: string | undefined): EventPart => EventPart.safeParse(text).data ?? 'all';

/** Events of the units one answers for: what is being written, what is to come, what is over. */
export default function KeptEventsPage() {
  const staff = useStaff();
  const { params } = useRouter();
  const [part, setPart] = useState<EventPart>(() => partOf(params.part));
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  const list = useList(listEvents, staff ? { query: { part, ...(words ? { words } : {}) } } : null);
  if (!staff) return <SignInFirst title="活动管理" />;
  const writing = canWrite({ unitId: staff.unitId ?? '' }, staff);
  const choose = (value: string) => {
    const chosen = partOf(value);
    setPart(chosen);
    keepInAddress({ part: chosen });
  };
  const type = (text: string) => {
    setTyped(text);
    if (!text) setWords('');
  };
  return (
    <Page title="活动管理" about="开放日、旁听、协商、听证：写好通知，另一人审查，通过了群众才看到">
      <Flow>
        <Button
          kind="primary"
          icon="plus"
          href={EDIT_EVENT_PAGE}
          disabledReason={writing.allowed ? null : writing.reason}
          onPress={() => void goTo(EDIT_EVENT_PAGE)}
        >
          新办一次活动
        </Button>
      </Flow>
      <Stack>
        <Select label="看哪一部分" options={PARTS} value={part} onChange={choose} />
        <SearchField
          label="找活动，写通知里的几个字"
          value={typed}
          onChange={type}
          onSearch={() => setWords(typed.trim().slice(0, 40))}
        />
      </Stack>
      <ListAnswer
        of={list}
        empty={
          <Card>
            <EmptyState icon="calendar-days" title={words ? `没有找到“${words}”` : EMPTY[part]}>
              {words
                ? '换几个字再查，或在“全部”里查。'
                : part === 'all'
                  ? '点“新办一次活动”开始，写到一半会自动存在这台设备上。'
                  : '看看“全部”里有没有。'}
            </EmptyState>
          </Card>
        }
      >
        {(items) => (
          <Card flush>
            {items.map((event) => (
              <OneEvent key={event.id} event={event} />
            ))}
          </Card>
        )}
      </ListAnswer>
    </Page>
  );
}

function OneEvent({ event }: { event: PublicEventDraftSummary }) {
  const { title, kind, unitName, firstDay, lastDay, toRing, state, recordState } = event;
  const days = [firstDay, lastDay].filter((day, at) => at === 0 || day !== firstDay);
  const when = days.map((day) => dayInWords(day, today())).join('至');
  const coming = event.counts.reduce((sum, { taken, entered }) => sum + taken + entered, 0);
  // A change of what is public waits beside it: the state alone would say that nothing is public yet.
  const isOut = isPublic(event) && state !== 'published';
  const isOver = isPublic(event) && (event.endsAt ?? '') <= now();
  return (
    <Row
      brief
      icon="calendar-days"
      title={title}
      about={[when, EVENT_KIND_LABELS[kind], unitName, coming ? `报名 ${coming} 人` : ''].filter(Boolean).join(' · ')}
      foot={
        <Flow>
          {isOut ? <EventStateTag state="published" /> : null}
          <EventStateTag state={state} />
          {isOver ? (
            <Tag tone="stone" icon="check">
              {recordState === 'published' ? '已举行，纪要已公布' : '已举行'}
            </Tag>
          ) : null}
          {isOver && recordState !== 'published' ? (
            <Tag tone="amber" icon="pencil">
              该写纪要
            </Tag>
          ) : null}
          {toRing ? (
            <Tag tone="amber" icon="phone">
              {`${toRing} 份要打电话告知`}
            </Tag>
          ) : null}
        </Flow>
      }
      to={manageEventPage(event.id)}
    />
  );
}
