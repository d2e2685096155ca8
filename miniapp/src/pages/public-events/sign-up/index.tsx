import { getPublicEvent } from '@county/shared/public-events/public-event-routes';
import { phaseOf } from '@county/shared/public-events/event-rules';
import { useRouter } from '@tarojs/taro';
import { useCall } from '../../../api/use-call';
import { isNotThere, NotThere } from '../../../components/not-there';
import { eventPage } from '../../../navigation/event-pages';
import { now } from '../../../platform/clock';
import { Answer } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { Card } from '../../../ui/surface';
import { SignUpForm } from './sign-up-form';

/** 报名: who comes, to which session, and how to reach them. */
export default function SignUpPage() {
  const { id = '' } = useRouter().params;
  const event = useCall(getPublicEvent, id ? { params: { eventId: id } } : null);
  if (!id || isNotThere(event.failure)) return <NotThere title="报名" what="这个活动" failure={event.failure} />;
  return (
    <Page title="报名" about={event.data?.title}>
      <Answer of={event} shape="words">
        {(shown) =>
          phaseOf(shown.content, shown.isCancelled, now()) === 'sign-up-open' && shown.content.signUp ? (
            <SignUpForm event={shown} terms={shown.content.signUp} />
          ) : (
            <Card>
              <EmptyState
                icon="calendar-days"
                title="现在不能报名"
                action={
                  <Button kind="primary" icon="calendar-days" href={eventPage(shown.id)}>
                    看活动安排
                  </Button>
                }
              >
                报名还没有开始，或者已经截止。
              </EmptyState>
            </Card>
          )
        }
      </Answer>
    </Page>
  );
}
