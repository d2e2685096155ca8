import { takeVisitOff } from '@county/shared/appointments/home-visits/visit-plan-routes';
import type { HomeVisitView, VisitPlan } from '@county/shared/appointments/home-visits/visit-plan';
import { useState } from 'react';
import { call } from '../../../../api/call';
import { issueAt, type Failure } from '../../../../api/failure';
import { useIdOf } from '../../../../api/use-id-of';
import { FailureNotice } from '../../../../ui/answer';
import { Button } from '../../../../ui/button';
import { Sheet } from '../../../../ui/dialog';
import { TextArea } from '../../../../ui/field';
import { Stack } from '../../../../ui/surface';

interface TakeOffProps {
  visit: HomeVisitView;
  onClose(): void;
  onChanged(plan: VisitPlan): void;
}

const LEAST_WORDS = 2;

/** One door is left out of the day, for a reason that whoever asked reads. */
export function TakeOff({ visit: { id, name, requestId }, onClose, onChanged }: TakeOffProps) {
  const [reason, setReason] = useState('');
  const actId = useIdOf(reason);
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const takeOff = async () => {
    setBusy(true);
    const answer = await call(takeVisitOff, { params: { visitId: id }, body: { id: actId, reason: reason.trim() } });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    onClose();
    onChanged(answer.reply);
  };
  return (
    <Sheet title={`取消${name ?? '这一户'}这次安排`} onClose={onClose}>
      <Stack>
        <FailureNotice failure={failure} />
        <TextArea
          label="取消的原因"
          hint={requestId ? '申请人看得到；申请回到“待安排”' : '以后可以再排'}
          rows={2}
          maxLength={200}
          value={reason}
          onChange={setReason}
          error={issueAt(failure?.kind === 'refused' ? failure.problem.issues : undefined, 'reason')}
        />
        <Button
          kind="danger"
          icon="undo-2"
          wide
          busy={busy}
          disabledReason={reason.trim().length < LEAST_WORDS ? '先写原因' : null}
          onPress={() => void takeOff()}
        >
          取消安排
        </Button>
      </Stack>
    </Sheet>
  );
}
