import type { TaskAnswer, TaskQuestionView } from '@county/shared/task-questions/task-question';
import { reviewTaskAnswer } from '@county/shared/task-questions/task-question-routes';
import type { PublicLineReview } from '@county/shared/tasks/public/public-line';
import { canReviewPublicLine } from '@county/shared/tasks/public/public-line-rules';
import { call } from '../../../api/call';
import { useStaff } from '../../../api/session';
import { ReviewForm } from '../../../components/review-form';
import { timeInWords } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Card, Flow, Section, Stack } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';
import { toast } from '../../../ui/toast';

const STATE_TAGS = {
  proposed: { tone: 'amber', icon: 'clock', words: '待审查' },
  published: { tone: 'pine', icon: 'megaphone', words: '已公开' },
  declined: { tone: 'cinnabar', icon: 'undo-2', words: '已退回' },
} as const;

interface Props {
  question: TaskQuestionView;
  onChange: (now: TaskQuestionView) => void;
}

/** What was answered, newest first, each as the public will read it. */
export function QuestionAnswers({ question, onChange }: Props) {
  if (!question.answers.length) return null;
  return (
    <Section title="答复" about="起草人以外的单位负责人或督查员审查后，和问题一起公开">
      {question.answers.map((answer) => (
        <OneAnswer key={answer.id} answer={answer} onChange={onChange} />
      ))}
    </Section>
  );
}

function OneAnswer({ answer, onChange }: { answer: TaskAnswer; onChange: Props['onChange'] }) {
  const staff = useStaff();
  const { tone, icon, words } = STATE_TAGS[answer.state];
  const verdict = staff && canReviewPublicLine(answer, staff);
  const send = async (body: PublicLineReview) => {
    const reply = await call(reviewTaskAnswer, { params: { answerId: answer.id }, body });
    if (!reply.ok) return reply.failure;
    toast(body.outcome === 'published' ? '已公开' : '已退回起草人');
    onChange(reply.reply);
    return undefined;
  };
  return (
    <Card>
      <Stack>
        <Flow>
          <Tag tone={tone} icon={icon}>
            {words}
          </Tag>
          <Box as="span" className="row-about">
            {`${answer.writtenByName} 起草，${timeInWords(answer.writtenAt)}`}
          </Box>
        </Flow>
        <Box className="row-title">{`问：${answer.publicWording}`}</Box>
        <Box>{`答：${answer.answer}`}</Box>
        {answer.declineReason ? (
          <Box className="row-about">{`${answer.reviewedByName ?? ''}退回：${answer.declineReason}`}</Box>
        ) : null}
        {answer.state === 'published' ? (
          <Box className="row-about">
            {`${answer.reviewedByName ?? ''}审查：${answer.secrecyCheck ?? ''}；${answer.personalDataCheck ?? ''}`}
          </Box>
        ) : null}
        {answer.state === 'proposed' && verdict ? (
          verdict.allowed ? (
            <ReviewForm approve="审查通过，公开" decline="退回" send={send} />
          ) : (
            <Box className="row-about">{verdict.reason}</Box>
          )
        ) : null}
      </Stack>
    </Card>
  );
}
