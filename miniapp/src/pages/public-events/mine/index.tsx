import { useOwnSignUps } from '../../../api/own-sign-ups';
import { SignUpLookUpForm } from '../../../components/sign-up-look-up';
import { SignUpRows } from '../../../components/sign-up-rows';
import { EVENTS_PAGE } from '../../../navigation/event-pages';
import { goTo } from '../../../platform/navigation';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { Card } from '../../../ui/surface';

/** 我的报名: those kept on this device, those of the WeChat account, and any other by its number and phone. */
export default function MySignUpsPage() {
  const { ahead, past } = useOwnSignUps();
  return (
    <Page title="我的报名" about="存在这台设备上，没有信号也能看">
      {ahead.length ? (
        <SignUpRows title="要参加的" of={ahead} />
      ) : (
        <Card>
          <EmptyState
            icon="calendar-days"
            title={past.length ? '没有要参加的活动' : '还没有报过名'}
            action={
              <Button kind="primary" icon="calendar-days" href={EVENTS_PAGE} onPress={() => void goTo(EVENTS_PAGE)}>
                看全县的活动
              </Button>
            }
          >
            在这台设备上报了名的，出现在这里。
          </EmptyState>
        </Card>
      )}
      <SignUpLookUpForm />
      {past.length ? <SignUpRows title="以前的" of={past} /> : null}
    </Page>
  );
}
