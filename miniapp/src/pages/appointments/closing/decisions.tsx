import { decideClosing } from '@county/shared/appointments/booking-desk-routes';
import {
  NewClosingDecisions,
  type ClosingDecision,
  type StaffBookingView,
} from '@county/shared/appointments/staff-booking';
import { timeInWords } from '@county/shared/appointments/booking-words';
import type { Day } from '@county/shared/calendar/day';
import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import { useState } from 'react';
import { call } from '../../../api/call';
import { useDraft } from '../../../api/drafts';
import { issueAt, type Failure } from '../../../api/failure';
import { newId } from '../../../platform/ids';
import { FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { confirm } from '../../../ui/dialog';
import { Field } from '../../../ui/field';
import { ActionBar, Card, Flow, Section, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { nearestTimes } from './nearest-times';
import { OneDecision, type Chosen } from './one-decision';

interface DecisionsProps {
  point: string;
  bookings: readonly StaffBookingView[];
  closed: { from: Day; to: Day } | undefined;
  reason: string;
  onDecided(told: StaffBookingView[]): void;
}

/** As many as the county decides in one go; the rest show once these are done. */
export const AT_ONCE = 200;

/** Everybody in the list with what was chosen so far, kept on this device until it is sent. */
export function Decisions({ point, bookings, closed, reason, onDecided }: DecisionsProps) {
  const key = `closing:${point}:${closed ? `${closed.from}:${closed.to}` : 'outside'}`;
  const draft = useDraft(key, { id: newId(), reason: null as string | null, chosen: {} as Record<string, Chosen> });
  // Until somebody writes another, it is the one that was written when the days were closed.
  const form = { ...draft.value, reason: draft.value.reason ?? reason };
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const kept = bookings.filter(({ keptAt }) => keptAt);
  const open = bookings.filter(({ keptAt }) => !keptAt);
  const undecided = open.filter(({ id }) => !form.chosen[id]);
  const decided = open.flatMap(({ id }) => decisionOf(id, form.chosen[id]) ?? []);
  const decisions = decided.slice(0, AT_ONCE);
  // Other decisions or words are another message, told anew.
  const choose = (id: string, chosen: Chosen) =>
    draft.change((now) => ({ id: newId(), chosen: { ...now.chosen, [id]: chosen } }));
  // Times are looked for a while: what somebody chose for one meanwhile stands.
  const chooseForTheRest = (chosen: Record<string, Chosen>) =>
    draft.change((now) => ({ id: newId(), chosen: { ...chosen, ...now.chosen } }));

  const send = async () => {
    const checked = checkInput(NewClosingDecisions, { ...form, closed: closed ?? null, decisions });
    setFailure(undefined);
    setIssues(checked.valid ? undefined : checked.issues);
    if (!checked.valid) return;
    const sure = await confirm({
      title: `这样安排 ${decisions.length} 个预约？`,
      words: `${inWords(decisions)}。马上告诉群众，原因是“${checked.value.reason}”。`,
      yes: '确定，告诉大家',
    });
    if (!sure) return;
    setBusy(true);
    const answer = await call(decideClosing, { params: { pointId: point }, body: checked.value });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    const done = new Set(decisions.map(({ bookingId }) => bookingId));
    draft.change((now) => ({
      id: newId(),
      // The next may be of other days, closed for another reason.
      reason: closed ? now.reason : null,
      chosen: Object.fromEntries(Object.entries(now.chosen).filter(([id]) => !done.has(id))),
    }));
    onDecided(answer.reply.items);
  };
  return (
    <>
      <FailureNotice failure={failure} />
      {open.length ? (
        <>
          <Card>
            <Field
              label="原因"
              hint="群众会看到，如：线路检修"
              maxLength={60}
              value={form.reason}
              onChange={(words) => draft.change({ id: newId(), reason: words })}
              error={issueAt(issues, 'reason')}
            />
          </Card>
          <Section title={`要决定的（${open.length}）`}>
            {undecided.length > 1 ? (
              <AllAtOnce undecided={undecided} closed={closed} onChoose={chooseForTheRest} />
            ) : null}
            <Card flush>
              {open.map((booking) => (
                <OneDecision
                  key={booking.id}
                  booking={booking}
                  chosen={form.chosen[booking.id]}
                  closed={closed}
                  onChoose={(chosen) => choose(booking.id, chosen)}
                />
              ))}
            </Card>
          </Section>
          <ActionBar>
            <Button
              kind="primary"
              icon="send"
              wide
              busy={busy}
              disabledReason={decisions.length ? null : '先给每一位选一种安排'}
              onPress={() => void send()}
            >
              {buttonWords(decisions.length, decided.length, undecided.length)}
            </Button>
          </ActionBar>
        </>
      ) : null}
      {kept.length ? (
        <Section title={`照常办的（${kept.length}）`} about="已经决定并告诉了；服务点停办，请当天有人接待">
          <Card>
            <Stack>
              {kept.map(({ id, name, serviceName, day, minute }) => (
                <Box key={id}>{`${timeInWords(day, minute)} ${name ?? ''} ${serviceName}`}</Box>
              ))}
            </Stack>
          </Card>
        </Section>
      ) : null}
    </>
  );
}

interface AllAtOnceProps {
  undecided: readonly StaffBookingView[];
  closed: { from: Day; to: Day } | undefined;
  onChoose(chosen: Record<string, Chosen>): void;
}

/** The same for all who are not decided yet; each can be changed afterwards. */
function AllAtOnce({ undecided, closed, onChoose }: AllAtOnceProps) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const toNearest = async () => {
    setBusy(true);
    const { times, failure: unasked } = await nearestTimes(undecided, closed);
    setBusy(false);
    setFailure(unasked);
    if (unasked) return;
    const left = undecided.length - times.size;
    if (left) toast(`有 ${left} 位没有找到空位，请单独安排`);
    onChoose(Object.fromEntries([...times].map(([id, time]) => [id, { kind: 'move' as const, time }])));
  };
  const all = (kind: 'cancel' | 'keep') =>
    onChoose(Object.fromEntries(undecided.map(({ id }) => [id, { kind, time: null }])));
  return (
    <>
      <FailureNotice failure={failure} />
      <Flow>
        <Button icon="calendar-check" busy={busy} onPress={() => void toNearest()}>
          没选的都改到最近的空位
        </Button>
        <Button kind="quiet" busy={busy} onPress={() => all('cancel')}>
          没选的都取消
        </Button>
        <Button kind="quiet" busy={busy} onPress={() => all('keep')}>
          没选的都照常办
        </Button>
      </Flow>
    </>
  );
}

function buttonWords(now: number, decided: number, undecided: number): string {
  if (decided > now) return `先告诉前 ${now} 位，还有 ${decided - now + undecided} 位`;
  return undecided && now ? `告诉已选的 ${now} 位，还有 ${undecided} 位没选` : '按这样安排，告诉大家';
}

function decisionOf(bookingId: string, chosen: Chosen | undefined): ClosingDecision | undefined {
  if (!chosen) return undefined;
  if (chosen.kind !== 'move') return { kind: chosen.kind, bookingId };
  return chosen.time ? { kind: 'move', bookingId, ...chosen.time } : undefined;
}

function inWords(decisions: readonly ClosingDecision[]): string {
  const count = (kind: ClosingDecision['kind']) => decisions.filter((one) => one.kind === kind).length;
  const [moved, cancelled, kept] = [count('move'), count('cancel'), count('keep')];
  return [moved && `改期 ${moved} 个`, cancelled && `取消 ${cancelled} 个`, kept && `照常办 ${kept} 个`]
    .filter(Boolean)
    .join('，');
}
