import { shanghaiTime } from '@county/shared/calendar/day';
import { fileComplaint, NewComplaint } from '@county/shared/complaints/complaint';
import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import { useState } from 'react';
import { useDraft } from '../../../api/drafts';
import { comesBack, issuesOf, issueAt, type Failure } from '../../../api/failure';
import { complaintsFiledHere } from '../../../api/kept-numbers';
import { sendOrKeep, type Sending } from '../../../api/outbox';
import { SentWords } from '../../../components/sent-words';
import { ring } from '../../../platform/device';
import { newId } from '../../../platform/ids';
import { FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Field, TextArea } from '../../../ui/field';
import { Page } from '../../../ui/page';
import { ActionBar, Card, Row, Stack } from '../../../ui/surface';
import { MyComplaints } from './my-complaints';

interface Form {
  id: string;
  words: string;
  contact: string;
}

const NEXT = '由督查部门处理，答复显示在“投诉建议”页；留了联系方式的也会直接答复您。';

/** 投诉建议: anybody may write, without signing in and without giving a name. */
export default function NewComplaintPage() {
  const draft = useDraft<Form>('complaint', { id: newId(), words: '', contact: '' });
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const [sending, setSending] = useState<Sending>();
  const { id, words, contact } = draft.value;

  const send = async () => {
    const checked = checkInput(NewComplaint, { id, words, contact: contact.trim() || null });
    setFailure(undefined);
    setIssues(checked.valid ? undefined : checked.issues);
    if (!checked.valid) return;
    setBusy(true);
    const result = await sendOrKeep({
      id,
      kind: 'complaint',
      title: `投诉建议：${words.trim().slice(0, 20)}`,
      route: fileComplaint,
      request: { body: checked.value },
    });
    setBusy(false);
    if (comesBack(result.failure)) {
      setIssues(issuesOf(result.failure));
      return setFailure(result.failure);
    }
    complaintsFiledHere.remember(id);
    draft.discard();
    setSending(result);
  };

  if (sending) return <SentWords title="投诉建议" sending={sending} next={NEXT} />;
  return (
    <Page keepsUnsent title="投诉建议" about="对政务公开、任务落实或本系统的意见都可以写">
      <FailureNotice failure={failure} />
      <Card>
        <Stack>
          <TextArea
            label="投诉或建议"
            hint="写清时间、地点、是什么事"
            rows={6}
            maxLength={1000}
            value={words}
            onChange={(text) => draft.change({ id, words: text })}
            error={issueAt(issues, 'words')}
          />
          <Field
            label="联系方式"
            optional
            hint="想得到答复再填；加密保存，只给处理的人看"
            value={contact}
            onChange={(text) => draft.change({ id, contact: text })}
            error={issueAt(issues, 'contact')}
          />
          {draft.savedAt ? <Box className="field-hint">{`已自动保存 ${shanghaiTime(draft.savedAt)}`}</Box> : null}
        </Stack>
      </Card>
      <MyComplaints />
      <Card flush>
        <Row icon="phone" title="也可以拨打 12345" about="24 小时有人接听" onPress={() => void ring('12345')} />
      </Card>
      <ActionBar>
        <Button kind="primary" icon="send" wide busy={busy} onPress={() => void send()}>
          提交
        </Button>
      </ActionBar>
    </Page>
  );
}
