import type { Actor } from '@county/shared/people/actor';
import type { TaskQuestionView } from '@county/shared/task-questions/task-question';
import { declineTaskQuestion, referTaskQuestion } from '@county/shared/task-questions/task-question-routes';
import { canDeclineQuestion, canReferQuestion } from '@county/shared/task-questions/task-question-rules';
import { useState } from 'react';
import { call } from '../../../api/call';
import { issueAt, type Failure } from '../../../api/failure';
import { useIdOf } from '../../../api/use-id-of';
import { FailureNotice } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { Sheet } from '../../../ui/dialog';
import { Select, TextArea } from '../../../ui/field';
import { Flow, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';

interface SheetProps {
  question: TaskQuestionView;
  onChange: (now: TaskQuestionView) => void;
  onClose: () => void;
}

/** 转办 and 不予办理, for those who may. */
export function QuestionMoves({ actor, ...props }: Omit<SheetProps, 'onClose'> & { actor: Actor }) {
  const [opened, setOpened] = useState<'refer' | 'decline'>();
  const mayRefer = canReferQuestion(props.question, actor).allowed;
  const mayDecline = canDeclineQuestion(props.question, actor).allowed;
  if (!mayRefer && !mayDecline) return null;
  const close = () => setOpened(undefined);
  return (
    <>
      <Flow>
        {mayRefer ? (
          <Button icon="share-2" onPress={() => setOpened('refer')}>
            转给其他单位
          </Button>
        ) : null}
        {mayDecline ? (
          <Button icon="circle-minus" onPress={() => setOpened('decline')}>
            不予办理
          </Button>
        ) : null}
      </Flow>
      {opened === 'refer' ? <ReferSheet {...props} onClose={close} /> : null}
      {opened === 'decline' ? <DeclineSheet {...props} onClose={close} /> : null}
    </>
  );
}

function ReferSheet({ question, onChange, onClose }: SheetProps) {
  const [unitId, setUnitId] = useState('');
  const [words, setWords] = useState('');
  const id = useIdOf({ unitId, words });
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const refer = async () => {
    setBusy(true);
    const body = { id, unitId, fromUnitId: question.unitId, words };
    const reply = await call(referTaskQuestion, { params: { questionId: question.id }, body });
    setBusy(false);
    if (!reply.ok) return setFailure(reply.failure);
    onClose();
    toast(`已转给${reply.reply.unitName}`);
    onChange(reply.reply);
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  const units = question.taskUnits.filter((unit) => unit.id !== question.unitId);
  return (
    <Sheet
      title="转给其他单位"
      onClose={onClose}
      actions={
        <Button kind="primary" busy={busy} disabledReason={unitId ? null : '请先选择单位'} onPress={() => void refer()}>
          确认转办
        </Button>
      }
    >
      <Stack>
        <FailureNotice failure={failure} />
        <Select
          label="转给的单位"
          hint="承担这项任务的单位"
          options={units.map(({ id: value, name: label }) => ({ value, label }))}
          value={unitId}
          onChange={setUnitId}
          error={issueAt(issues, 'unitId')}
        />
        <TextArea
          label="转办意见"
          hint="例如：请说明窗口开放时间"
          rows={3}
          maxLength={300}
          value={words}
          onChange={setWords}
          error={issueAt(issues, 'words')}
        />
      </Stack>
    </Sheet>
  );
}

function DeclineSheet({ question, onChange, onClose }: SheetProps) {
  const [reason, setReason] = useState('');
  const id = useIdOf(reason);
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const decline = async () => {
    setBusy(true);
    const reply = await call(declineTaskQuestion, { params: { questionId: question.id }, body: { id, reason } });
    setBusy(false);
    if (!reply.ok) return setFailure(reply.failure);
    onClose();
    toast('已记录，提问人能看到理由');
    onChange(reply.reply);
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  return (
    <Sheet
      title="不予办理"
      onClose={onClose}
      actions={
        <Button kind="danger" busy={busy} onPress={() => void decline()}>
          确认不予办理
        </Button>
      }
    >
      <Stack>
        <FailureNotice failure={failure} />
        <TextArea
          label="不予办理的理由"
          hint="与这项任务无关，或有辱骂他人的话。提问人会看到理由，请告诉他该找谁；提问不会删除"
          rows={4}
          maxLength={500}
          value={reason}
          onChange={setReason}
          error={issueAt(issues, 'reason')}
        />
      </Stack>
    </Sheet>
  );
}
