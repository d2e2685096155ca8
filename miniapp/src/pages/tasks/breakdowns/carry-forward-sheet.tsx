import { carryForwardBreakdown } from '@county/shared/tasks/breakdowns/breakdown-routes';
import type { BreakdownSummary } from '@county/shared/tasks/breakdowns/task-breakdown';
import { useState } from 'react';
import { call } from '../../../api/call';
import { issueAt, type Failure } from '../../../api/failure';
import { newId } from '../../../platform/ids';
import { FailureNotice } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { Sheet } from '../../../ui/dialog';
import { Field } from '../../../ui/field';
import { Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';

interface Props {
  breakdown: BreakdownSummary;
  onClose: () => void;
  onDone: () => Promise<void>;
}

/** 结转: the same tasks in a new year, every due day moved by as many months. */
export function CarryForwardSheet({ breakdown, onClose, onDone }: Props) {
  const [id] = useState(newId);
  const [title, setTitle] = useState(`${breakdown.year + 1}年${breakdown.title.replace(/^\d{4}年/, '')}`);
  const [year, setYear] = useState(String(breakdown.year + 1));
  const [months, setMonths] = useState('12');
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    const body = { id, title, year: Number(year), shiftMonths: Number(months) };
    const answer = await call(carryForwardBreakdown, { params: { breakdownId: breakdown.id }, body });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    toast('已结转');
    onClose();
    await onDone();
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  return (
    <Sheet
      title="结转到新年度"
      onClose={onClose}
      actions={
        <Button kind="primary" busy={busy} onPress={() => void send()}>
          结转
        </Button>
      }
    >
      <Stack>
        <FailureNotice failure={failure} />
        <Field label="新名称" value={title} onChange={setTitle} maxLength={120} error={issueAt(issues, 'title')} />
        <Field label="计划年度" kind="number" value={year} onChange={setYear} error={issueAt(issues, 'year')} />
        <Field
          label="时限后移月数"
          kind="number"
          hint="全部任务的时限一起后移"
          value={months}
          onChange={setMonths}
          error={issueAt(issues, 'shiftMonths')}
        />
      </Stack>
    </Sheet>
  );
}
