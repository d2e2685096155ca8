import { canRecheck } from '@county/shared/tasks/findings/finding-rules';
import { fileRecheck } from '@county/shared/tasks/findings/finding-routes';
import {
  RECHECK_OUTCOME_LABELS,
  RECHECK_WAY_LABELS,
  RecheckOutcome,
  RecheckWay,
} from '@county/shared/tasks/findings/recheck';
import type { RemarkField } from '@county/shared/tasks/lines/assignment-step';
import { getAssignment } from '@county/shared/tasks/task-routes';
import type { AssignmentView } from '@county/shared/tasks/task-views';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../../api/call';
import { useDraft } from '../../../api/drafts';
import { issueAt, type Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { today } from '../../../platform/clock';
import { newId } from '../../../platform/ids';
import { goBack } from '../../../platform/navigation';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer, FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Choice } from '../../../ui/choice';
import { DateField, TextArea } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { ActionBar, Card, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { RemarkFields } from '../remark-fields';
import { ProofPart } from '../finding/proof-part';

interface Form {
  id: string;
  outcome: RecheckOutcome | null;
  way: RecheckWay | null;
  words: string;
  checkedOn: string;
  fields: RemarkField[];
  remarks: Partial<Record<RemarkField, string>>;
}

/** 复查: somebody of another unit writes down whether the problem was put right. */
export default function RecheckPage() {
  const { id: assignmentId = '' } = useRouter().params;
  const staff = useStaff();
  const view = useCall(getAssignment, staff ? { params: { assignmentId } } : null);
  if (!staff) return <SignInFirst title="复查" />;
  return (
    <Page title="复查" about={view.data?.unitName}>
      <Answer of={view} shape="words">
        {(line) => <RecheckForm line={line} />}
      </Answer>
    </Page>
  );
}

function RecheckForm({ line }: { line: AssignmentView }) {
  const staff = useStaff()!;
  const draft = useDraft<Form>(`recheck:${line.id}`, {
    id: newId(),
    outcome: null,
    way: null,
    words: '',
    checkedOn: today(),
    fields: [],
    remarks: {},
  });
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const { id, outcome, way, words, checkedOn, fields, remarks } = draft.value;
  const change = (part: Partial<Form>) => draft.change({ id, ...part });
  const verdict = line.finding
    ? canRecheck(line, line.finding, staff)
    : ({ allowed: false, reason: '这是一般任务，不用复查' } as const);
  const missing = !outcome ? '请选择复查结论' : !way ? '请选择复查方式' : words.trim() ? null : '请写明复查情况';
  const send = async () => {
    if (!outcome || !way) return;
    setBusy(true);
    const given = outcome === 'unmet' ? fields.map((field) => ({ field, words: remarks[field] ?? '' })) : [];
    const body = { id, outcome, way, words, checkedOn, remarks: given };
    const answer = await call(fileRecheck, { params: { assignmentId: line.id }, body });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    draft.discard();
    toast(outcome === 'met' ? '已记录：整改到位，可以销号' : '已记录并退回');
    await goBack();
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  return (
    <>
      <FailureNotice failure={failure} />
      {verdict.allowed ? null : (
        <Notice kind="warn" title="现在不能复查">
          {verdict.reason}
        </Notice>
      )}
      <Card>
        <Box className="row-title">{`${line.task.number}．${line.task.mainTask}`}</Box>
      </Card>
      <ProofPart line={line} />
      <Card>
        <Stack>
          <Choice<RecheckOutcome>
            label="复查结论"
            options={RecheckOutcome.options.map((value) => ({ value, label: RECHECK_OUTCOME_LABELS[value] }))}
            value={outcome}
            onChange={(value) => change({ outcome: value })}
            error={issueAt(issues, 'outcome')}
          />
          <Choice<RecheckWay>
            label="复查方式"
            options={RecheckWay.options.map((value) => ({ value, label: RECHECK_WAY_LABELS[value] }))}
            value={way}
            onChange={(value) => change({ way: value })}
            error={issueAt(issues, 'way')}
          />
          <DateField
            label="复查日期"
            value={checkedOn}
            min={line.finding?.completedOn ?? undefined}
            max={today()}
            onChange={(day) => change({ checkedOn: day })}
            error={issueAt(issues, 'checkedOn')}
          />
          <TextArea
            label="复查情况"
            hint={outcome === 'unmet' ? '哪里没有到位；责任单位会看到' : '看了什么、与办结说明是否一致'}
            rows={4}
            maxLength={1000}
            value={words}
            onChange={(text) => change({ words: text })}
            error={issueAt(issues, 'words')}
          />
          {outcome === 'unmet' ? (
            <>
              <RemarkFields
                fields={fields}
                words={remarks}
                onFields={(chosen) => change({ fields: chosen })}
                onWords={(written) => change({ remarks: written })}
                issues={issues}
              />
            </>
          ) : null}
        </Stack>
      </Card>
      <ActionBar>
        <Button
          kind={outcome === 'unmet' ? 'danger' : 'primary'}
          icon={outcome === 'unmet' ? 'undo-2' : 'badge-check'}
          wide
          busy={busy}
          disabledReason={verdict.allowed ? missing : verdict.reason}
          onPress={() => void send()}
        >
          {outcome === 'unmet' ? '记录并退回' : '记录复查'}
        </Button>
      </ActionBar>
    </>
  );
}
