import { dayInWords } from '@county/shared/calendar/day';
import type {
  BreakdownPreview,
  HeldRow,
  PreviewRemark,
  PreviewTask,
} from '@county/shared/tasks/breakdowns/breakdown-preview';
import { RECTIFICATION_LABELS, type Finding } from '@county/shared/tasks/findings/finding';
import { taskWord } from '@county/shared/tasks/breakdowns/task-breakdown';
import { rowKey } from '@county/shared/tasks/breakdowns/preview-correction';
import { useState } from 'react';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Segmented } from '../../../ui/choice';
import { EmptyState } from '../../../ui/empty-state';
import { Card, Facts, Flow, Section, Stack } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';
import { RowSheet } from './row-sheet';
import type { Corrections } from './use-corrections';

const BATCH = 30;
const MOST_UNITS = 14;

type Part = 'doubts' | 'all' | 'left-out';

/** Every row of the document: what could not be read and what is doubtful first, each to be put right in place. */
export function RowsPart({ corrections }: { corrections: Corrections }) {
  const { preview } = corrections;
  const held = preview.heldRows.filter(({ leftOut }) => !leftOut);
  const leftOut = preview.heldRows.filter((row) => row.leftOut);
  const doubtful = preview.tasks.filter((task) => task.doubtful);
  const [part, setPart] = useState<Part>(held.length || doubtful.length ? 'doubts' : 'all');
  const [shown, setShown] = useState(BATCH);
  const [open, setOpen] = useState<PreviewTask | HeldRow>();
  const rows = { doubts: [...held, ...doubtful], all: preview.tasks, 'left-out': leftOut }[part];
  const general = preview.remarks.filter(({ row }) => row === null);
  return (
    <>
      {general.map((remark) => (
        <RemarkLine key={remark.message} remark={remark} />
      ))}
      <Segmented<Part>
        label="看哪些行"
        options={[
          { value: 'doubts', label: `要核对 ${held.length + doubtful.length}` },
          { value: 'all', label: `全部${taskWord(preview.kind)} ${preview.tasks.length}` },
          ...(leftOut.length ? [{ value: 'left-out' as const, label: `不是任务 ${leftOut.length}` }] : []),
        ]}
        value={part}
        onChange={(value) => {
          setPart(value);
          setShown(BATCH);
        }}
      />
      {rows.length ? null : (
        <Card>
          <EmptyState icon="circle-check" title={part === 'doubts' ? '没有要核对的' : '没有任务'}>
            {part === 'doubts' ? '每一格都看懂了，可以确认交办。' : '请按上面的提示改正。'}
          </EmptyState>
        </Card>
      )}
      <Section title={part === 'doubts' ? '先核对这些' : '识别结果'}>
        {rows.slice(0, shown).map((row) => (
          <RowCard
            key={rowKey(row.table, row.row)}
            row={row}
            preview={preview}
            onCorrect={() => {
              corrections.forgetFailure();
              setOpen(row);
            }}
          />
        ))}
        {rows.length > shown ? (
          <Button wide onPress={() => setShown(shown + BATCH)}>
            {`再看 ${Math.min(BATCH, rows.length - shown)} 行`}
          </Button>
        ) : null}
      </Section>
      {open ? <RowSheet row={open} corrections={corrections} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}

interface RowCardProps {
  row: PreviewTask | HeldRow;
  preview: BreakdownPreview;
  onCorrect: () => void;
}

function RowCard({ row, preview, onCorrect }: RowCardProps) {
  const place = preview.tables[row.table]?.place ?? '';
  const remarks = preview.remarks.filter((remark) => remark.row === row.row && remark.place === place);
  const isTask = 'number' in row;
  const isIn = preview.confirmedRows.includes(rowKey(row.table, row.row));
  return (
    <Card>
      <Stack>
        <Box className="row-title">
          {isTask ? `${row.number}．${row.mainTask}` : row.mainTask || `第 ${row.row} 行：没有主要任务`}
        </Box>
        {row.concreteWork && row.concreteWork !== row.mainTask ? (
          <Box className="row-about">{row.concreteWork}</Box>
        ) : null}
        {isTask && row.finding ? <Box className="row-about">{findingInWords(row.finding)}</Box> : null}
        {isTask ? <UnitTags task={row} /> : null}
        <Facts
          facts={[
            { name: '原文位置', value: `${place}第 ${row.row} 行` },
            { name: '类别', value: row.category || '未写' },
            { name: '原文单位', value: row.unitsPhrase || '未写' },
            { name: '时限', value: isTask ? dueInWords(row) : row.duePhrase || '未写' },
          ]}
        />
        {remarks.map((remark) => (
          <RemarkLine key={`${remark.column} ${remark.message}`} remark={remark} />
        ))}
        <Flow>
          {isIn ? (
            <Tag tone="pine" icon="circle-check">
              已交办
            </Tag>
          ) : (
            <Button icon="pencil" onPress={onCorrect}>
              {isTask || row.leftOut ? '改正' : '补上或改正'}
            </Button>
          )}
          {isTask && row.corrected.length ? (
            <Tag tone="blue" icon="users">
              已人工改正
            </Tag>
          ) : null}
        </Flow>
      </Stack>
    </Card>
  );
}

/** What the list says of a finding besides. */
function findingInWords({ rectification, requirement, goal, answerable, source }: Finding): string {
  return [
    rectification && RECTIFICATION_LABELS[rectification],
    requirement && `要求：${requirement}`,
    goal && `目标：${goal}`,
    answerable && `责任人：${answerable}`,
    source && `来源：${source}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

function UnitTags({ task }: { task: PreviewTask }) {
  const shown = task.units.slice(0, MOST_UNITS);
  return (
    <Flow>
      {shown.map((unit) => (
        <Tag key={unit.unitId} tone={unit.part === 'lead' ? 'pine' : 'stone'} icon="building-2">
          {`${unit.unitName}${PART_WORDS[unit.part]}`}
        </Tag>
      ))}
      {task.units.length > shown.length ? <Box as="span">{`等，共 ${task.units.length} 个单位`}</Box> : null}
      {task.openSetPhrase ? <Tag tone="blue" icon="ellipsis">{`开放范围：${task.openSetPhrase}`}</Tag> : null}
      {task.unresolvedPhrase ? <Tag tone="amber" icon="circle-help">{`待明确：${task.unresolvedPhrase}`}</Tag> : null}
    </Flow>
  );
}

const PART_WORDS = { lead: '（牵头）', responsible: '', supporting: '（配合）' } as const;

const SEVERITIES = {
  error: { tone: 'cinnabar', icon: 'circle-alert', words: '要改' },
  warning: { tone: 'amber', icon: 'triangle-alert', words: '请核对' },
  note: { tone: 'blue', icon: 'info', words: '说明' },
} as const;

function RemarkLine({ remark }: { remark: PreviewRemark }) {
  const { tone, icon, words } = SEVERITIES[remark.severity];
  return (
    <Box>
      <Tag tone={tone} icon={icon}>
        {remark.column ? `${words}：${remark.column}` : words}
      </Tag>
      <Box className="row-about">{remark.message}</Box>
    </Box>
  );
}

function dueInWords({ due }: PreviewTask): string {
  return `${due.phrase || '未写'} → ${due.dueOn ? dayInWords(due.dueOn) : DUE_WORDS[due.kind]}`;
}

const DUE_WORDS = {
  'by-day': '',
  recurring: '定期报进展',
  'open-ended': '无固定时限，按季报进展',
  'start-only': '即日开始，无固定时限',
  unclear: '待确认',
} as const;
