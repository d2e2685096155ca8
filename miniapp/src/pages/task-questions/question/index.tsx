import { dueDayInWords } from '@county/shared/calendar/day';
import { PROVISIONAL_WORDS } from '@county/shared/calendar/working-days';
import type { QuestionStepView, TaskQuestionView } from '@county/shared/task-questions/task-question';
import { getTaskQuestion } from '@county/shared/task-questions/task-question-routes';
import { canAnswerQuestion } from '@county/shared/task-questions/task-question-rules';
import { useRouter } from '@tarojs/taro';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { today } from '../../../platform/clock';
import { ring } from '../../../platform/device';
import { withQuery } from '../../../platform/navigation';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer, timeInWords } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Card, Facts, Flow, Row, Section, Stack } from '../../../ui/surface';
import { OfficeState, WaitingTag } from '../question-state';
import { AnswerForm } from './answer-form';
import { QuestionAnswers } from './question-answers';
import { QuestionMoves } from './question-moves';

/** A resident's question opened by those who answer: its words, what happened, and what may be done now. */
export default function QuestionPage() {
  const { id: questionId = '' } = useRouter().params;
  const staff = useStaff();
  const view = useCall(getTaskQuestion, staff ? { params: { questionId } } : null);
  if (!staff) return <SignInFirst title="群众提问" />;
  return (
    <Page title="群众提问" about={view.data?.unitName}>
      <Answer of={view} shape="words">
        {(question) => (
          <>
            {question.isTaskPublic ? null : (
              <Notice kind="warn" title="这项任务现在没有公开">
                答复审查后只有提问人凭编号看得到；任务重新公开后，大家才看得到。
              </Notice>
            )}
            <Asked question={question} />
            <QuestionAnswers question={question} onChange={view.replace} />
            {canAnswerQuestion(question, staff).allowed ? (
              <AnswerForm key={question.answers.length} question={question} onChange={view.replace} />
            ) : null}
            <QuestionMoves question={question} actor={staff} onChange={view.replace} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function Asked({ question }: { question: TaskQuestionView }) {
  const { phone, steps } = question;
  const by = dueDayInWords(question.answerBy, today());
  return (
    <>
      <Card>
        <Stack>
          <Flow>
            <OfficeState state={question.state} />
            <WaitingTag question={question} />
          </Flow>
          <Box className="row-title">{question.words}</Box>
          <Facts
            facts={[
              { name: '提问', value: timeInWords(question.askedAt) },
              { name: '答复期限', value: question.isProvisional ? `${by}（${PROVISIONAL_WORDS}）` : by },
              { name: '称呼', value: question.askerName ?? '没有写' },
              { name: '电话', value: phone ?? '没有留' },
            ]}
          />
          {phone ? (
            <Button icon="phone" onPress={() => void ring(phone)}>
              打电话给提问人
            </Button>
          ) : null}
          <Box className="field-hint">称呼和电话只用于答复，不公开；每次查看都有记录。</Box>
        </Stack>
      </Card>
      <Card flush>
        <Row
          brief
          icon="list-checks"
          title={`${question.taskNumber}．${question.mainTask}`}
          about={question.breakdownTitle}
          to={withQuery('/pages/tasks/task/index', { id: question.taskId })}
        />
      </Card>
      {steps.length ? (
        <Section title="经过">
          <Card>
            <Stack>
              {steps.map((step) => (
                <Box key={step.id}>
                  <Box>{stepInWords(step)}</Box>
                  <Box className="row-about">{timeInWords(step.at)}</Box>
                </Box>
              ))}
            </Stack>
          </Card>
        </Section>
      ) : null}
    </>
  );
}

function stepInWords({ kind, byName, words, fromUnitName, toUnitName }: QuestionStepView): string {
  if (kind === 'referred') return `${byName}由${fromUnitName}转给${toUnitName}：${words}`;
  if (kind === 'declined') return `${byName}决定不予办理：${words}`;
  return `${byName}录入放假安排：${words}`;
}
