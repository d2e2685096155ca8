import type { TaskQuestionSummary } from '@county/shared/task-questions/task-question';
import { listTaskQuestions } from '@county/shared/task-questions/task-question-routes';
import { useState } from 'react';
import { useStaff } from '../../../api/session';
import { useList } from '../../../api/use-list';
import { withQuery } from '../../../platform/navigation';
import { SignInFirst } from '../../../shell/sign-in-first';
import { ListAnswer } from '../../../ui/answer';
import { Segmented } from '../../../ui/choice';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { Card, Flow, Row } from '../../../ui/surface';
import { OfficeState, WaitingTag } from '../question-state';

type Part = 'open' | 'settled';

const PARTS = [
  { value: 'open', label: '待答复' },
  { value: 'settled', label: '已办理' },
] as const;

/** Questions of the units one answers for: the longest waiting first. */
export default function QuestionListPage() {
  const staff = useStaff();
  const [part, setPart] = useState<Part>('open');
  const list = useList(listTaskQuestions, staff ? { query: { part } } : null);
  if (!staff) return <SignInFirst title="群众提问" />;
  return (
    <Page title="群众提问" about="10 个工作日内答复；答复由另一人审查后公开">
      <Segmented<Part> label="待答复或已办理" options={PARTS} value={part} onChange={setPart} />
      <ListAnswer
        of={list}
        empty={
          <Card>
            <EmptyState icon="inbox" title={part === 'open' ? '没有待答复的提问' : '还没有办理过提问'}>
              群众就公开的任务提问后，出现在这里。
            </EmptyState>
          </Card>
        }
      >
        {(items) => (
          <Card flush>
            {items.map((question) => (
              <OneQuestion key={question.id} question={question} />
            ))}
          </Card>
        )}
      </ListAnswer>
    </Page>
  );
}

function OneQuestion({ question }: { question: TaskQuestionSummary }) {
  return (
    <Row
      brief
      icon="circle-help"
      title={question.words}
      about={`${question.unitName} · ${question.taskNumber}．${shortened(question.mainTask)}`}
      foot={
        <Flow>
          <OfficeState state={question.state} />
          <WaitingTag question={question} />
        </Flow>
      }
      to={withQuery('/pages/task-questions/question/index', { id: question.id })}
    />
  );
}

const SHOWN = 30;

const shortened = (words: string) => (words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words);
