import { ASSIGNMENT_PART_LABELS, AssignmentPart } from '@county/shared/tasks/lines/assignment';
import type { HeldRow, PreviewTask } from '@county/shared/tasks/breakdowns/breakdown-preview';
import type { RowCorrection } from '@county/shared/tasks/breakdowns/preview-correction';
import { useState } from 'react';
import { issueAt } from '../../../api/failure';
import { FailureNotice } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { Segmented, Switch } from '../../../ui/choice';
import { Sheet } from '../../../ui/dialog';
import { DateField, Select, TextArea } from '../../../ui/field';
import { Flow, Stack } from '../../../ui/surface';
import { UnitPicker } from '../unit-picker';
import { AliasPart } from './alias-part';
import type { Corrections } from './use-corrections';

interface RowSheetProps {
  row: PreviewTask | HeldRow;
  corrections: Corrections;
  onClose: () => void;
}

const TEXTS = [
  ['mainTask', '主要任务', 2000, 3],
  ['concreteWork', '具体工作', 4000, 4],
  ['category', '类别', 200, 1],
  ['unitsPhrase', '责任单位（原文）', 1000, 2],
  ['duePhrase', '完成时限（原文）', 200, 1],
] as const;

type Part = 'units' | 'due' | 'texts';
type Texts = Record<(typeof TEXTS)[number][0], string>;

/** One row put right: its units, its day, its words; or that it is no task. */
export function RowSheet({ row, corrections, onClose }: RowSheetProps) {
  const { correct, busy, failure } = corrections;
  const task = 'number' in row ? row : undefined;
  const original = textsOf(row);
  const [part, setPart] = useState<Part>(task ? 'units' : 'texts');
  const [units, setUnits] = useState(
    task?.units.map(({ unitId, unitName, part: own }) => ({ unitId, unitName, part: own })),
  );
  const [dueOn, setDueOn] = useState<string | null | undefined>(
    task?.corrected.includes('due') ? task.due.dueOn : undefined,
  );
  const [texts, setTexts] = useState<Texts>(original);
  const [unitsTouched, setUnitsTouched] = useState(task?.corrected.includes('units') ?? false);
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  const send = async (correction: RowCorrection | null) => {
    if (await correct({ kind: 'row', table: row.table, row: row.row, correction })) onClose();
  };
  const save = () => {
    const textsChanged = task?.corrected.includes('texts') || TEXTS.some(([field]) => texts[field] !== original[field]);
    return send({
      ...(textsChanged ? { texts } : {}),
      ...(unitsTouched && units ? { units: units.map(({ unitId, part: own }) => ({ unitId, part: own })) } : {}),
      ...(dueOn === undefined ? {} : { dueOn }),
    });
  };
  const changeUnits = (chosen: { unitId: string; unitName: string }[]) => {
    setUnitsTouched(true);
    setUnits(
      chosen.map((unit) => ({
        ...unit,
        part: units?.find(({ unitId }) => unitId === unit.unitId)?.part ?? ('responsible' as AssignmentPart),
      })),
    );
  };
  return (
    <Sheet
      title={task ? `改正第 ${task.number} 项` : `第 ${row.row} 行`}
      onClose={onClose}
      actions={
        <Flow>
          <Button kind="primary" busy={busy} onPress={() => void save()}>
            保存
          </Button>
          <Button kind="danger" busy={busy} onPress={() => void send({ leftOut: true })}>
            这一行不是任务
          </Button>
          {task?.corrected.length || ('leftOut' in row && row.leftOut) ? (
            <Button busy={busy} onPress={() => void send(null)}>
              恢复原样
            </Button>
          ) : null}
        </Flow>
      }
    >
      <Stack>
        <FailureNotice failure={failure} />
        {task ? (
          <Segmented<Part>
            label="改哪一部分"
            options={[
              { value: 'units', label: '单位' },
              { value: 'due', label: '时限' },
              { value: 'texts', label: '文字' },
            ]}
            value={part}
            onChange={setPart}
          />
        ) : null}
        {part === 'units' && task ? (
          <>
            {task.unresolvedPhrase ? (
              <AliasPart phrase={task.unresolvedPhrase} corrections={corrections} onDone={onClose} />
            ) : null}
            <UnitPicker
              label="由哪些单位承担"
              chosen={units ?? []}
              onChange={changeUnits}
              error={issueAt(issues, 'correction.units')}
            />
            {units?.map((unit) => (
              <Select
                key={unit.unitId}
                label={`${unit.unitName}的职责`}
                options={AssignmentPart.options.map((value) => ({ value, label: ASSIGNMENT_PART_LABELS[value] }))}
                value={unit.part}
                onChange={(value) => {
                  setUnitsTouched(true);
                  setUnits(units.map((one) => (one === unit ? { ...one, part: value as AssignmentPart } : one)));
                }}
              />
            ))}
          </>
        ) : null}
        {part === 'due' && task ? (
          <>
            <DateField
              label="完成时限"
              hint={`原文：${task.due.phrase || '未写'}`}
              value={(dueOn === undefined ? task.due.dueOn : dueOn) ?? ''}
              onChange={(day) => setDueOn(day || null)}
              error={issueAt(issues, 'correction.dueOn')}
            />
            <Switch
              label="没有固定时限"
              about="长期坚持、持续推进的工作，按季报进展"
              value={dueOn === null}
              onChange={(none) => setDueOn(none ? null : undefined)}
            />
          </>
        ) : null}
        {part === 'texts'
          ? TEXTS.map(([field, label, maxLength, rows]) => (
              <TextArea
                key={field}
                label={label}
                optional={field !== 'mainTask'}
                rows={rows}
                maxLength={maxLength}
                value={texts[field]}
                onChange={(value) => setTexts({ ...texts, [field]: value })}
                error={issueAt(issues, `correction.texts.${field}`)}
              />
            ))
          : null}
      </Stack>
    </Sheet>
  );
}

function textsOf(row: PreviewTask | HeldRow): Texts {
  const { mainTask, concreteWork, category, unitsPhrase } = row;
  return { mainTask, concreteWork, category, unitsPhrase, duePhrase: 'due' in row ? row.due.phrase : row.duePhrase };
}
