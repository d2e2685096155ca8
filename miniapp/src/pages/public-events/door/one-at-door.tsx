import { shanghaiTime } from '@county/shared/calendar/day';
import { codeInWords } from '@county/shared/people/receipt-code';
import { canCheckInAt, type AtDoor } from '@county/shared/public-events/door-acts';
import { ATTENDEE_STATE_LABELS, SIGN_UP_VIA_LABELS } from '@county/shared/public-events/event-words';
import { useState } from 'react';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Row } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';
import { nameOf } from './name-of';

interface OneAtDoorProps {
  one: AtDoor;
  groupName: string;
  sessionKey: string;
  /** Check-ins are noted from the day itself on. */
  isOpen: boolean;
  onCome(): Promise<void>;
  /** Somebody without a place is let in as one who just came. */
  onWalkIn(): void;
  onTakeBack(): void;
}

/** Somebody of the list with what can be done: they come, or what was noted by mistake is taken back. */
export function OneAtDoor({ one, groupName, sessionKey, isOpen, onCome, onWalkIn, onTakeBack }: OneAtDoorProps) {
  const [busy, setBusy] = useState(false);
  const come = async () => {
    setBusy(true);
    await onCome();
    setBusy(false);
  };
  const { arrivedAt, unsentId, code, via, speakingPlace } = one;
  const may = canCheckInAt(one, sessionKey);
  const who = nameOf(one);
  return (
    <Box className="at-door">
      <Box className="at-door-who">
        <Row
          title={who}
          about={[
            code ? codeInWords(code) : '',
            groupName,
            via === 'walk-in' ? '' : SIGN_UP_VIA_LABELS[via],
            speakingPlace === null ? '' : `第 ${speakingPlace} 个发言`,
            arrivedAt === null && !may.allowed ? ATTENDEE_STATE_LABELS[one.state] : '',
          ]
            .filter(Boolean)
            .join(' · ')}
          end={arrivedAt !== null && unsentId === null ? <Arrival at={arrivedAt} isUnsent={false} /> : undefined}
          foot={arrivedAt !== null && unsentId !== null ? <Arrival at={arrivedAt} isUnsent /> : undefined}
        />
      </Box>
      {isOpen && arrivedAt === null && may.allowed ? (
        <Button icon="check" busy={busy} onPress={() => void come()} label={`${who}到了`}>
          到了
        </Button>
      ) : null}
      {isOpen && arrivedAt === null && !may.allowed ? (
        <Button kind="quiet" icon="user-plus" onPress={onWalkIn} label={`${who}按现场登记`}>
          按现场登记
        </Button>
      ) : null}
      {isOpen && arrivedAt !== null ? (
        <Button kind="quiet" icon="undo-2" onPress={onTakeBack} label={`撤回${who}的签到`}>
          撤回
        </Button>
      ) : null}
    </Box>
  );
}

/** When somebody came, and whether more than this device knows of it. */
function Arrival({ at, isUnsent }: { at: string; isUnsent: boolean }) {
  const time = shanghaiTime(at);
  return isUnsent ? (
    <Tag tone="amber" icon="send">{`${time} 待发送`}</Tag>
  ) : (
    <Tag tone="pine" icon="circle-check">{`${time} 已记下`}</Tag>
  );
}
