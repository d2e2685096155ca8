import { listWechatCredits } from '@county/shared/channels/channel-routes';
import { useCall } from '../../../api/use-call';
import { goTo } from '../../../platform/navigation';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';

const LOW = 2;
const WAYS = '/pages/people/reminder-ways/index';

/** Where WeChat could remind but may soon no longer: how often still, and where one more is agreed to. */
export function LowCredit() {
  const credits = useCall(listWechatCredits, {});
  const work = credits.data?.items.find(({ purpose }) => purpose === 'work');
  if (work?.reach !== 'open' || work.credits > LOW) return null;
  return (
    <Notice
      kind="info"
      action={
        <Button icon="bell" href={WAYS} onPress={() => void goTo(WAYS)}>
          {`微信提醒还剩 ${work.credits} 次，点此续订`}
        </Button>
      }
    >
      微信规定每同意一次只能提醒一次；用完以后，这里的提醒照常有。
    </Notice>
  );
}
