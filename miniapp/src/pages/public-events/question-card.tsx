import type { EventQuestion } from '@county/shared/public-events/event-record';
import { reviewEventAnswer } from '@county/shared/public-events/event-record-routes';
import type { PublicLineReview } from '@county/shared/tasks/public/public-line';
import { canReview, canWrite } from '@county/shared/writings/writing-rules';
import { useState } from 'react';
import { call } from '../../api/call';
import { useStaff } from '../../api/session';
import { ReviewForm } from '../../components/review-form';
import { timeInWords } from '../../ui/answer';
import { Box } from '../../ui/base/box';
import { Button } from '../../ui/button';
import type { IconName } from '../../ui/icon-name';
import { Card, Facts, Flow, Stack } from '../../ui/surface';
import { Tag, type Tone } from '../../ui/tag';
import { toast } from '../../ui/toast';
import { AnswerSheet } from './answer-sheet';

interface Props {
  question: EventQuestion;
  /** Names the event, where questions of several stand together. */
  withEvent?: boolean;
  onChange(): unknown;
}

const LOOKS = {
  open: ['amber', 'clock', '待答复'],
  proposed: ['amber', 'clock', '待审查'],
  published: ['pine', 'megaphone', '已公开'],
  declined: ['blue', 'undo-2', '退回重写'],
} as const satisfies Record<string, readonly [Tone, IconName, string]>;

/** One question raised at an event: who answers, what is said, and what this person may do about it. */
export function QuestionCard({ question, withEvent, onChange }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { words, unitName, eventTitle, askedAt, answer, review, publishedAnswer } = question;
  const [tone, icon, label] = LOOKS[review?.state ?? 'open'];
  const isRewritten = answer !== null && answer !== publishedAnswer;
  return (
    <Card>
      <Stack>
        <Flow>
          <Tag tone={tone} icon={icon}>
            {label}
          </Tag>
        </Flow>
        <Box as="h3" className="row-title">
          {words}
        </Box>
        <Facts
          facts={[
            ...(withEvent ? [{ name: '活动', value: eventTitle }] : []),
            { name: '答复单位', value: unitName },
            { name: '记下', value: timeInWords(askedAt) },
            ...(publishedAnswer ? [{ name: '公开的答复', value: publishedAnswer }] : []),
            ...(isRewritten ? [{ name: `${review?.writtenByName ?? ''}写的`, value: answer }] : []),
            ...(review?.state === 'declined' ? [{ name: '退回理由', value: review.declineReason ?? '' }] : []),
          ]}
        />
        <Ways question={question} onAnswer={() => setOpen(true)} onChange={onChange} />
      </Stack>
      {isOpen ? (
        <AnswerSheet
          question={question}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            void onChange();
          }}
        />
      ) : null}
    </Card>
  );
}

function Ways({ question, onAnswer, onChange }: Props & { onAnswer(): void }) {
  const staff = useStaff()!;
  const { review, unitId, publishedAt } = question;
  const verdict = canWrite({ unitId }, staff);
  if (review?.state === 'proposed') {
    const authorIds = [review.writtenBy];
    const reviewable = canReview({ unitId, state: 'proposed', authorIds, publishedAt, withdrawnAt: null }, staff);
    return (
      <>
        {reviewable.allowed ? (
          <Review question={question} onChange={onChange} />
        ) : (
          <Box className="row-about">{reviewable.reason}</Box>
        )}
        {verdict.allowed ? (
          <Box>
            <Button icon="pencil" onPress={onAnswer}>
              改答复
            </Button>
          </Box>
        ) : null}
      </>
    );
  }
  if (!verdict.allowed) return null;
  return (
    <Box>
      <Button icon="pencil" label={`答复：${question.words}`} onPress={onAnswer}>
        {review ? '改答复' : '答复'}
      </Button>
    </Box>
  );
}

function Review({ question, onChange }: Props) {
  const send = async (review: PublicLineReview) => {
    const body = { onRevision: question.answerRevision, review };
    const answer = await call(reviewEventAnswer, { params: { questionId: question.id }, body });
    if (!answer.ok) return answer.failure;
    toast(review.outcome === 'published' ? '已公开' : '已退回');
    void onChange();
    return undefined;
  };
  return <ReviewForm approve="审查通过，公开" decline="退回" send={send} />;
}
