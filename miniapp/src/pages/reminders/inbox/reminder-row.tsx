import type { ReminderView } from '@county/shared/reminders/reminder';
import { today } from '../../../platform/clock';
import { goTo } from '../../../platform/navigation';
import { Box } from '../../../ui/base/box';
import { Flow, Row } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';

interface ReminderRowProps {
  reminder: ReminderView;
  isRead: boolean;
  onOpen(): void;
}

/** One reminder: what it says, of what matter and which unit; a press opens where it is dealt with. */
export function ReminderRow({ reminder, isRead, onOpen }: ReminderRowProps) {
  const { what, words, dueOn, link, unitName, stands } = reminder;
  const isLate = stands && dueOn !== null && dueOn < today();
  const look = [!isRead && 'is-unread', isLate && 'is-late', !stands && 'is-over'].filter(Boolean).join(' ');
  return (
    <Row
      title={<Box className={`reminder-words ${look}`}>{words}</Box>}
      about={
        <>
          <Box className="is-brief">{what}</Box>
          {unitName ? <Box>{unitName}</Box> : null}
        </>
      }
      foot={
        !isRead || isLate || !stands ? (
          <Flow>
            {isRead ? null : (
              <Tag tone="blue" icon="bell">
                未读
              </Tag>
            )}
            {isLate ? (
              <Tag tone="cinnabar" icon="triangle-alert">
                已逾期
              </Tag>
            ) : null}
            {stands ? null : (
              <Tag tone="stone" icon="circle-check">
                已办结，不用再办
              </Tag>
            )}
          </Flow>
        ) : undefined
      }
      to={link}
      onPress={() => {
        onOpen();
        void goTo(link);
      }}
    />
  );
}
