import { addDays } from '@county/shared/calendar/day';
import { askExtension } from '@county/shared/tasks/lines/extension-routes';
import { canAskExtension } from '@county/shared/tasks/lines/extension-rules';
import { getAssignment } from '@county/shared/tasks/task-routes';
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
import { DateField, TextArea } from '../../../ui/field';
import { Page } from '../../../ui/page';
import { ActionBar, Card, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { dueInWords } from '../../../components/line-due';

/** 申请延期: a later day and why, before the due day has passed. */
export default function ExtendPage() {
  const { id: assignmentId = '' } = useRouter().params;
  const staff = useStaff();
  const view = useCall(getAssignment, staff ? { params: { assignmentId } } : null);
  const draft = useDraft(`extend:${assignmentId}`, { id: newId(), dueOn: '', reason: '' });
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  if (!staff) return <SignInFirst title="申请延期" />;
  const { id, dueOn, reason } = draft.value;
  const send = async () => {
    setBusy(true);
    const answer = await call(askExtension, { params: { assignmentId }, body: { id, dueOn, reason } });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    draft.discard();
    toast('已提交，等督查员审批');
    await goBack();
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  return (
    <Page title="申请延期" about={view.data?.unitName}>
      <Answer of={view} shape="words">
        {(line) => {
          const verdict = canAskExtension(line, staff, today(), line.extension !== null);
          return (
            <>
              <FailureNotice failure={failure} />
              <Card>
                <Stack>
                  <Box className="row-title">{`${line.task.number}．${line.task.mainTask}`}</Box>
                  <Box className="row-about">{`现在的时限：${dueInWords(line)}`}</Box>
                  <DateField
                    label="延期到"
                    value={dueOn}
                    min={line.dueOn ? addDays(line.dueOn, 1) : undefined}
                    onChange={(day) => draft.change({ id, dueOn: day })}
                    error={issueAt(issues, 'dueOn')}
                  />
                  <TextArea
                    label="延期理由"
                    hint="写清为什么办不完、接下来怎么安排；原时限和新时限都会留在记录里"
                    rows={4}
                    maxLength={1000}
                    value={reason}
                    onChange={(text) => draft.change({ id, reason: text })}
                    error={issueAt(issues, 'reason')}
                  />
                </Stack>
              </Card>
              <ActionBar>
                <Button
                  kind="primary"
                  icon="send"
                  wide
                  busy={busy}
                  disabledReason={verdict.allowed ? null : verdict.reason}
                  onPress={() => void send()}
                >
                  提交申请
                </Button>
              </ActionBar>
            </>
          );
        }}
      </Answer>
    </Page>
  );
}
