import { shanghaiTime } from '@county/shared/calendar/day';
import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import { canReport, needsLowerReason } from '@county/shared/tasks/lines/assignment-rules';
import { reportEvery } from '@county/shared/tasks/lines/report-periods';
import { NewProgressReport } from '@county/shared/tasks/lines/progress-report';
import { fileProgressReport, getAssignment } from '@county/shared/tasks/task-routes';
import type { AssignmentView } from '@county/shared/tasks/task-views';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useDraft } from '../../../api/drafts';
import { comesBack, issuesOf, issueAt, type Failure } from '../../../api/failure';
import { sendOrKeep, useOutbox, useSentItem, type Sending } from '../../../api/outbox';
import { unsent } from '../../../api/outbox-queue';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { newId } from '../../../platform/ids';
import { goBack } from '../../../platform/navigation';
import type { PickedFile } from '../../../platform/picked-file';
import { Answer, FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { TextArea } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { PhotoField } from '../../../ui/photo-field';
import { Stepper } from '../../../ui/stepper';
import { ActionBar, Card, Flow, Stack } from '../../../ui/surface';
import { dueInWords } from '../../../components/line-due';
import { remarksOf } from '../return-remarks';
import { useEventNote, WithEventNote } from './event-note';
import { PeriodFields } from './period-fields';
import { SignInFirst } from '../../../shell/sign-in-first';

const OUTBOX_PAGE = '/pages/tasks/outbox/index';

interface Form {
  id: string;
  /** The period it answers; empty for the current one. */
  period: string;
  nothingNew: boolean;
  percent: number | null;
  note: string;
  problems: string;
  nextStep: string;
  lowerReason: string;
  afterReportId: string;
  /** Kept with the draft, so that lists can name it without a network. */
  title: string;
  dueOn: string | null;
}

/** Files progress on a line; kept on the phone first, sent when there is a network. */
export default function ReportPage() {
  const { id = '', source, from, event } = useRouter().params;
  const staff = useStaff();
  const view = useCall(getAssignment, staff ? { params: { assignmentId: id } } : null);
  if (!staff) return <SignInFirst title="填报进展" />;
  return (
    <Page
      keepsUnsent
      title={source === 'phone' ? '代为录入' : '填报进展'}
      about={view.data && `${view.data.unitName} · ${dueInWords(view.data)}`}
    >
      <Answer of={view} shape="words">
        {(line) => (
          <WithEventNote eventId={event}>
            {(eventNote) => (
              <ReportForm
                line={line}
                source={source === 'phone' ? 'phone' : 'self'}
                from={from}
                eventNote={eventNote}
              />
            )}
          </WithEventNote>
        )}
      </Answer>
    </Page>
  );
}

interface ReportFormProps {
  line: AssignmentView;
  source: 'self' | 'phone';
  /** A report whose words are taken up again. */
  from: string | undefined;
  /** What is known of an event that speaks to the task. */
  eventNote: string | undefined;
}

function ReportForm({ line, source, from, eventNote }: ReportFormProps) {
  const staff = useStaff()!;
  const last = line.reports[0];
  const taken = line.reports.find((report) => report.id === from) ?? last;
  const draft = useDraft<Form>(`report:${line.id}`, {
    id: newId(),
    period: '',
    nothingNew: false,
    percent: line.percent,
    note: from ? (taken?.note ?? '') : '',
    problems: taken?.problems ?? '',
    nextStep: taken?.nextStep ?? '',
    lowerReason: '',
    afterReportId: last?.id ?? '',
    title: `${line.task.number}．${line.task.mainTask}`,
    dueOn: line.dueOn,
  });
  const [photos, setPhotos] = useState<PickedFile[]>([]);
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const [sending, setSending] = useState<Sending>();
  const form = draft.value;
  const change = (part: Partial<Form>) => draft.change({ id: form.id, ...part });
  useEventNote(eventNote, form.note, (note) => change({ note }));
  const every = reportEvery(line.dueOn, line.task.duePhrase);
  const nothingNew = every !== null && form.nothingNew;
  const asksWhy = !nothingNew && needsLowerReason(line, form);
  const verdict = canReport(line, staff, source);
  const remark = remarksOf(line);
  const isWaiting = useOutbox(({ items }) => unsent(items).some(({ request }) => request.path.includes(line.id)));

  const send = async () => {
    const written = {
      ...form,
      problems: form.problems.trim() || null,
      nextStep: form.nextStep.trim() || null,
      lowerReason: asksWhy ? form.lowerReason.trim() || null : null,
    };
    const checked = checkInput(NewProgressReport, {
      ...written,
      percent: nothingNew ? null : (form.percent ?? undefined),
      period: every && form.period ? form.period : null,
      afterReportId: form.afterReportId || null,
      photoIds: photos.map((photo) => photo.id),
      source,
    });
    const missing =
      asksWhy && !written.lowerReason ? [{ path: ['lowerReason'], message: '百分比比上次低，请写明原因' }] : [];
    const found = [...(checked.valid ? [] : checked.issues), ...missing];
    setFailure(undefined);
    setIssues(found);
    if (!checked.valid || found.length) return;
    setBusy(true);
    const result = await sendOrKeep({
      id: form.id,
      kind: 'progress-report',
      title: `填报：${line.task.number}．${line.task.mainTask.slice(0, 20)} ${nothingNew ? '本期无进展' : `${form.percent}%`}`,
      route: fileProgressReport,
      request: { params: { assignmentId: line.id }, body: checked.value },
      photos,
    });
    setBusy(false);
    if (comesBack(result.failure)) {
      setIssues(issuesOf(result.failure));
      return setFailure(result.failure);
    }
    draft.discard();
    setSending(result);
  };

  if (sending) return <Sent sending={sending} line={line} />;
  if (!verdict.allowed)
    return (
      <Notice kind="warn" title="现在不能填报" action={<Button onPress={() => void goBack()}>返回</Button>}>
        {verdict.reason}
      </Notice>
    );
  return (
    <>
      <FailureNotice failure={failure} />
      {isWaiting ? (
        <Notice
          kind="info"
          title="已有一份存在这台设备上，等网络恢复自动发送"
          action={<Button href={OUTBOX_PAGE}>看待发送</Button>}
        >
          不用再填一遍；又有新进展，可以另填一份。
        </Notice>
      ) : null}
      <Card>
        <Stack>
          <Box className="row-title">{`${line.task.number}．${line.task.mainTask}`}</Box>
          {every ? (
            <PeriodFields
              line={line}
              every={every}
              period={form.period}
              nothingNew={form.nothingNew}
              onChange={change}
              error={issueAt(issues, 'period')}
            />
          ) : null}
          {nothingNew ? null : (
            <Stepper
              label="完成百分比"
              hint={line.percent === null ? '还没有填报过' : `上次填报 ${line.percent}%`}
              value={form.percent}
              min={0}
              max={100}
              step={5}
              quickStep={10}
              unit="%"
              onChange={(percent) => change({ percent })}
              error={issueAt(issues, 'percent') ?? remark('percent')}
            />
          )}
          {asksWhy ? (
            <TextArea
              label="百分比降低的原因"
              rows={2}
              maxLength={500}
              value={form.lowerReason}
              onChange={(lowerReason) => change({ lowerReason })}
              error={issueAt(issues, 'lowerReason')}
            />
          ) : null}
          <TextArea
            label={nothingNew ? '为什么没有进展' : '做了什么'}
            hint={nothingNew ? '一句话说明，比例保持不变' : '什么时间、做了哪些事、有什么结果'}
            rows={4}
            maxLength={2000}
            value={form.note}
            onChange={(note) => change({ note })}
            error={issueAt(issues, 'note') ?? remark('note')}
          />
          <TextArea
            label="存在问题"
            optional
            rows={2}
            maxLength={1000}
            value={form.problems}
            onChange={(problems) => change({ problems })}
            error={issueAt(issues, 'problems') ?? remark('problems')}
          />
          <TextArea
            label="下一步"
            optional
            rows={2}
            maxLength={1000}
            value={form.nextStep}
            onChange={(nextStep) => change({ nextStep })}
            error={issueAt(issues, 'nextStep') ?? remark('nextStep')}
          />
          <PhotoField
            label="照片"
            hint="会自动缩小，并去掉拍摄时间和位置；没有信号时先存下"
            photos={photos}
            onChange={setPhotos}
          />
          {remark('photos') ? <Notice kind="warn">{remark('photos')}</Notice> : null}
          {draft.unsaved ? (
            <Notice kind="warn" title="手机存储已满，内容没有存下">
              请先清理手机空间，再离开本页。
            </Notice>
          ) : draft.savedAt ? (
            <Box className="field-hint">{`已自动保存 ${shanghaiTime(draft.savedAt)}，尚未提交`}</Box>
          ) : null}
        </Stack>
      </Card>
      <ActionBar>
        <Button kind="primary" icon="send" wide busy={busy} onPress={() => void send()}>
          提交填报
        </Button>
      </ActionBar>
    </>
  );
}

function Sent({ sending, line }: { sending: Sending; line: AssignmentView }) {
  const item = useSentItem(sending);
  const waitingPhotos = item.photos.filter((photo) => photo.state !== 'sent').length;
  const arrived = item.wordsSent;
  return (
    <Notice
      kind={arrived ? 'success' : 'warn'}
      title={arrived ? '已提交' : '已存下，有网络时自动发送'}
      action={
        <Flow>
          <Button kind="primary" onPress={() => void goBack()}>
            返回任务
          </Button>
          {item.state === 'sent' ? null : <Button href="/pages/tasks/outbox/index">看待发送</Button>}
        </Flow>
      }
    >
      {arrived
        ? `“${line.task.mainTask.slice(0, 24)}…”的进展已送达。本单位、上级单位和督查员可以看到。${waitingPhotos ? `还有 ${waitingPhotos} 张照片在发送。` : ''}${item.notice ? `${item.notice}。` : ''}`
        : '请不要卸载或清除数据。在“待发送”里可以查看和再次发送。'}
    </Notice>
  );
}
