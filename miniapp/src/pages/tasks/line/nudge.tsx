import { shanghaiDay } from '@county/shared/calendar/day';
import { canNudge } from '@county/shared/nudges/nudge-rules';
import { isOpen } from '@county/shared/tasks/lines/assignment-rules';
import type { AssignmentView } from '@county/shared/tasks/task-views';
import { useStaff } from '../../../api/session';
import { today } from '../../../platform/clock';
import { NudgeButton } from '../nudge-button';

interface NudgeProps {
  line: AssignmentView;
  reload: () => Promise<void>;
}

/** 催办 of this line by a supervisor or the lead above, and of those below it by the lead who handed it down. */
export function Nudge({ line, reload }: NudgeProps) {
  const staff = useStaff();
  if (staff?.role !== 'supervisor' && staff?.role !== 'unit-lead') return null;
  // A line is handed down to units under its own; whom it came from stands there as whom to ask.
  const parentUnitId = line.parentId ? (line.supervisingUnit?.id ?? null) : null;
  const sent = line.steps.find(({ kind, at }) => kind === 'nudged' && shanghaiDay(at) === today());
  const verdict = canNudge({ ...line, parentUnitId }, staff, sent ?? null);
  const isNone = staff.role === 'unit-lead' && !verdict.allowed && verdict.code === 'not-allowed';
  const hasOpenBelow = line.children.some(({ status }) => isOpen(status));
  const { breakdownId, taskId, unitId } = line;
  return (
    <>
      {isNone ? null : (
        <NudgeButton
          words="催办"
          lines={{ by: 'selection', assignmentIds: [line.id] }}
          disabledReason={verdict.allowed ? null : verdict.reason}
          onDone={() => void reload()}
        />
      )}
      {hasOpenBelow && (staff.role === 'supervisor' || staff.unitIds.includes(unitId)) ? (
        <NudgeButton
          words="催办分解到的村（社区）"
          lines={{
            by: 'filter',
            breakdownId,
            filter: { taskId, underUnitId: unitId, withHandedDown: 'yes' },
          }}
        />
      ) : null}
    </>
  );
}
