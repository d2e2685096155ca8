import { dayInWords, dueDayInWords } from '@county/shared/calendar/day';
import { PROVISIONAL_WORDS } from '@county/shared/calendar/working-days';
import { ASSIGNMENT_STATUS_LABELS } from '@county/shared/tasks/lines/assignment';
import { issueOrder } from '@county/shared/supervision-orders/order-routes';
import type { OrderChoices } from '@county/shared/supervision-orders/order-views';
import { useState } from 'react';
import { call } from '../../../api/call';
import { useDraft } from '../../../api/drafts';
import { issueAt, type Failure } from '../../../api/failure';
import { today } from '../../../platform/clock';
import { newId } from '../../../platform/ids';
import { replaceWith } from '../../../platform/navigation';
import { FailureNotice, timeInWords } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Checks } from '../../../ui/choice';
import { confirm } from '../../../ui/dialog';
import { DateField, Field, TextArea } from '../../../ui/field';
import { ActionBar, Card, Facts, Flow, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { orderPage } from '../order-state';

interface Form {
  id: string;
  title: string;
  reason: string;
  demand: string;
  answerBy: string;
  assignmentIds: string[];
}

interface FormProps {
  choices: OrderChoices;
  /** The line one comes from. */
  assignmentId: string | undefined;
}

/** What is demanded of the unit and by when; saved on this device by itself until it is issued. */
export function IssueForm({ choices, assignmentId }: FormProps) {
  const { toUnitId, toUnitName, lines } = choices;
  const draft = useDraft<Form>(`order:${assignmentId ?? toUnitId}`, {
    id: newId(),
    title: '',
    reason: '',
    demand: '',
    answerBy: choices.answerBy,
    assignmentIds: assignmentId ? [assignmentId] : [],
  });
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const form = draft.value;
  // Who comes from one task need not look past all the others.
  const [isChoosing, setIsChoosing] = useState(!assignmentId);
  const shown = isChoosing ? lines : lines.filter((line) => form.assignmentIds.includes(line.assignmentId));
  // The id drawn first stays with the draft, so that sending again makes no second order.
  const write = (part: Partial<Form>) => draft.change({ id: form.id, ...part });
  const issue = async () => {
    const question = {
      title: `向${toUnitName}下达督办单？`,
      words: `下达后编号，内容不能再改；${toUnitName}立即收到，要在 ${dayInWords(form.answerBy || today(), today())} 前答复。`,
      yes: '下达',
    };
    if (!(await confirm(question))) return;
    setBusy(true);
    const answer = await call(issueOrder, { body: { ...form, toUnitId } });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    draft.discard();
    toast(`已下达：${answer.reply.documentNumber}`);
    await replaceWith(orderPage(form.id));
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  return (
    <>
      <FailureNotice failure={failure} />
      <Card>
        <Stack>
          <Facts facts={[{ name: '责任单位', value: toUnitName }]} />
          <Checks
            label="督办的任务"
            hint={hintOf(choices, isChoosing)}
            options={shown.map((line) => ({
              value: line.assignmentId,
              label: `${line.taskNumber}．${line.mainTask}`,
              about: aboutOf(line),
            }))}
            values={form.assignmentIds}
            onChange={(assignmentIds) => write({ assignmentIds })}
            error={issueAt(issues, 'assignmentIds')}
          />
          {isChoosing || lines.length === shown.length ? null : (
            <Flow>
              <Button kind="quiet" icon="plus" onPress={() => setIsChoosing(true)}>
                再选这个单位的其他任务
              </Button>
            </Flow>
          )}
        </Stack>
      </Card>
      <Card>
        <Stack>
          <Field
            label="标题"
            hint="例如 关于加快推进某项工作的督办单"
            maxLength={100}
            value={form.title}
            onChange={(title) => write({ title })}
            error={issueAt(issues, 'title')}
          />
          <TextArea
            label="督办事由"
            hint="为什么督办，发现了什么"
            rows={3}
            maxLength={1000}
            value={form.reason}
            onChange={(reason) => write({ reason })}
            error={issueAt(issues, 'reason')}
          />
          <TextArea
            label="督办要求"
            hint="要做到什么，答复里要写明什么"
            rows={4}
            maxLength={2000}
            value={form.demand}
            onChange={(demand) => write({ demand })}
            error={issueAt(issues, 'demand')}
          />
          <DateField
            label="答复期限"
            hint={`默认 ${choices.workingDays} 个工作日：${dayInWords(choices.answerBy, today())}${choices.isProvisional ? `（${PROVISIONAL_WORDS}）` : ''}`}
            min={today()}
            value={form.answerBy}
            onChange={(answerBy) => write({ answerBy })}
            error={issueAt(issues, 'answerBy')}
          />
          <Box className="row-about">{savedInWords(draft.savedAt, draft.unsaved)}</Box>
        </Stack>
      </Card>
      <ActionBar>
        <Button
          kind="primary"
          icon="send"
          wide
          busy={busy}
          disabledReason={form.assignmentIds.length ? null : '请先勾选督办的任务'}
          onPress={() => void issue()}
        >
          下达
        </Button>
      </ActionBar>
    </>
  );
}

function hintOf({ isWhole, lines }: OrderChoices, isChoosing: boolean): string | undefined {
  if (!isChoosing) return undefined;
  return isWhole ? '可以选几项，都由这个单位答复' : `只列出最近到期的 ${lines.length} 项；其他的请从任务页面下达`;
}

const aboutOf = ({ status, percent, dueOn, breakdownTitle }: OrderChoices['lines'][number]) =>
  [
    ASSIGNMENT_STATUS_LABELS[status],
    percent === null ? '未填报' : `${percent}%`,
    dueOn ? dueDayInWords(dueOn, today()) : '没有固定时限',
    breakdownTitle,
  ].join(' · ');

function savedInWords(savedAt: string | undefined, unsaved: boolean): string {
  if (unsaved) return '这台设备存满了，没有自动存下；请尽快下达';
  return savedAt ? `已自动存在这台设备上（${timeInWords(savedAt)}）` : '写下的内容会自动存在这台设备上';
}
