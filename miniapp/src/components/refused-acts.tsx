import { discard } from '../api/outbox';
import type { OutboxItem } from '../api/outbox-queue';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';

/** What was done without a signal and the server would not take, with its reason: each is read once, then goes. */
export function RefusedActs({ of }: { of: readonly OutboxItem[] }) {
  return (
    <>
      {of.map(({ id, title, reason }) => (
        <Notice
          key={id}
          kind="danger"
          title={`${title}，没有记上`}
          action={<Button onPress={() => void discard(id)}>知道了</Button>}
        >
          {reason}
        </Notice>
      ))}
    </>
  );
}
