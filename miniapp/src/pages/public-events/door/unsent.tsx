import { sendAll } from '../../../api/outbox';
import { RefusedActs } from '../../../components/refused-acts';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import type { useDoor } from './use-door';

/** What this device alone knows, and what the server would not take; that all is noted is said only when it is. */
export function Unsent({ at }: { at: ReturnType<typeof useDoor> }) {
  const { waiting, onlyHere, held, refused, codes, people, opened } = at;
  if (!opened) return null;
  const isAllNoted = !waiting && !refused.length && people.some(({ arrivedAt }) => arrivedAt !== null);
  return (
    <>
      {isAllNoted ? <Notice kind="success" title="这台设备上的签到都已记下" /> : null}
      {waiting ? (
        <Notice
          kind="warn"
          title={`${waiting} 条签到待发送，存在这台设备上`}
          action={
            <Button icon="send" onPress={() => void sendAll()}>
              现在发送
            </Button>
          }
        >
          {`${held ?? '有网络后自动发送'}；在那以前不要清除数据。${codes.length ? `其中 ${codes.join('、')} 不在名单里，发送时核对。` : ''}`}
        </Notice>
      ) : null}
      {onlyHere ? (
        <Notice kind="danger" title={`这台设备存满了，有 ${onlyHere} 条没有存下`}>
          关掉这一页就没有了，请也记在纸上。
        </Notice>
      ) : null}
      <RefusedActs of={refused} />
    </>
  );
}
