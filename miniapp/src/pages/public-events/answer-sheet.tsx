import type { EventQuestion } from '@county/shared/public-events/event-record';
import { answerEventQuestion } from '@county/shared/public-events/event-record-routes';
import { useState } from 'react';
import { call } from '../../api/call';
import { useDraft } from '../../api/drafts';
import { issueAt, type Failure } from '../../api/failure';
import { FailureNotice } from '../../ui/answer';
import { Box } from '../../ui/base/box';
import { Button } from '../../ui/button';
import { Sheet } from '../../ui/dialog';
import { TextArea } from '../../ui/field';
import { Stack } from '../../ui/surface';
import { toast } from '../../ui/toast';

interface Props {
  question: EventQuestion;
  onClose(): void;
  onDone(): void;
}

/** The unit's answer; public once another person has looked at it. */
export function AnswerSheet({ question, onClose, onDone }: Props) {
  const { id: questionId, answerRevision } = question;
  const draft = useDraft(`event-answer:${questionId}:${answerRevision}`, { answer: question.answer ?? '' });
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const { answer } = draft.value;
  const send = async () => {
    setBusy(true);
    const body = { onRevision: answerRevision, answer };
    const reply = await call(answerEventQuestion, { params: { questionId }, body });
    setBusy(false);
    setFailure(reply.ok ? undefined : reply.failure);
    if (!reply.ok) return;
    draft.discard();
    toast('已提交，另一人审查后公开');
    onDone();
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  return (
    <Sheet
      title="答复"
      onClose={onClose}
      actions={
        <Button
          kind="primary"
          icon="send"
          wide
          busy={busy}
          disabledReason={answer.trim().length < 4 ? '请先写答复，至少 4 个字' : null}
          onPress={() => void send()}
        >
          提交审查
        </Button>
      }
    >
      <Stack>
        <FailureNotice failure={failure} />
        <Box>{`问：${question.words}`}</Box>
        <TextArea
          label="答复"
          hint="直接回答：能不能、怎么办、什么时候。不写个人姓名、电话"
          rows={5}
          maxLength={1000}
          // What was written while it is sent would go with the draft.
          disabled={busy}
          value={answer}
          onChange={(said) => draft.change({ answer: said })}
          error={issueAt(issues, 'answer')}
        />
      </Stack>
    </Sheet>
  );
}
