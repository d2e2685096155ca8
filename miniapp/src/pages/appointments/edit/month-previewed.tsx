import { previewBookableMonth } from '@county/shared/appointments/booking-desk-routes';
import type { BookingSettings, MonthPreview } from '@county/shared/appointments/bookable-service';
import { addMonths, dayInWords, weekday } from '@county/shared/calendar/day';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { Failure } from '../../../api/failure';
import { today } from '../../../platform/clock';
import { FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Card, Flow, Section, Stack } from '../../../ui/surface';

type PreviewDay = MonthPreview['days'][number];

interface MonthPreviewedProps {
  pointId: string;
  serviceId: string | null;
  settings: BookingSettings;
  /** What holds now, to be compared. */
  before: BookingSettings | undefined;
}

const HEADS = ['一', '二', '三', '四', '五', '六', '日'];

/** The month as it would be, beside what holds now, before anything is saved. */
export function MonthPreviewed({ pointId, serviceId, settings, before }: MonthPreviewedProps) {
  const [shown, setShown] = useState<{ month: string; days: PreviewDay[]; was: Map<string, PreviewDay> }>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);

  const look = async (month: string) => {
    setBusy(true);
    const ask = (asked: BookingSettings) =>
      call(previewBookableMonth, { body: { ...asked, pointId, serviceId, month } });
    const [after, now] = await Promise.all([ask(settings), before ? ask(before) : undefined]);
    setBusy(false);
    setFailure(after.ok ? undefined : after.failure);
    if (!after.ok) return;
    const was = now?.ok ? new Map(now.reply.days.map((day) => [day.day, day])) : new Map<string, PreviewDay>();
    setShown({ month, days: after.reply.days, was });
  };
  const month = shown?.month ?? today().slice(0, 7);
  const outside = shown?.days.filter(({ bookingsOutside }) => bookingsOutside) ?? [];
  return (
    <Section title="保存之前看一个月" about="放假、调休上班、临时变动都算在内">
      <FailureNotice failure={failure} />
      <Flow>
        <Button icon="eye" busy={busy} onPress={() => void look(month)}>
          {shown ? '按现在填的再看' : '预览这个月'}
        </Button>
        {shown ? (
          <Button icon="calendar-days" onPress={() => void look(addMonths(`${month}-01`, 1).slice(0, 7))}>
            看下个月
          </Button>
        ) : null}
      </Flow>
      {outside.length ? (
        <Notice kind="danger" title="有已约的落在外面">
          {outside.map(({ day, bookingsOutside }) => `${dayInWords(day, today())} ${bookingsOutside} 个`).join('，')}
          。保存后这些预约照旧，请逐个改期或打电话说明。
        </Notice>
      ) : null}
      {shown ? (
        <Card>
          <Stack>
            <Box className="row-title">{`${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`}</Box>
            <Box className="month-grid">
              {HEADS.map((head) => (
                <Box key={head} className="month-head">
                  {head}
                </Box>
              ))}
              {Array.from({ length: blanksBefore(shown.days) }, (_, at) => (
                <Box key={`blank-${at}`} />
              ))}
              {shown.days.map((day) => (
                <DayCell key={day.day} day={day} was={shown.was.get(day.day)} />
              ))}
            </Box>
            <Box className="row-about">
              绿色的数是这天的名额（括号里是网上可约的）；蓝框的和现在不一样，红框的有预约落在外面。
            </Box>
          </Stack>
        </Card>
      ) : null}
    </Section>
  );
}

const blanksBefore = (days: readonly PreviewDay[]) => (days[0] ? (weekday(days[0].day) + 6) % 7 : 0);

function DayCell({ day, was }: { day: PreviewDay; was: PreviewDay | undefined }) {
  const isChanged = was !== undefined && (was.places !== day.places || was.times !== day.times);
  const looks = [
    'month-day',
    day.places ? '' : 'is-closed',
    isChanged ? 'has-change' : '',
    day.bookingsOutside ? 'has-outside' : '',
  ];
  const isWorkedWeekend = day.places > 0 && [0, 6].includes(weekday(day.day));
  return (
    <Box className={looks.filter(Boolean).join(' ')}>
      <Box as="span">{Number(day.day.slice(8))}</Box>
      {day.places ? (
        <Box as="span" className="month-places">{`${day.places}（${day.webPlaces}）`}</Box>
      ) : (
        <Box as="span" className="month-why">
          {day.why ?? '不放号'}
        </Box>
      )}
      {isWorkedWeekend ? (
        <Box as="span" className="month-why">
          周末放号
        </Box>
      ) : null}
      {isChanged ? <Box as="span" className="month-why">{`现在 ${was.places}`}</Box> : null}
    </Box>
  );
}
