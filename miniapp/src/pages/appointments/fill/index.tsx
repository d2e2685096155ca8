import { confirmBooking, releaseHold } from '@county/shared/appointments/appointment-routes';
import { BookingConfirmation } from '@county/shared/appointments/booking';
import { personalDataNotice, timeInWords } from '@county/shared/appointments/booking-words';
import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import { getSite } from '@county/shared/site/site';
import { useState } from 'react';
import { call } from '../../../api/call';
import { useDraft } from '../../../api/drafts';
import { failureSentence, issueAt, type Failure } from '../../../api/failure';
import { useCall } from '../../../api/use-call';
import { forgetHold, keepBooking, keptHold, type KeptHold } from '../../../api/kept-bookings';
import { RemindMe } from '../../../components/remind-me';
import { bookingPage, SERVICES_PAGE, timesPage } from '../../../navigation/booking-pages';
import { now } from '../../../platform/clock';
import { replaceWith } from '../../../platform/navigation';
import { FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Choice } from '../../../ui/choice';
import { EmptyState } from '../../../ui/empty-state';
import { Field } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { ActionBar, Card, Facts, Stack } from '../../../ui/surface';
import '../appointments.scss';
import { HeldFor } from './held-for';

interface Form {
  forWhom: 'self' | 'family';
  name: string;
  phone: string;
  byName: string;
  byPhone: string;
}

const EMPTY: Form = { forWhom: 'self', name: '', phone: '', byName: '', byPhone: '' };
const FOR_WHOM = [
  { value: 'self', label: '我自己去办' },
  { value: 'family', label: '替家人约', about: '写家人的姓名，再写您自己的，好联系' },
] as const;

/** Who comes, and how to reach them, while the time is kept; then the booking is made. */
export default function FillPage() {
  const [held, setHeld] = useState(keptHold);
  if (!held) return <NothingHeld />;
  return <Fill held={held} onHeld={setHeld} />;
}

function Fill({ held, onHeld }: { held: KeptHold; onHeld(held: KeptHold | undefined): void }) {
  const { hold, service } = held;
  const keepMonths = useCall(getSite, {}).data?.bookingKeepMonths;
  const draft = useDraft<Form>('booking-person', EMPTY);
  const { forWhom, name, phone, byName, byPhone } = draft.value;
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);

  const send = async () => {
    const bookedBy = forWhom === 'family' ? { name: byName, phone: byPhone } : null;
    // Family without a phone of their own are reached through whoever books.
    const reached = forWhom === 'family' && !phone.trim() ? byPhone : phone;
    const checked = checkInput(BookingConfirmation, { key: hold.key, name, phone: reached, bookedBy });
    setFailure(undefined);
    setIssues(checked.valid ? undefined : checked.issues);
    if (!checked.valid) return;
    setBusy(true);
    const answer = await call(confirmBooking, { params: { bookingId: hold.id }, body: checked.value });
    setBusy(false);
    if (!answer.ok) {
      if (answer.failure.kind === 'refused') setIssues(answer.failure.problem.issues);
      return setFailure(answer.failure);
    }
    keepBooking(answer.reply);
    forgetHold();
    draft.discard();
    await replaceWith(bookingPage(answer.reply.id, answer.reply.key));
  };

  const giveUp = async () => {
    if (now() < hold.heldUntil) void call(releaseHold, { params: { bookingId: hold.id }, body: { key: hold.key } });
    forgetHold();
    await replaceWith(timesPage(service.id));
  };

  return (
    <Page title="填写预约" about={service.name}>
      <Card>
        <Stack>
          <Box className="booking-when">{timeInWords(hold.day, hold.minute)}</Box>
          <Facts
            facts={[
              { name: '地点', value: [service.pointName, service.windowName].filter(Boolean).join('，') },
              { name: '大约要', value: `${hold.minutes} 分钟` },
            ]}
          />
        </Stack>
      </Card>
      <HeldFor held={held} onHeld={onHeld} />
      <Refusal failure={failure} />
      <Notice kind="info" title="姓名和手机号怎么用">
        {personalDataNotice(keepMonths)}
      </Notice>
      <Card>
        <Stack>
          <Choice
            label="给谁办"
            options={FOR_WHOM}
            value={forWhom}
            onChange={(chosen) => draft.change({ forWhom: chosen })}
          />
          <Field
            label={forWhom === 'family' ? '家人的姓名' : '您的姓名'}
            value={name}
            maxLength={30}
            autoComplete="name"
            onChange={(value) => draft.change({ name: value })}
            error={issueAt(issues, 'name')}
          />
          <Field
            label={forWhom === 'family' ? '家人的手机号' : '手机号'}
            kind="phone"
            optional={forWhom === 'family'}
            hint={forWhom === 'family' ? '没有手机就不填，用您的' : '时间有变动时打这个号码，也用它找回预约'}
            value={phone}
            autoComplete="tel"
            onChange={(value) => draft.change({ phone: value })}
            error={forWhom === 'family' && !phone.trim() ? undefined : issueAt(issues, 'phone')}
          />
          {forWhom === 'family' ? (
            <>
              <Field
                label="您的姓名"
                value={byName}
                maxLength={30}
                onChange={(value) => draft.change({ byName: value })}
                error={issueAt(issues, 'bookedBy.name')}
              />
              <Field
                label="您的手机号"
                kind="phone"
                value={byPhone}
                onChange={(value) => draft.change({ byPhone: value })}
                error={issueAt(issues, 'bookedBy.phone')}
              />
            </>
          ) : null}
        </Stack>
      </Card>
      <RemindMe canSignIn />
      <Button kind="quiet" icon="undo-2" onPress={() => void giveUp()}>
        不约这个时间，另选一个
      </Button>
      <ActionBar>
        <Button kind="primary" icon="calendar-check" wide busy={busy} onPress={() => void send()}>
          确定预约
        </Button>
      </ActionBar>
    </Page>
  );
}

/** What the server refused, without sending a resident to any unit's lead. */
function Refusal({ failure }: { failure: Failure | undefined }) {
  if (failure?.kind !== 'refused') return <FailureNotice failure={failure} />;
  return (
    <Notice kind="danger" title={failureSentence(failure)}>
      填的内容都还在。
    </Notice>
  );
}

function NothingHeld() {
  return (
    <Page title="填写预约">
      <Card>
        <EmptyState
          icon="calendar-days"
          title="还没有选时间"
          action={
            <Button kind="primary" icon="calendar-days" href={SERVICES_PAGE}>
              去选事项和时间
            </Button>
          }
        >
          先选办什么、去哪里、几点去，再填姓名和手机号。
        </EmptyState>
      </Card>
    </Page>
  );
}
