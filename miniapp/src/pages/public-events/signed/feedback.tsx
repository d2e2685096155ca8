import type { SignUpView } from '@county/shared/public-events/sign-up';
import { FEEDBACK_GRADE_LABELS } from '@county/shared/public-events/event-words';
import { giveEventFeedback } from '@county/shared/public-events/sign-up-routes';
import { useState } from 'react';
import { call } from '../../../api/call';
import { useIdOf } from '../../../api/use-id-of';
import { failureSentence, type Failure } from '../../../api/failure';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Choice } from '../../../ui/choice';
import { TextArea } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { Card, Section, Stack } from '../../../ui/surface';

const GRADES = FEEDBACK_GRADE_LABELS.map((label, at) => ({ value: String(5 - at), label }));

const MOST_WORDS = 500;

/** How it was: five grades, none chosen beforehand; only the organiser reads it, without a name. */
export function Feedback({ signUp, onChange }: { signUp: SignUpView; onChange(signUp: SignUpView): void }) {
  const [grade, setGrade] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const id = useIdOf([grade, words]);
  const [missing, setMissing] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  if (signUp.feedback)
    return (
      <Notice kind="success" title="您的意见收到了">
        {GRADES.find(({ value }) => value === String(signUp.feedback?.grade))?.label}
      </Notice>
    );
  if (!signUp.giveFeedback.allowed) return null;
  const send = async () => {
    setMissing(grade === null);
    if (grade === null) return;
    setBusy(true);
    const body = { id, key: signUp.key, grade: Number(grade), words };
    const answer = await call(giveEventFeedback, { params: { signUpId: signUp.id }, body });
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) onChange(answer.reply);
  };
  return (
    <Section title="参加以后，您觉得怎么样" about="只有主办单位看到，统计时不记名">
      <Card>
        <Stack>
          {failure ? <Notice kind="danger" title={failureSentence(failure)} /> : null}
          <Choice
            label="满意度"
            options={GRADES}
            value={grade}
            onChange={(chosen) => setGrade(chosen)}
            error={missing ? '请选一个' : undefined}
          />
          <TextArea label="意见建议" optional value={words} onChange={setWords} maxLength={MOST_WORDS} />
          <Box>
            <Button icon="send" busy={busy} onPress={() => void send()}>
              提交
            </Button>
          </Box>
        </Stack>
      </Card>
    </Section>
  );
}
