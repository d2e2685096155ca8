import { withdrawStaffSignUp } from '@county/shared/public-events/event-day-routes';
import type { PublicEvent } from '@county/shared/public-events/event-record';
import { stretchOf } from '@county/shared/public-events/event-rules';
import type { StaffSignUpView } from '@county/shared/public-events/sign-up';
import { useState } from 'react';
import { call } from '../../../api/call';
import { useIdOf } from '../../../api/use-id-of';
import { failureSentence, type Failure } from '../../../api/failure';
import { now } from '../../../platform/clock';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Checks } from '../../../ui/choice';
import { confirm } from '../../../ui/dialog';
import { Field } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { Card, Section, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';

interface WithdrawForProps {
  signUp: StaffSignUpView;
  event: PublicEvent;
  onChange(): void;
}

/** 替人退出: somebody rang or came to say that they, or some of theirs, cannot come. */
export function WithdrawFor({ signUp, event, onChange }: WithdrawForProps) {
  const stay = signUp.attendees.filter(({ state, arrivedAt }) => state !== 'withdrawn' && arrivedAt === null);
  const session = event.sessions.find(({ key }) => key === signUp.sessionKey);
  const [leaving, setLeaving] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const id = useIdOf([signUp.attendees.map(({ state }) => state), leaving, reason]);
  if (!stay.length || event.isCancelled) return null;
  if (session && stretchOf(session).from <= now())
    return <Box className="row-about">这一场已经开始，没来的不用登记退出。</Box>;
  const chosen = stay.length === 1 ? stay : stay.filter((one) => leaving.includes(one.id));
  const withdraw = async () => {
    const who = chosen.map(({ name }) => name).join('、');
    const words = '名额马上给候补的下一位，不能再要回来；想再来要重新报名。';
    if (!(await confirm({ title: `${who}退出？`, words, yes: '退出', no: '不退出', danger: true }))) return;
    setBusy(true);
    const body = { id, attendeeIds: chosen.map((one) => one.id), reason: reason.trim() };
    const answer = await call(withdrawStaffSignUp, { params: { signUpId: signUp.id }, body });
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    setLeaving([]);
    setReason('');
    toast(`${who}已退出`);
    onChange();
  };
  const missing = chosen.length ? (reason.trim().length < 2 ? '先写原因' : null) : '先选谁退出';
  return (
    <Section title="本人说来不了" about="来电来人时登记；没有微信的，由您当面或电话说清楚">
      <Card>
        <Stack>
          {failure ? <Notice kind="danger" title={failureSentence(failure)} /> : null}
          {stay.length > 1 ? (
            <Checks
              label="谁退出"
              options={stay.map((one) => ({ value: one.id, label: one.name }))}
              values={leaving}
              onChange={setLeaving}
            />
          ) : null}
          <Field label="原因" hint="如：本人来电，家里有事" value={reason} onChange={setReason} maxLength={60} />
          <Box>
            <Button kind="danger" icon="undo-2" busy={busy} disabledReason={missing} onPress={() => void withdraw()}>
              {chosen.length ? `替${chosen.map(({ name }) => name).join('、')}退出` : '替本人退出'}
            </Button>
          </Box>
        </Stack>
      </Card>
    </Section>
  );
}
