import { ASSIGNMENT_STEP_LABELS, REMARK_FIELD_LABELS } from '@county/shared/tasks/lines/assignment-step';
import { periodName } from '@county/shared/tasks/lines/report-periods';
import type { AssignmentView } from '@county/shared/tasks/task-views';
import { canReport } from '@county/shared/tasks/lines/assignment-rules';
import { useStaff } from '../../../api/session';
import { withQuery } from '../../../platform/navigation';
import { Button } from '../../../ui/button';
import { timeInWords } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { EmptyState } from '../../../ui/empty-state';
import { Card, Flow, Section, Stack } from '../../../ui/surface';
import type { IconName } from '../../../ui/icon-name';
import { Tag, type Tone } from '../../../ui/tag';
import { isReturn } from '../return-remarks';
import { StepPhotos } from './step-photos';

type Report = AssignmentView['reports'][number];
type Step = AssignmentView['steps'][number];

/** Reports and steps of a line, newest first. */
export function LineHistory({ line }: { line: AssignmentView }) {
  if (!line.mayReadReports)
    return (
      <Section title="经过">
        <Card>
          <EmptyState icon="lock" title="填报内容只对本单位、上级单位和督查员显示">
            您可以看到任务、单位、时限和状态。
          </EmptyState>
        </Card>
      </Section>
    );
  const entries = [
    ...line.reports.map((report) => ({ at: report.filedAt, report, step: undefined })),
    ...line.steps.map((step) => ({ at: step.at, report: undefined, step })),
  ].sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <Section title="经过">
      <Card>
        {entries.length ? (
          <Stack>
            {entries.map(({ report, step }) =>
              report ? (
                <ReportEntry key={report.id} report={report} before={beforeOf(line, report)} line={line} />
              ) : (
                <StepEntry key={step!.id} step={step!} />
              ),
            )}
          </Stack>
        ) : (
          <EmptyState icon="history" title="还没有填报">
            填报后，做了什么、存在问题和下一步都会留在这里。
          </EmptyState>
        )}
      </Card>
    </Section>
  );
}

const beforeOf = (line: AssignmentView, report: Report): Report | undefined =>
  line.reports[line.reports.indexOf(report) + 1];

/** What a report says otherwise than the one before it. */
function differences(report: Report, before: Report): string[] {
  const told = (percent: number | null) => (percent === null ? '无进展' : `${percent}%`);
  return [
    report.percent !== before.percent && `比例 ${told(before.percent)} → ${told(report.percent)}`,
    report.problems !== before.problems && (report.problems ? '“存在问题”有修改' : '“存在问题”已删去'),
    report.nextStep !== before.nextStep && (report.nextStep ? '“下一步”有修改' : '“下一步”已删去'),
  ].filter((words): words is string => Boolean(words));
}

interface ReportEntryProps {
  report: Report;
  before: Report | undefined;
  line: AssignmentView;
}

function ReportEntry({ report, before, line }: ReportEntryProps) {
  const changed = before ? differences(report, before) : [];
  const staff = useStaff();
  const mayTakeUp = staff !== undefined && canReport(line, staff).allowed;
  return (
    <Box className="stack">
      <Flow>
        <Tag tone="pine" icon="file-text">
          {report.percent === null ? '本期无进展' : `填报 ${report.percent}%`}
        </Tag>
        {report.period ? (
          <Box as="span" className="row-about">
            {periodName(report.period)}
          </Box>
        ) : null}
        {report.source === 'phone' ? (
          <Tag tone="stone" icon="phone">
            来电代录
          </Tag>
        ) : null}
        <Box as="span" className="row-about">{`${report.filedByName} · ${timeInWords(report.filedAt)}`}</Box>
      </Flow>
      <Box>{report.note}</Box>
      {changed.length ? <Box className="row-about">{`与上一份相比：${changed.join('，')}`}</Box> : null}
      {report.lowerReason ? <Box className="row-about">{`百分比降低的原因：${report.lowerReason}`}</Box> : null}
      {report.problems ? <Box className="row-about">{`问题：${report.problems}`}</Box> : null}
      {report.nextStep ? <Box className="row-about">{`下一步：${report.nextStep}`}</Box> : null}
      <StepPhotos files={report.photos} />
      {mayTakeUp ? (
        <Flow>
          <Button
            kind="quiet"
            icon="copy"
            href={withQuery('/pages/tasks/report/index', { id: line.id, from: report.id })}
          >
            以这份为底稿再填一份
          </Button>
        </Flow>
      ) : null}
    </Box>
  );
}

function signOf(step: Step): readonly [Tone, IconName] {
  if (isReturn(step)) return ['blue', 'undo-2'];
  if (step.kind === 'nudged' || step.kind === 'reminded' || step.kind === 'reminder-moved') return ['amber', 'bell'];
  if (step.kind === 'rung') return ['amber', 'phone'];
  return [step.kind === 'withdrawn' ? 'stone' : 'pine', 'check'];
}

function StepEntry({ step }: { step: Step }) {
  const [tone, icon] = signOf(step);
  return (
    <Box className="stack">
      <Flow>
        <Tag tone={tone} icon={icon}>
          {ASSIGNMENT_STEP_LABELS[step.kind]}
        </Tag>
        <Box as="span" className="row-about">{`${step.byName} · ${timeInWords(step.at)}`}</Box>
      </Flow>
      {step.words ? <Box>{step.words}</Box> : null}
      {(step.remarks ?? []).map(({ field, words }) => (
        <Box key={field} className="row-about">{`${REMARK_FIELD_LABELS[field]}：${words}`}</Box>
      ))}
      {step.proof ? <Box className="row-about">{`依据：${step.proof}`}</Box> : null}
      <StepPhotos files={step.files} />
    </Box>
  );
}
