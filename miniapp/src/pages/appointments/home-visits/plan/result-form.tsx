import { tellVisitResult } from '@county/shared/appointments/home-visits/visit-plan-routes';
import {
  HOME_VISIT_OUTCOME_LABELS,
  HomeVisitOutcome,
  VisitResult,
  type HomeVisitView,
  type VisitPlan,
} from '@county/shared/appointments/home-visits/visit-plan';
import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import { getVisitPlan } from '@county/shared/appointments/home-visits/visit-plan-routes';
import { useState } from 'react';
import { call } from '../../../../api/call';
import { useDraft } from '../../../../api/drafts';
import { issueAt, type Failure } from '../../../../api/failure';
import { sendOrKeep } from '../../../../api/outbox';
import { now, today } from '../../../../platform/clock';
import { newId } from '../../../../platform/ids';
import { FailureNotice } from '../../../../ui/answer';
import { Button } from '../../../../ui/button';
import { Choice } from '../../../../ui/choice';
import { DateField, TextArea } from '../../../../ui/field';
import { Flow, Stack } from '../../../../ui/surface';
import { toast } from '../../../../ui/toast';

interface ResultFormProps {
  visit: HomeVisitView;
  onClose(): void;
  onChanged(plan: VisitPlan): void;
}

const OUTCOMES = HomeVisitOutcome.options.map((value) => ({ value, label: HOME_VISIT_OUTCOME_LABELS[value] }));

/** What came of a visit; written at the door, sent when there is a signal. */
export function ResultForm({ visit, onClose, onChanged }: ResultFormProps) {
  const draft = useDraft(`visit-result:${visit.id}`, {
    id: newId(),
    outcome: null as HomeVisitOutcome | null,
    words: '',
    followUpOn: '',
  });
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const { value: form } = draft;
  const change = (part: Partial<typeof form>) => draft.change({ ...part, id: newId() });
  const send = async () => {
    const { outcome } = form;
    const followUpOn = outcome === 'done' ? null : form.followUpOn || null;
    const checked = checkInput(VisitResult, { ...form, followUpOn, happenedAt: now() });
    setFailure(undefined);
    setIssues(checked.valid ? undefined : checked.issues);
    if (!checked.valid) return;
    setBusy(true);
    const result = await sendOrKeep({
      id: form.id,
      kind: 'visit-result',
      // The outbox shows no name: the phone may be looked at by others. By its end the plan knows the item again.
      title: `上门结果：${visit.villageName}，${HOME_VISIT_OUTCOME_LABELS[checked.value.outcome]} #${visit.id.slice(-6)}`,
      route: tellVisitResult,
      request: { params: { visitId: visit.id }, body: checked.value },
      isAct: true,
    });
    setBusy(false);
    // Said above the visit as well, which this form leaves while it is on its way.
    if (result.failure?.kind === 'refused') return setFailure(result.failure);
    draft.discard();
    onClose();
    if (result.item.state !== 'sent') return toast('已存下，有网络时自动发送');
    toast('已记下');
    const answer = await call(getVisitPlan, { params: { day: visit.day } });
    if (answer.ok) onChanged(answer.reply);
  };
  return (
    <Stack>
      <FailureNotice failure={failure} />
      <Choice<HomeVisitOutcome>
        label="结果"
        options={OUTCOMES}
        value={form.outcome}
        onChange={(outcome) => change({ outcome })}
        error={issueAt(issues, 'outcome') && '请选择结果'}
      />
      <TextArea
        label="情况"
        optional
        hint="只有本单位看得到"
        rows={2}
        maxLength={300}
        value={form.words}
        onChange={(words) => change({ words })}
        error={issueAt(issues, 'words')}
      />
      {form.outcome && form.outcome !== 'done' ? (
        <DateField
          label="下次哪天去"
          optional={form.outcome === 'nobody-there'}
          min={today()}
          value={form.followUpOn}
          onChange={(followUpOn) => change({ followUpOn })}
          error={issueAt(issues, 'followUpOn')}
        />
      ) : null}
      <Flow>
        <Button kind="primary" icon="send" busy={busy} onPress={() => void send()}>
          提交结果
        </Button>
        <Button kind="quiet" onPress={onClose}>
          先不填
        </Button>
      </Flow>
    </Stack>
  );
}
