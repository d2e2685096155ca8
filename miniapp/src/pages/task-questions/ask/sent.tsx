import { useSentItem, type Sending } from '../../../api/outbox';
import { copy } from '../../../platform/device';
import { goBack, replaceWith } from '../../../platform/navigation';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Card, Facts, Flow, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';

/** What became of a question just asked, and the number by which its answer is found on another phone. */
export function Sent({ sending }: { sending: Sending }) {
  const number = sending.item.id;
  const arrived = useSentItem(sending).state === 'sent';
  const waited = sending.item.state !== 'sent';
  const take = async () => toast((await copy(number)) ? '已复制' : '没有复制成功，请手抄或截图');
  return (
    <Page title="我要提问">
      <Notice
        kind={arrived ? 'success' : 'warn'}
        title={arrived ? (waited ? '已送出，谢谢您' : '已收到，谢谢您') : '已存下，有网络时自动发送'}
      >
        {arrived
          ? '承办单位一般在 10 个工作日内答复，在“我的提问”里看得到。'
          : '请不要卸载或清除数据。可在“待发送”里查看。'}
      </Notice>
      <Card>
        <Stack>
          <Facts facts={[{ name: '查询编号', value: number }]} />
          <Flow>
            <Button icon="copy" onPress={() => void take()}>
              复制编号
            </Button>
            <Button kind="primary" onPress={() => void replaceWith('/pages/task-questions/mine/index')}>
              看我的提问
            </Button>
            <Button kind="quiet" onPress={() => void goBack()}>
              返回
            </Button>
          </Flow>
        </Stack>
      </Card>
    </Page>
  );
}
