import { withdrawHomeVisitService } from '@county/shared/appointments/home-visits/home-visit-routes';
import type { HomeVisitServiceView } from '@county/shared/appointments/home-visits/home-visit-service';
import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import { useState } from 'react';
import { call } from '../../../../api/call';
import { issueAt, type Failure } from '../../../../api/failure';
import { useIdOf } from '../../../../api/use-id-of';
import { goBack } from '../../../../platform/navigation';
import { FailureNotice } from '../../../../ui/answer';
import { Button } from '../../../../ui/button';
import { confirm } from '../../../../ui/dialog';
import { TextArea } from '../../../../ui/field';
import { Card, Section, Stack } from '../../../../ui/surface';
import { toast } from '../../../../ui/toast';

/** 停办: with the reason that whoever looks for it reads. */
export function Stop({ service }: { service: HomeVisitServiceView }) {
  const [reason, setReason] = useState('');
  const id = useIdOf(reason);
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const stop = async () => {
    const checked = checkInput(withdrawHomeVisitService.body, { id, reason });
    setFailure(undefined);
    setIssues(checked.valid ? undefined : checked.issues);
    if (!checked.valid) return;
    const words = '不再接受新的申请；已经申请的照常办。';
    if (!(await confirm({ title: `停办“${service.name}”？`, words, yes: '停办', danger: true }))) return;
    setBusy(true);
    const answer = await call(withdrawHomeVisitService, { params: { serviceId: service.id }, body: checked.value });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    toast('已停办');
    await goBack();
  };
  return (
    <Section title="不再办了">
      <Card>
        <Stack>
          <FailureNotice failure={failure} />
          <TextArea
            label="停办原因"
            hint="写明改到哪里办"
            value={reason}
            onChange={setReason}
            maxLength={200}
            rows={2}
            error={issueAt(issues, 'reason')}
          />
          <Button icon="circle-minus" busy={busy} onPress={() => void stop()}>
            停办这个事项
          </Button>
        </Stack>
      </Card>
    </Section>
  );
}
