import type { SignUpView } from '@county/shared/public-events/sign-up';
import { withdrawSignUp } from '@county/shared/public-events/sign-up-routes';
import { useState } from 'react';
import { call } from '../../../api/call';
import { useActs } from '../../../api/use-acts';
import { failureSentence, type Failure } from '../../../api/failure';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { confirm } from '../../../ui/dialog';
import { Notice } from '../../../ui/notice';
import { Section, Stack } from '../../../ui/surface';

/** 退出: one of several, or all who are not there yet, until the cut-off; then the reason and whom to ring. */
export function Withdraw({ signUp, onChange }: { signUp: SignUpView; onChange(signUp: SignUpView): void }) {
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const act = useActs();
  const stay = signUp.attendees.filter(({ state }) => state !== 'withdrawn');
  const awaited = stay.filter(({ arrivedAt }) => arrivedAt === null);
  const isNoneThere = awaited.length === stay.length;
  if (!awaited.length || signUp.cancelledReason !== null) return null;
  if (!signUp.withdraw.allowed)
    return signUp.withdraw.reason ? <Box className="row-about">{signUp.withdraw.reason}</Box> : null;
  const leave = async (who: string, attendeeIds: string[]) => {
    const words = `名额会马上给候补的人，${who}不能再用这份报名参加。`;
    if (!(await confirm({ title: `${who}不去了？`, words, yes: '退出', no: '不退出', danger: true }))) return;
    setBusy(true);
    const params = { signUpId: signUp.id };
    const answer = await act(attendeeIds, (id) =>
      call(withdrawSignUp, { params, body: { id, key: signUp.key, attendeeIds } }),
    );
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) onChange(answer.reply);
  };
  return (
    <Section title="去不了" about="早点退出，把名额让给候补的人">
      <Stack>
        {failure ? <Notice kind="danger" title={failureSentence(failure)} /> : null}
        {stay.length > 1
          ? awaited.map(({ id, name }) => (
              <Button key={id} icon="undo-2" busy={busy} onPress={() => void leave(name, [id])}>
                {`${name}不去了`}
              </Button>
            ))
          : null}
        {isNoneThere ? (
          <Button icon="undo-2" busy={busy} onPress={() => void leave(stay.length > 1 ? '都' : stay[0]!.name, [])}>
            {stay.length > 1 ? '都不去了' : '退出报名'}
          </Button>
        ) : null}
      </Stack>
    </Section>
  );
}
