import { useSentItem, type Sending } from '../api/outbox';
import { goBack } from '../platform/navigation';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Page } from '../ui/page';

interface Props {
  /** Of the page. */
  title: string;
  sending: Sending;
  /** Who deals with it now, and where the answer will stand. */
  next: string;
}

/** After somebody has sent words: whether they have arrived or wait on this device. */
export function SentWords({ title, sending, next }: Props) {
  const arrived = useSentItem(sending).state === 'sent';
  const waited = sending.item.state !== 'sent';
  return (
    <Page title={title}>
      <Notice
        kind={arrived ? 'success' : 'warn'}
        title={arrived ? (waited ? '已送出，谢谢您' : '已收到，谢谢您') : '已存下，有网络时自动发送'}
        action={<Button onPress={() => void goBack()}>返回</Button>}
      >
        {arrived ? next : '请不要卸载或清除数据。可在“待发送”里查看。'}
      </Notice>
    </Page>
  );
}
