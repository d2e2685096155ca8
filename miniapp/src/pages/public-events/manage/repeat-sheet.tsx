import { addDays, dayInWords } from '@county/shared/calendar/day';
import { repeatEvent } from '@county/shared/public-events/event-desk-routes';
import { extentOf } from '@county/shared/public-events/event-rules';
import type { PublicEventDraft } from '@county/shared/public-events/public-event';
import { useRef, useState } from 'react';
import { call } from '../../../api/call';
import type { Failure } from '../../../api/failure';
import { KEPT_EVENTS_PAGE, manageEventPage } from '../../../navigation/event-pages';
import { today } from '../../../platform/clock';
import { newId } from '../../../platform/ids';
import { goTo, withQuery } from '../../../platform/navigation';
import { FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Choice } from '../../../ui/choice';
import { Sheet } from '../../../ui/dialog';
import { DateField } from '../../../ui/field';
import { Stepper } from '../../../ui/stepper';
import { Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { repeatDays, type Rhythm } from './repeat-days';

const RHYTHMS = [
  { value: 'once', label: '再办一次' },
  { value: 'week', label: '每周一次' },
  { value: 'month', label: '每月一次' },
  { value: 'quarter', label: '每季度一次' },
] as const;
const MOST = 24;
const USUAL = 3;

/** 照样再办: the same words on other days, each a draft of its own that is reviewed like any other. */
export function RepeatSheet({ event, onClose }: { event: PublicEventDraft; onClose(): void }) {
  const { firstDay } = extentOf(event.content);
  const [rhythm, setRhythm] = useState<Rhythm>('once');
  const [first, setFirst] = useState(() => addDays(firstDay > today() ? firstDay : today(), 7));
  const [times, setTimes] = useState<number | null>(USUAL);
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  // Drawn once for each day, so that sending again makes no second draft of it.
  const ids = useRef(new Map<string, string>());
  const isWrong = rhythm !== 'once' && (times === null || times < 2 || times > MOST);
  const days = first && !isWrong ? repeatDays(first, rhythm, times ?? 1) : [];
  const idOf = (day: string) => {
    const id = ids.current.get(day) ?? newId();
    ids.current.set(day, id);
    return id;
  };
  const send = async () => {
    setBusy(true);
    const repeats = days.map((day) => ({ id: idOf(day), day }));
    const answer = await call(repeatEvent, { params: { eventId: event.id }, body: { repeats } });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    toast(`已起草 ${repeats.length} 份`);
    onClose();
    const [one] = repeats;
    await goTo(repeats.length === 1 ? manageEventPage(one!.id) : withQuery(KEPT_EVENTS_PAGE, { part: 'draft' }));
  };
  return (
    <Sheet
      title="照样再办"
      onClose={onClose}
      actions={
        <Button
          kind="primary"
          wide
          busy={busy}
          disabledReason={days.length ? null : first ? `次数应在 2 到 ${MOST} 之间` : '请选择日期'}
          onPress={() => void send()}
        >
          {`起草 ${days.length || ''} 份`}
        </Button>
      }
    >
      <Stack>
        <FailureNotice failure={failure} />
        <Box>内容照抄，场次和报名时间跟着日期走；附件也带过去。每一份都是草稿，改好后各自提交审查。</Box>
        <Choice<Rhythm> label="多久一次" options={RHYTHMS} value={rhythm} onChange={setRhythm} />
        <DateField label="第一次的日期" min={today()} value={first} onChange={setFirst} />
        {rhythm === 'once' ? null : (
          <Stepper label="一共几次" unit="次" min={2} max={MOST} quickStep={3} value={times} onChange={setTimes} />
        )}
        {days.length > 1 ? (
          <Box className="row-about">{days.map((day) => dayInWords(day, today())).join('；')}</Box>
        ) : null}
      </Stack>
    </Sheet>
  );
}
