import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import { NewCompletion } from '@county/shared/tasks/lines/assignment-step';
import { completeAssignment, getAssignment } from '@county/shared/tasks/task-routes';
import type { AssignmentView } from '@county/shared/tasks/task-views';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useDraft } from '../../../api/drafts';
import { comesBack, issueAt, type Failure } from '../../../api/failure';
import { sendOrKeep } from '../../../api/outbox';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { newId } from '../../../platform/ids';
import { goBack } from '../../../platform/navigation';
import type { PickedFile } from '../../../platform/picked-file';
import { Answer, FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Field, TextArea } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { PhotoField } from '../../../ui/photo-field';
import { ActionBar, Card, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { mayComplete } from '../finding/finding-verdicts';
import { dueInWords } from '../../../components/line-due';
import { remarksOf } from '../return-remarks';
import { SignInFirst } from '../../../shell/sign-in-first';

/** 办结: the unit lead's word that the work is done, with what shows it. */
export default function CompletePage() {
  const { id = '' } = useRouter().params;
  const staff = useStaff();
  const view = useCall(getAssignment, staff ? { params: { assignmentId: id } } : null);
  if (!staff) return <SignInFirst title="确认办结" />;
  return (
    <Page keepsUnsent title="确认办结" about={view.data && `${view.data.unitName} · ${dueInWords(view.data)}`}>
      <Answer of={view} shape="words">
        {(line) => <CompleteForm line={line} />}
      </Answer>
    </Page>
  );
}

function CompleteForm({ line }: { line: AssignmentView }) {
  const staff = useStaff()!;
  const draft = useDraft(`complete:${line.id}`, { id: newId(), summary: '', proof: '' });
  const [photos, setPhotos] = useState<PickedFile[]>([]);
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const { id, summary, proof } = draft.value;
  const verdict = mayComplete(line, staff);
  const remark = remarksOf(line);
  const send = async () => {
    const checked = checkInput(NewCompletion, { id, summary, proof, fileIds: photos.map((photo) => photo.id) });
    setIssues(checked.valid ? undefined : checked.issues);
    if (!checked.valid) return;
    setBusy(true);
    const { failure: refused, item } = await sendOrKeep({
      id,
      kind: 'completion',
      title: `办结：${line.task.number}．${line.task.mainTask.slice(0, 20)}`,
      route: completeAssignment,
      request: { params: { assignmentId: line.id }, body: checked.value },
      photos,
    });
    setBusy(false);
    if (comesBack(refused)) return setFailure(refused);
    draft.discard();
    toast(item.wordsSent ? '已确认办结，等待核验' : '已存下，有网络时自动发送');
    await goBack();
  };
  return (
    <>
      <FailureNotice failure={failure} />
      {verdict.allowed ? null : (
        <Notice kind="warn" title="现在不能办结">
          {verdict.reason}
        </Notice>
      )}
      <Card>
        <Stack>
          <Box className="row-title">{`${line.task.number}．${line.task.mainTask}`}</Box>
          <TextArea
            label="办结说明"
            hint="做到了什么程度，群众能看到什么变化"
            rows={4}
            maxLength={2000}
            value={summary}
            onChange={(text) => draft.change({ id, summary: text })}
            error={issueAt(issues, 'summary') ?? remark('summary')}
          />
          <Field
            label="办结依据"
            hint="网址、文号，或一句能核对的话"
            maxLength={500}
            value={proof}
            onChange={(text) => draft.change({ id, proof: text })}
            error={issueAt(issues, 'proof') ?? remark('proof')}
          />
          <PhotoField label="附图" photos={photos} onChange={setPhotos} />
          {remark('files') ? <Notice kind="warn">{remark('files')}</Notice> : null}
        </Stack>
      </Card>
      <ActionBar>
        <Button
          kind="primary"
          icon="circle-check"
          wide
          busy={busy}
          disabledReason={verdict.allowed ? null : verdict.reason}
          onPress={() => void send()}
        >
          确认办结
        </Button>
      </ActionBar>
    </>
  );
}
