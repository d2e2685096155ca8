import { shanghaiDay } from '@county/shared/calendar/day';
import { ASSIGNMENT_PART_LABELS } from '@county/shared/tasks/assignment';
import { lightOf } from '@county/shared/tasks/assignment-rules';
import { downloadLedger, getBreakdown, readLedger } from '@county/shared/tasks/breakdown-routes';
import type { LedgerLine } from '@county/shared/tasks/task-views';
import { useState } from 'react';
import { download } from '../../../api/call';
import type { Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { useList } from '../../../api/use-list';
import { today } from '../../../platform/clock';
import { openDocument } from '../../../platform/files';
import { goTo, withQuery } from '../../../platform/navigation';
import { FailureNotice, ListAnswer } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Switch } from '../../../ui/choice';
import { DataTable, type Column } from '../../../ui/data-table';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { ProgressBar } from '../../../ui/progress-bar';
import { Card, Flow, Row } from '../../../ui/surface';
import { useWide } from '../../../ui/use-wide';
import { useChosenFilters, type ChosenFilters } from '../chosen-filters';
import { dueInWords, StateTag, timeInWords, TimeTag } from '../line-state';
import { PlanFilters } from '../plan-filters';
import { Unsettled } from './unsettled';
import { SignInFirst } from '../../../shell/sign-in-first';

/** 台账: every task of every unit, filtered, and taken along as a workbook. */
export default function LedgerPage() {
  const staff = useStaff();
  const [breakdownId, chosen, choose] = useChosenFilters();
  const params = { breakdownId };
  const breakdown = useCall(getBreakdown, staff ? { params } : null);
  const list = useList(readLedger, staff ? { params, query: { ...chosen, limit: 100 } } : null);
  const wide = useWide();
  if (!staff) return <SignInFirst title="台账" />;
  return (
    <Page title="台账" about={breakdown.data?.title} wide>
      <PlanFilters chosen={chosen} onChange={choose} year={breakdown.data?.year} names={namesOf(chosen, list.data)}>
        <Switch
          label="含分解到村"
          value={chosen.withHandedDown === 'yes'}
          onChange={(on) => choose({ withHandedDown: on ? 'yes' : undefined })}
        />
      </PlanFilters>
      <Download breakdownId={breakdownId} chosen={chosen} />
      <Unsettled breakdownId={breakdownId} />
      <ListAnswer
        of={list}
        empty={
          <Card>
            <EmptyState icon="table-2" title="没有符合条件的任务">
              请放宽上面的筛选条件。
            </EmptyState>
          </Card>
        }
      >
        {(lines) =>
          wide ? (
            <DataTable
              label="台账"
              columns={COLUMNS}
              items={lines}
              keyOf={(line) => line.id}
              onOpen={(line) => void goTo(addressOfLine(line))}
            />
          ) : (
            <Card flush>
              {lines.map((line) => (
                <PhoneRow key={line.id} line={line} />
              ))}
            </Card>
          )
        }
      </ListAnswer>
    </Page>
  );
}

/** What the filters of an opened link mean, from the lines they let through. */
function namesOf({ taskId, unitId, underUnitId }: ChosenFilters, lines: readonly LedgerLine[] = []) {
  const [first] = lines;
  return {
    task: taskId && (first ? `第 ${first.task.number} 项` : '一项任务'),
    unit: unitId && (first?.unitName ?? '一个单位'),
    underUnit: underUnitId && '一个乡镇（街道）所辖的村和社区',
  };
}

const addressOfLine = ({ id }: LedgerLine) => withQuery('/pages/tasks/line/index', { id });

function Download({ breakdownId, chosen }: { breakdownId: string; chosen: ChosenFilters }) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const take = async () => {
    setBusy(true);
    const answer = await download(downloadLedger, { params: { breakdownId }, query: chosen }, '台账.xlsx');
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    setFailure(undefined);
    await openDocument(answer.reply);
  };
  return (
    <>
      <Button icon="download" busy={busy} onPress={() => void take()}>
        下载 Excel
      </Button>
      <FailureNotice failure={failure} />
    </>
  );
}

const COLUMNS: readonly Column<LedgerLine>[] = [
  {
    key: 'task',
    title: '任务',
    width: '24em',
    cell: (line) => <Box className="is-brief">{`${line.task.number}．${line.task.mainTask}`}</Box>,
  },
  { key: 'unit', title: '单位', width: '11em', cell: (line) => line.unitName },
  { key: 'part', title: '职责', width: '4em', cell: (line) => ASSIGNMENT_PART_LABELS[line.part] },
  { key: 'state', title: '状态', width: '10em', cell: (line) => <StateTag status={line.status} /> },
  { key: 'percent', title: '百分比', width: '9em', cell: (line) => <ProgressBar percent={line.percent} /> },
  { key: 'due', title: '时限', width: '7em', cell: (line) => line.dueOn ?? '无固定时限' },
  { key: 'time', title: '剩余', width: '9em', cell: (line) => <TimeCell line={line} /> },
  {
    key: 'report',
    title: '最近填报',
    width: '22em',
    cell: (line) => (line.lastReport ? `${shanghaiDay(line.lastReport.filedAt)} ${line.lastReport.note}` : '未报'),
  },
];

function PhoneRow({ line }: { line: LedgerLine }) {
  return (
    <Row
      brief
      title={`${line.task.number}．${line.task.mainTask}`}
      about={[line.unitName, dueInWords(line)].join(' · ')}
      to={addressOfLine(line)}
      foot={
        <>
          <ProgressBar percent={line.percent} />
          <Flow>
            <StateTag status={line.status} />
            <TimeTag line={line} />
          </Flow>
        </>
      }
    />
  );
}

/** A tag where it presses, plain words where it does not. */
function TimeCell({ line }: { line: LedgerLine }) {
  return lightOf(line, today()) === 'red' || lightOf(line, today()) === 'amber' ? (
    <TimeTag line={line} />
  ) : (
    <>{timeInWords(line)}</>
  );
}
