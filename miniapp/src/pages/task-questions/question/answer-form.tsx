import { shanghaiTime } from '@county/shared/calendar/day';
import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import { NewTaskAnswer, type TaskQuestionView } from '@county/shared/task-questions/task-question';
import { proposeTaskAnswer } from '@county/shared/task-questions/task-question-routes';
import { findPersonalData } from '@county/shared/tasks/public/personal-data-scan';
import { useState } from 'react';
import { call } from '../../../api/call';
import { useDraft } from '../../../api/drafts';
import { issueAt, type Failure } from '../../../api/failure';
import { newId } from '../../../platform/ids';
import { FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { TextArea } from '../../../ui/field';
import { Card, Section, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';

interface Props {
  question: TaskQuestionView;
  onChange: (now: TaskQuestionView) => void;
}

/** The answer, and the question as everybody will read it; begins with the words asked, or with what came back. */
export function AnswerForm({ question, onChange }: Props) {
  const [last] = question.answers;
  const empty = {
    id: newId(),
    publicWording: last?.publicWording ?? withoutNumbers(question.words),
    answer: last?.answer ?? '',
  };
  const draft = useDraft(`task-answer:${question.id}:${question.answers.length}`, empty);
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const { id, publicWording, answer } = draft.value;
  const propose = async () => {
    const checked = checkInput(NewTaskAnswer, { id, publicWording, answer });
    setFailure(undefined);
    setIssues(checked.valid ? undefined : checked.issues);
    if (!checked.valid) return;
    setBusy(true);
    const reply = await call(proposeTaskAnswer, { params: { questionId: question.id }, body: checked.value });
    setBusy(false);
    if (!reply.ok) {
      setIssues(reply.failure.kind === 'refused' ? reply.failure.problem.issues : undefined);
      return setFailure(reply.failure);
    }
    draft.discard();
    toast('已提交审查');
    onChange(reply.reply);
  };
  return (
    <Section title={last ? '修改答复' : '写答复'}>
      <Card>
        <Stack>
          <FailureNotice failure={failure} />
          <TextArea
            label="公开的问题"
            hint="大家看到的问法：去掉姓名、电话、住址，也可以概括；原话照样保存"
            rows={3}
            maxLength={500}
            value={publicWording}
            onChange={(text) => draft.change({ id, publicWording: text })}
            error={issueAt(issues, 'publicWording')}
          />
          <TextArea
            label="答复"
            hint="说清楚能不能办、怎么办、找谁办，不写个人信息"
            rows={5}
            maxLength={1000}
            value={answer}
            onChange={(text) => draft.change({ id, answer: text })}
            error={issueAt(issues, 'answer')}
          />
          {draft.savedAt ? <Box className="field-hint">{`已自动保存 ${shanghaiTime(draft.savedAt)}`}</Box> : null}
          <Button kind="primary" icon="send" busy={busy} onPress={() => void propose()}>
            提交审查
          </Button>
        </Stack>
      </Card>
    </Section>
  );
}

/** What looks like somebody's number is masked to begin with. */
function withoutNumbers(words: string): string {
  return findPersonalData(words).reduce((left, { text }) => left.replace(text, '＊＊＊'), words);
}
