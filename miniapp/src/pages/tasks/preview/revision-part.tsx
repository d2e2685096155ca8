import { dayInWords, type Day } from '@county/shared/calendar/day';
import { ASSIGNMENT_PART_LABELS } from '@county/shared/tasks/lines/assignment';
import { CHANGED_FIELD_LABELS, TASK_CHANGE_LABELS, type TaskChange } from '@county/shared/tasks/breakdowns/task-change';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Card, Flow, Section, Stack } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';
import { FailureNotice } from '../../../ui/answer';
import type { Corrections } from './use-corrections';

const TONES = { added: 'pine', restored: 'pine', changed: 'amber', removed: 'cinnabar', same: 'stone' } as const;
const ICONS = { added: 'plus', restored: 'undo-2', changed: 'pencil', removed: 'circle-minus', same: 'check' } as const;

/** A table much like one that is there: its later wording, or a plan of its own. Asked before all else. */
export function UndecidedPart({ corrections }: { corrections: Corrections }) {
  const { preview, correct, busy, failure } = corrections;
  const { likely, decided } = preview.revision;
  if (!likely || decided || preview.alreadyImportedAs) return null;
  return (
    <Notice kind="warn" title={`与“${likely.title}”有 ${likely.sameTasks} 项相同`}>
      <Stack>
        <Box>请选择：是它的修订，还是另一份新的计划？</Box>
        <FailureNotice failure={failure} />
        <Flow>
          <Button kind="primary" busy={busy} onPress={() => void correct({ kind: 'revision', breakdownId: likely.id })}>
            是它的修订
          </Button>
          <Button busy={busy} onPress={() => void correct({ kind: 'revision', breakdownId: null })}>
            是新的计划
          </Button>
        </Flow>
      </Stack>
    </Notice>
  );
}

/** What a later wording changes of the breakdown, task by task. */
export function RevisionPart({ corrections }: { corrections: Corrections }) {
  const { preview, correct, busy } = corrections;
  const { of, changes } = preview.revision;
  if (!of) return null;
  const changed = changes.filter(({ kind }) => kind !== 'same');
  return (
    <Section title={`修订“${of.title}”`} about={`${changes.length - changed.length} 项不变；已有的进展都保留。`}>
      <Card>
        <Stack>
          {changed.length ? null : <Box>没有任何变化。</Box>}
          {changed.map((change) => (
            <ChangeItem key={`${change.taskId} ${change.row}`} change={change} />
          ))}
          {preview.confirmedRows.length ? null : (
            <Button busy={busy} onPress={() => void correct({ kind: 'revision', breakdownId: null })}>
              不是修订，是新的计划
            </Button>
          )}
        </Stack>
      </Card>
    </Section>
  );
}

function ChangeItem({ change }: { change: TaskChange }) {
  const { kind, number, mainTask, fields, due, unitsAdded, unitsRemoved } = change;
  const named = (units: TaskChange['unitsAdded']) =>
    units.map(({ unitName, part }) => `${unitName}（${ASSIGNMENT_PART_LABELS[part]}）`).join('、');
  return (
    <Box>
      <Tag tone={TONES[kind]} icon={ICONS[kind]}>
        {TASK_CHANGE_LABELS[kind]}
      </Tag>
      <Box className="row-title is-brief">{`${number}．${mainTask}`}</Box>
      {kind === 'removed' ? <Box className="row-about">确认后撤销，已有的进展和经过仍可查看</Box> : null}
      {kind === 'restored' ? <Box className="row-about">以前撤销的任务重新交办，原来的进展和经过接着用</Box> : null}
      {fields.map(({ field, before, after }) => (
        <Box key={field} className="row-about">
          {`${CHANGED_FIELD_LABELS[field]}：${before || '空'} → ${after || '空'}`}
        </Box>
      ))}
      {due ? <Box className="row-about">{`时限：${inWords(due.before)} → ${inWords(due.after)}`}</Box> : null}
      {kind === 'changed' && unitsAdded.length ? (
        <Box className="row-about">{`增加单位：${named(unitsAdded)}`}</Box>
      ) : null}
      {kind === 'changed' && unitsRemoved.length ? (
        <Box className="row-about">{`不再承担：${named(unitsRemoved)}`}</Box>
      ) : null}
    </Box>
  );
}

const inWords = (day: Day | null): string => (day ? dayInWords(day) : '没有固定时限');
