import { listEventQuestions } from '@county/shared/public-events/event-record-routes';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useStaff } from '../../../api/session';
import { useList } from '../../../api/use-list';
import { recordPage } from '../../../navigation/event-pages';
import { SignInFirst } from '../../../shell/sign-in-first';
import { ListAnswer } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { Segmented } from '../../../ui/choice';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { Card, Flow } from '../../../ui/surface';
import { FeedbackTally } from '../feedback-tally';
import { QuestionCard } from '../question-card';
import '../public-events.scss';

type Part = 'to-answer' | 'to-review' | 'all';

const PARTS = [
  { value: 'to-answer', label: '待答复' },
  { value: 'to-review', label: '待审查' },
  { value: 'all', label: '全部' },
] as const;

const EMPTY = {
  'to-answer': ['没有待答复的', '活动中提出、要本单位答复的，会列在这里。'],
  'to-review': ['没有待审查的', '答复写好后，由另一人在这里审查、公开。'],
  all: ['还没有问题', '开放日、会议、协商、听证中群众提出的问题和建议，由主办单位记下，分给您的单位答复。'],
} as const satisfies Record<Part, readonly [string, string]>;

/** What people raised at events and this unit answers; with an event, all that was raised there. */
export default function QuestionsPage() {
  const staff = useStaff();
  const { event } = useRouter().params;
  const [part, setPart] = useState<Part>(event ? 'all' : 'to-answer');
  const query = { part, limit: 50, ...(event ? { eventId: event } : {}) };
  const questions = useList(listEventQuestions, staff ? { query } : null);
  if (!staff) return <SignInFirst title="活动中的问题" />;
  const [title, words] = EMPTY[part];
  return (
    <Page
      title="活动中的问题"
      about={event ? '这次活动中群众提出的问题和建议' : '群众在活动中提出、由您的单位答复的问题和建议'}
    >
      <Segmented label="哪一部分" options={PARTS} value={part} onChange={(chosen) => setPart(chosen)} />
      <ListAnswer
        of={questions}
        empty={
          <Card>
            <EmptyState icon="message-square-text" title={title}>
              {words}
            </EmptyState>
          </Card>
        }
      >
        {(items) =>
          items.map((one) => (
            <QuestionCard key={one.id} question={one} withEvent={!event} onChange={questions.reload} />
          ))
        }
      </ListAnswer>
      {event ? (
        <>
          <FeedbackTally eventId={event} />
          <Flow>
            <Button icon="file-text" href={recordPage(event)}>
              看这次活动的纪要
            </Button>
          </Flow>
        </>
      ) : null}
    </Page>
  );
}
