import { reachedInWords, type Reached } from '@county/shared/reminders/reminder';
import { timeInWords } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Flow, Row } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';
import type { Rung } from './call-sheet';

interface PersonReachedProps {
  person: Reached;
  onRing(rung: Rung): void;
}

/** How one person was reached: by what, when, read or not; whoever no channel reached can be marked as rung. */
export function PersonReached({ person, onRing }: PersonReachedProps) {
  const { personName, unitName, isRead, calledAt, calledByName, handedAt, shownAt, reason } = person;
  const told = calledAt
    ? `${calledByName ?? ''} ${timeInWords(calledAt)} 电话通知`
    : [reachedInWords(person), timeOf(handedAt ?? shownAt)].filter(Boolean).join(' · ');
  const mayRing = shownAt !== null && !calledAt && !isRead;
  return (
    <Row
      icon="user-round"
      title={personName}
      about={
        <>
          <Box>{unitName}</Box>
          {isRead && !calledAt ? null : <Box>{told}</Box>}
          {reason && !isRead && !calledAt ? <Box>{reason}</Box> : null}
        </>
      }
      foot={
        <Flow>
          <ReadTag isRead={isRead} isCalled={calledAt !== null} />
          {mayRing ? (
            <Button icon="phone" onPress={() => onRing({ deliveryId: person.deliveryId, personName })}>
              登记已电话通知
            </Button>
          ) : null}
        </Flow>
      }
    />
  );
}

const timeOf = (instant: string | null): string | null => (instant ? timeInWords(instant) : null);

function ReadTag({ isRead, isCalled }: { isRead: boolean; isCalled: boolean }) {
  if (isRead)
    return (
      <Tag tone="pine" icon="eye">
        已读
      </Tag>
    );
  return isCalled ? (
    <Tag tone="pine" icon="phone">
      已电话通知
    </Tag>
  ) : (
    <Tag tone="stone" icon="circle-dashed">
      未读
    </Tag>
  );
}
