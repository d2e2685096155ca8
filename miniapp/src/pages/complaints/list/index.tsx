import { answerComplaint, listComplaints, type Complaint } from '@county/shared/complaints/complaint';
import { useState } from 'react';
import { call } from '../../../api/call';
import { issueAt, type Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { useList } from '../../../api/use-list';
import { SignInFirst } from '../../../shell/sign-in-first';
import { FailureNotice, ListAnswer } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/empty-state';
import { TextArea } from '../../../ui/field';
import { Page } from '../../../ui/page';
import { Card, Stack } from '../../../ui/surface';
import { ComplaintWords } from '../complaint-words';

/** What people have complained of or suggested, and the answers. */
export default function ComplaintsPage() {
  const staff = useStaff();
  const list = useList(listComplaints, staff ? { query: {} } : null);
  if (!staff) return <SignInFirst title="投诉建议" />;
  return (
    <Page title="投诉建议" about="每一条都要答复；联系方式只用于答复，每次查看都有记录">
      <ListAnswer
        of={list}
        empty={
          <Card>
            <EmptyState icon="message-square-text" title="还没有投诉建议">
              群众提交后出现在这里。
            </EmptyState>
          </Card>
        }
      >
        {(items) => (
          <>
            {items.map((complaint) => (
              <OneComplaint key={complaint.id} complaint={complaint} reload={list.reload} />
            ))}
          </>
        )}
      </ListAnswer>
    </Page>
  );
}

function OneComplaint({ complaint, reload }: { complaint: Complaint; reload: () => Promise<void> }) {
  const [answer, setAnswer] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const send = async () => {
    const result = await call(answerComplaint, { params: { complaintId: complaint.id }, body: { answer } });
    if (!result.ok) return setFailure(result.failure);
    setFailure(undefined);
    await reload();
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  return (
    <Card>
      <Stack>
        <ComplaintWords complaint={complaint} />
        <Box className="row-about">{complaint.contact ? `联系方式：${complaint.contact}` : '没有留联系方式'}</Box>
        {complaint.answer ? (
          <Box className="row-about">{`答复（${complaint.answeredByName ?? ''}）：${complaint.answer}`}</Box>
        ) : (
          <>
            <FailureNotice failure={failure} />
            <TextArea
              label="答复"
              rows={3}
              maxLength={1000}
              value={answer}
              onChange={setAnswer}
              error={issueAt(issues, 'answer')}
            />
            <Button kind="primary" onPress={() => void send()}>
              答复
            </Button>
          </>
        )}
      </Stack>
    </Card>
  );
}
