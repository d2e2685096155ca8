import type { OutboxItem } from '../../../api/outbox-queue';
import { discard } from '../../../api/outbox';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';

/** What was done without a signal: that it is kept, and what of it the server would not take, each to be read once. */
export function Unsent({ count, refused }: { count: number; refused: readonly OutboxItem[] }) {
  return (
    <>
      {count ? (
        <Notice kind="warn" title={`没有信号，${count} 步存在这台设备上`}>
          照常签到、叫号，有信号后自动报上。
        </Notice>
      ) : null}
      {refused.map(({ id, title, reason }) => (
        <Notice
          key={id}
          kind="danger"
          title={`${title}没有记上`}
          action={<Button onPress={() => void discard(id)}>知道了</Button>}
        >
          {reason}
        </Notice>
      ))}
    </>
  );
}
