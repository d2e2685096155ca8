import { shanghaiTime } from '@county/shared/calendar/day';
import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import { NewTaskQuestion } from '@county/shared/task-questions/task-question';
import { askTaskQuestion } from '@county/shared/task-questions/task-question-routes';
import { getPublicTask } from '@county/shared/tasks/breakdowns/breakdown-routes';
import { FINDING_LABELS, findPersonalData } from '@county/shared/tasks/public/personal-data-scan';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useDraft } from '../../../api/drafts';
import { comesBack, issuesOf, issueAt, type Failure } from '../../../api/failure';
import { questionsAskedHere } from '../../../api/kept-numbers';
import { sendOrKeep, type Sending } from '../../../api/outbox';
import { useCall } from '../../../api/use-call';
import { isNotThere, NotThere } from '../../../components/not-there';
import { newId } from '../../../platform/ids';
import { Answer, FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { confirm } from '../../../ui/dialog';
import { Field, TextArea } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { ActionBar, Card, Stack } from '../../../ui/surface';
import { Sent } from './sent';

/** 我要提问: anybody, in their own words, without signing in and without giving a name. */
export default function AskPage() {
  const { id: taskId = '' } = useRouter().params;
  const task = useCall(getPublicTask, taskId ? { params: { taskId } } : null);
  const draft = useDraft(`task-question:${taskId}`, { id: newId(), words: '', askerName: '', phone: '' });
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const [sending, setSending] = useState<Sending>();
  const { id, words, askerName, phone } = draft.value;
  const warning = warningOf(words);

  const send = async () => {
    const written = { id, words, askerName: askerName.trim() || null, phone: phone.replace(/\s/g, '') || null };
    const checked = checkInput(NewTaskQuestion, written);
    setFailure(undefined);
    setIssues(checked.valid ? undefined : checked.issues);
    if (!checked.valid) return;
    if (warning && !(await confirm({ ...warning, yes: '照样提交', no: '回去修改' }))) return;
    setBusy(true);
    const title = `提问：${words.trim().slice(0, 20)}`;
    const request = { params: { taskId }, body: checked.value };
    const result = await sendOrKeep({ id, kind: 'task-question', title, route: askTaskQuestion, request });
    setBusy(false);
    if (comesBack(result.failure)) {
      setIssues(issuesOf(result.failure));
      return setFailure(result.failure);
    }
    questionsAskedHere.remember(id);
    draft.discard();
    setSending(result);
  };

  if (sending) return <Sent sending={sending} />;
  if (!taskId || isNotThere(task.failure))
    return (
      <NotThere
        title="我要提问"
        what="这项任务"
        failure={task.failure}
        way={<Button href="/pages/tasks/public/index">看公开的任务</Button>}
      />
    );
  return (
    <Page keepsUnsent title="我要提问" about="承办单位一般在 10 个工作日内答复；经审查后，问题和答复向大家公开">
      <Answer of={task} shape="words">
        {({ number, mainTask }) => (
          <>
            <FailureNotice failure={failure} />
            <Card>
              <Stack>
                <Box className="row-about">{`关于：${number}．${mainTask}`}</Box>
                <TextArea
                  label="您的问题"
                  hint="想问什么就写什么，不用写姓名、电话和身份证号"
                  rows={5}
                  maxLength={500}
                  value={words}
                  onChange={(text) => draft.change({ id, words: text })}
                  error={issueAt(issues, 'words')}
                />
                {warning ? (
                  <Notice kind="warn" title={warning.title}>
                    {warning.words}
                  </Notice>
                ) : null}
                <Field
                  label="怎么称呼您"
                  optional
                  hint="例如：老李；不公开"
                  value={askerName}
                  onChange={(text) => draft.change({ id, askerName: text })}
                  error={issueAt(issues, 'askerName')}
                />
                <Field
                  label="电话"
                  optional
                  kind="phone"
                  hint="只用来把答复告诉您；加密保存、不公开，可随时删除"
                  value={phone}
                  onChange={(text) => draft.change({ id, phone: text })}
                  error={issueAt(issues, 'phone')}
                />
                {draft.savedAt ? <Box className="field-hint">{`已自动保存 ${shanghaiTime(draft.savedAt)}`}</Box> : null}
              </Stack>
            </Card>
            <ActionBar>
              <Button kind="primary" icon="send" wide busy={busy} onPress={() => void send()}>
                提交
              </Button>
            </ActionBar>
          </>
        )}
      </Answer>
    </Page>
  );
}

/** Told before anything is sent: what looks like somebody's number. */
function warningOf(text: string) {
  const [found] = findPersonalData(text);
  if (!found) return undefined;
  return {
    title: `问题里像是有${FINDING_LABELS[found.kind]}“${found.text}”`,
    words: '公开前会遮去，但承办单位会看到，建议删掉。想留电话，请填在下面“电话”一栏。',
  };
}
