import { MOST_NUDGED, type NudgeChoice } from '@county/shared/nudges/nudge';
import { ASSIGNMENT_STATUS_LABELS } from '@county/shared/tasks/lines/assignment';
import { isOpen } from '@county/shared/tasks/lines/assignment-rules';
import type { LedgerFilter } from '@county/shared/tasks/overview/task-filters';
import type { LedgerLine } from '@county/shared/tasks/task-views';
import { useState } from 'react';
import { NudgeSheet } from '../../../components/nudge-sheet';
import { Button } from '../../../ui/button';
import { Checks } from '../../../ui/choice';
import { ActionBar, Card, Flow, Stack } from '../../../ui/surface';
import { dueInWords } from '../../../components/line-due';

interface NudgingProps {
  breakdownId: string;
  /** What the ledger is narrowed to now. */
  filter: LedgerFilter;
  lines: readonly LedgerLine[];
  onEnd(): void;
}

/** The ledger while lines are being chosen for a nudge: those ticked, or all that match the filter. */
export function Nudging({ breakdownId, filter, lines, onEnd }: NudgingProps) {
  const [chosen, setChosen] = useState<string[]>([]);
  const [nudging, setNudging] = useState<NudgeChoice>();
  const open = lines.filter(({ status }) => isOpen(status));
  const shown = chosen.filter((id) => open.some((line) => line.id === id));
  const isAll = shown.length === Math.min(open.length, MOST_NUDGED);
  return (
    <>
      <Card>
        <Stack>
          <Flow>
            <Button icon="x" onPress={onEnd}>
              不催办了
            </Button>
            {open.length ? (
              <Button
                kind="quiet"
                icon="list-checks"
                onPress={() => setChosen(isAll ? [] : open.slice(0, MOST_NUDGED).map(({ id }) => id))}
              >
                {isAll ? '全不选' : '选列出的全部'}
              </Button>
            ) : null}
          </Flow>
          <Checks
            label={`选择要催办的任务（已选 ${shown.length} 项）`}
            hint={open.length ? '已办结、已撤销的不列出' : '列出的任务都已办结或撤销，没有要催办的'}
            options={open.map((line) => ({
              value: line.id,
              label: `${line.task.number}．${inBrief(line.task.mainTask)}`,
              about: `${line.unitName} · ${dueInWords(line)} · ${ASSIGNMENT_STATUS_LABELS[line.status]}`,
            }))}
            values={shown}
            onChange={setChosen}
          />
        </Stack>
      </Card>
      <ActionBar>
        <Flow>
          <Button
            kind="primary"
            icon="bell"
            disabledReason={shown.length ? null : '请先勾选任务'}
            onPress={() => setNudging({ by: 'selection', assignmentIds: shown })}
          >
            {shown.length ? `催办选中的 ${shown.length} 项` : '催办选中的'}
          </Button>
          <Button onPress={() => setNudging({ by: 'filter', breakdownId, filter })}>催办全部符合条件的</Button>
        </Flow>
      </ActionBar>
      {nudging ? <NudgeSheet lines={nudging} onDone={onEnd} onClose={() => setNudging(undefined)} /> : null}
    </>
  );
}

const inBrief = (words: string): string => (words.length > 32 ? `${words.slice(0, 31)}…` : words);
