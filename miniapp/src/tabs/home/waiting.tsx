import type { WaitingItem } from '@county/shared/reminders/reminder';
import { listWaitingItems } from '@county/shared/reminders/reminder-routes';
import { useCall } from '../../api/use-call';
import { Answer } from '../../ui/answer';
import { Notice } from '../../ui/notice';
import { Card, Row, Section } from '../../ui/surface';

/** 等您处理: whatever the features say waits for this person, each leading to where it is dealt with. */
export function Waiting() {
  const waiting = useCall(listWaitingItems, {});
  return (
    <Section title="等您处理">
      <Answer of={waiting}>
        {({ items }) =>
          items.length ? (
            <Card flush>
              {items.map((item) => (
                <WaitingRow key={`${item.kind} ${item.link}`} item={item} />
              ))}
            </Card>
          ) : (
            <Notice kind="success" title="现在没有等您处理的事" />
          )
        }
      </Answer>
    </Section>
  );
}

/** The words have the count in them. */
function WaitingRow({ item: { kind, words, link } }: { item: WaitingItem }) {
  return <Row icon={kind === 'reminders' ? 'bell' : 'clock'} title={words} to={link} />;
}
