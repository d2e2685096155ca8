import type { OutboxItem } from '../../../api/outbox-queue';
import { RefusedActs } from '../../../components/refused-acts';
import { Notice } from '../../../ui/notice';

interface UnsentProps {
  count: number;
  /** So many of them the device could not keep. */
  onlyHere: number;
  refused: readonly OutboxItem[];
}

/** What was done without a signal: that it is kept, and what of it the server would not take, each to be read once. */
export function Unsent({ count, onlyHere, refused }: UnsentProps) {
  return (
    <>
      {count > onlyHere ? (
        <Notice kind="warn" title={`没有信号，${count - onlyHere} 步存在这台设备上`}>
          照常签到、叫号，有信号后自动报上。
        </Notice>
      ) : null}
      {onlyHere ? (
        <Notice kind="danger" title={`这台设备存满了，有 ${onlyHere} 步没有存下`}>
          关掉这一页就没有了，请也记在纸上。
        </Notice>
      ) : null}
      <RefusedActs of={refused} />
    </>
  );
}
