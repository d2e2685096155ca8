import { canReview } from '@county/shared/tasks/lines/assignment-rules';
import type { RemarkField } from '@county/shared/tasks/lines/assignment-step';
import { getAssignment, returnAssignment } from '@county/shared/tasks/task-routes';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../../api/call';
import { useDraft } from '../../../api/drafts';
import { issueAt, type Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { newId } from '../../../platform/ids';
import { goBack } from '../../../platform/navigation';
import { Answer, FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { TextArea } from '../../../ui/field';
import { Page } from '../../../ui/page';
import { ActionBar, Card, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { RemarkFields } from '../remark-fields';
import { SignInFirst } from '../../../shell/sign-in-first';

interface Form {
  id: string;
  reason: string;
  fields: RemarkField[];
  words: Partial<Record<RemarkField, string>>;
}

/** 退回: a supervisor of another unit says what is missing. */
export default function ReturnPage() {
  const { id: assignmentId = '' } = useRouter().params;
  const staff = useStaff();
  const view = useCall(getAssignment, staff ? { params: { assignmentId } } : null);
  const draft = useDraft<Form>(`return:${assignmentId}`, { id: newId(), reason: '', fields: [], words: {} });
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  if (!staff) return <SignInFirst title="退回" />;
  const { id, reason, fields, words } = draft.value;
  const change = (part: Partial<Form>) => draft.change({ id, ...part });
  const send = async () => {
    setBusy(true);
    const remarks = fields.map((field) => ({ field, words: words[field] ?? '' }));
    const answer = await call(returnAssignment, { params: { assignmentId }, body: { id, reason, remarks } });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    draft.discard();
    toast('已退回');
    await goBack();
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  return (
    <Page title="退回" about={view.data?.unitName}>
      <Answer of={view} shape="words">
        {(line) => {
          const verdict = canReview(line, staff, 'return');
          const completion = line.steps.find((step) => step.kind === 'completed');
          return (
            <>
              <FailureNotice failure={failure} />
              <Card>
                <Stack>
                  <Box className="row-title">{`${line.task.number}．${line.task.mainTask}`}</Box>
                  {completion ? (
                    <Box className="row-about">{`办结说明：${completion.words ?? ''}（依据：${completion.proof ?? '未写'}）`}</Box>
                  ) : null}
                  <TextArea
                    label="退回理由"
                    hint="缺什么、请对方补什么；经办人会看到"
                    rows={4}
                    maxLength={1000}
                    value={reason}
                    onChange={(text) => change({ reason: text })}
                    error={issueAt(issues, 'reason')}
                  />
                  <RemarkFields
                    fields={fields}
                    words={words}
                    onFields={(chosen) => change({ fields: chosen })}
                    onWords={(written) => change({ words: written })}
                    issues={issues}
                  />
                </Stack>
              </Card>
              <ActionBar>
                <Button
                  kind="danger"
                  icon="undo-2"
                  wide
                  busy={busy}
                  disabledReason={verdict.allowed ? null : verdict.reason}
                  onPress={() => void send()}
                >
                  退回
                </Button>
              </ActionBar>
            </>
          );
        }}
      </Answer>
    </Page>
  );
}
