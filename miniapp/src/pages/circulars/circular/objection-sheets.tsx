import { decideObjection, objectToCircular } from '@county/shared/circulars/circular-routes';
import type { CircularItemView, CircularView } from '@county/shared/circulars/circular-views';
import {
  OBJECTION_OUTCOME_LABELS,
  ObjectionOutcome,
  type Objection,
  type ObjectionDecision,
} from '@county/shared/circulars/objection';
import { useState } from 'react';
import { call } from '../../../api/call';
import { useDraft } from '../../../api/drafts';
import { issueAt, type Failure } from '../../../api/failure';
import { newId } from '../../../platform/ids';
import { FailureNotice } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { Choice } from '../../../ui/choice';
import { Sheet } from '../../../ui/dialog';
import { TextArea } from '../../../ui/field';
import { Facts, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';

interface SheetProps {
  circular: CircularView;
  item: CircularItemView;
  onClose(): void;
  onDone(circular: CircularView): void;
}

/** 提出异议: once for an item, with the reason; what was begun is kept on this device. */
export function ObjectSheet({ circular, item, onClose, onDone }: SheetProps) {
  const draft = useDraft(`objection:${item.id}`, { id: newId(), reason: '' });
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const { id, reason } = draft.value;
  const send = async () => {
    setBusy(true);
    const body = { id, itemId: item.id, reason };
    const answer = await call(objectToCircular, { params: { circularId: circular.id }, body });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    draft.discard();
    toast('异议已提交，等待复核');
    onDone(answer.reply);
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  return (
    <Sheet
      title="提出异议"
      onClose={onClose}
      actions={
        <Button kind="primary" busy={busy} onPress={() => void send()}>
          提交异议
        </Button>
      }
    >
      <Stack>
        <FailureNotice failure={failure} />
        <Facts facts={[{ name: '通报内容', value: item.words }]} />
        <TextArea
          label="异议理由"
          hint="哪里与事实不符，有什么依据；每一项只能提一次"
          rows={5}
          maxLength={2000}
          value={reason}
          onChange={(text) => draft.change({ id, reason: text })}
          error={issueAt(issues, 'reason')}
        />
      </Stack>
    </Sheet>
  );
}

interface Review {
  outcome: ObjectionOutcome | null;
  decisionWords: string;
  correctedWords: string;
}

/** 复核: the criticism stands, is put right, or is taken back. */
export function DecideObjectionSheet({
  circular,
  item,
  objection,
  onClose,
  onDone,
}: SheetProps & { objection: Objection }) {
  const draft = useDraft<Review>(`objection-review:${objection.id}`, {
    outcome: null,
    decisionWords: '',
    correctedWords: item.words,
  });
  const { outcome, decisionWords, correctedWords } = draft.value;
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const decide = async () => {
    setBusy(true);
    const params = { circularId: circular.id, objectionId: objection.id };
    const body = {
      outcome,
      decisionWords,
      ...(outcome === 'corrected' ? { correctedWords } : {}),
    } as ObjectionDecision;
    const answer = await call(decideObjection, { params, body });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    draft.discard();
    toast('已复核');
    onDone(answer.reply);
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  return (
    <Sheet
      title="复核异议"
      onClose={onClose}
      actions={
        <Button
          kind="primary"
          busy={busy}
          disabledReason={outcome ? null : '请先选择复核结论'}
          onPress={() => void decide()}
        >
          作出复核决定
        </Button>
      }
    >
      <Stack>
        <FailureNotice failure={failure} />
        <Facts
          facts={[
            { name: '通报内容', value: item.words },
            { name: '异议', value: objection.reason },
          ]}
        />
        <Choice<ObjectionOutcome>
          label="复核结论"
          options={ObjectionOutcome.options.map((value) => ({ value, label: OBJECTION_OUTCOME_LABELS[value] }))}
          value={outcome}
          onChange={(chosen) => draft.change({ outcome: chosen })}
        />
        {outcome === 'corrected' ? (
          <TextArea
            label="更正后的内容"
            rows={3}
            maxLength={500}
            value={correctedWords}
            onChange={(text) => draft.change({ correctedWords: text })}
            error={issueAt(issues, 'correctedWords')}
          />
        ) : null}
        <TextArea
          label="复核意见"
          rows={3}
          maxLength={1000}
          value={decisionWords}
          onChange={(text) => draft.change({ decisionWords: text })}
          error={issueAt(issues, 'decisionWords')}
        />
      </Stack>
    </Sheet>
  );
}
