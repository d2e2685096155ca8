import { PROVISIONAL_WORDS } from '@county/shared/calendar/working-days';
import { ANSWER_WORKING_DAYS } from '@county/shared/supervision-orders/order-rules';
import { reviewOrder, withdrawOrder } from '@county/shared/supervision-orders/order-routes';
import type { SupervisionOrderView } from '@county/shared/supervision-orders/order-views';
import { useState, type ReactNode } from 'react';
import { call } from '../../../api/call';
import { useDraft } from '../../../api/drafts';
import { issueAt, type Failure } from '../../../api/failure';
import type { Answer } from '../../../api/wire';
import { today } from '../../../platform/clock';
import { newId } from '../../../platform/ids';
import { FailureNotice } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { Sheet } from '../../../ui/dialog';
import { DateField, TextArea } from '../../../ui/field';
import { Facts, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';

interface SheetProps {
  order: SupervisionOrderView;
  onClose(): void;
  onDone(order: SupervisionOrderView): void;
}

interface FrameProps extends Pick<SheetProps, 'onClose' | 'onDone'> {
  title: string;
  button: string;
  done: string;
  danger?: boolean;
  send(): Promise<Answer<SupervisionOrderView>>;
  sent(): void;
  children(errorAt: (field: string) => string | undefined): ReactNode;
}

/** What is sent once, and says at its fields what was wrong. */
function Decision({ title, button, done, danger, send, sent, onClose, onDone, children }: FrameProps) {
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const decide = async () => {
    setBusy(true);
    const answer = await send();
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    sent();
    toast(done);
    onDone(answer.reply);
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  return (
    <Sheet
      title={title}
      onClose={onClose}
      actions={
        <Button kind={danger ? 'danger' : 'primary'} wide busy={busy} onPress={() => void decide()}>
          {button}
        </Button>
      }
    >
      <Stack>
        <FailureNotice failure={failure} />
        {children((field) => issueAt(issues, field))}
      </Stack>
    </Sheet>
  );
}

const answerOf = ({ steps, answerId }: SupervisionOrderView) => steps.find(({ id }) => id === answerId)?.words ?? '';

/** 审核通过: the order is done with. */
export function AcceptSheet({ order, ...sheet }: SheetProps) {
  const draft = useDraft(`order-acceptance:${order.id}`, { id: newId(), words: '' });
  const { id, words } = draft.value;
  const body = { id, outcome: 'accepted', answerId: order.answerId ?? '', words: words || null } as const;
  return (
    <Decision
      {...sheet}
      title="审核通过"
      button="审核通过，办结"
      done="已办结"
      send={() => call(reviewOrder, { params: { orderId: order.id }, body })}
      sent={draft.discard}
    >
      {(errorAt) => (
        <>
          <Facts facts={[{ name: '答复', value: answerOf(order) }]} />
          <TextArea
            label="审核意见"
            optional
            hint="办结后不能再改"
            rows={3}
            maxLength={1000}
            value={words}
            onChange={(text) => draft.change({ id, words: text })}
            error={errorAt('words')}
          />
        </>
      )}
    </Decision>
  );
}

/** 退回: what is missing, and by when to answer again. */
export function ReturnSheet({ order, ...sheet }: SheetProps) {
  const draft = useDraft(`order-return:${order.answerId}`, { id: newId(), words: '', answerBy: order.nextAnswerBy });
  const { id, words, answerBy } = draft.value;
  const body = { id, outcome: 'returned', answerId: order.answerId ?? '', words, answerBy } as const;
  return (
    <Decision
      {...sheet}
      title="退回答复"
      button="退回，重新答复"
      done="已退回责任单位"
      danger
      send={() => call(reviewOrder, { params: { orderId: order.id }, body })}
      sent={draft.discard}
    >
      {(errorAt) => (
        <>
          <Facts facts={[{ name: '答复', value: answerOf(order) }]} />
          <TextArea
            label="退回理由"
            hint="哪里没有答到，还要补什么"
            rows={3}
            maxLength={1000}
            value={words}
            onChange={(text) => draft.change({ id, words: text })}
            error={errorAt('words')}
          />
          <DateField
            label="重新答复的期限"
            hint={`默认 ${ANSWER_WORKING_DAYS} 个工作日${order.isProvisional ? `（${PROVISIONAL_WORDS}）` : ''}，当天也算在内`}
            min={today()}
            value={answerBy}
            onChange={(day) => draft.change({ id, answerBy: day })}
            error={errorAt('answerBy')}
          />
        </>
      )}
    </Decision>
  );
}

/** 撤回: with a reason; the number stays used. */
export function WithdrawSheet({ order, ...sheet }: SheetProps) {
  const draft = useDraft(`order-withdrawal:${order.id}`, { id: newId(), words: '' });
  const { id, words } = draft.value;
  return (
    <Decision
      {...sheet}
      title="撤回督办单"
      button="撤回"
      done="已撤回，已通知责任单位"
      danger
      send={() => call(withdrawOrder, { params: { orderId: order.id }, body: { id, words } })}
      sent={draft.discard}
    >
      {(errorAt) => (
        <TextArea
          label="撤回理由"
          hint="责任单位看得到；撤回后编号不再使用，不能恢复"
          rows={3}
          maxLength={1000}
          value={words}
          onChange={(text) => draft.change({ id, words: text })}
          error={errorAt('words')}
        />
      )}
    </Decision>
  );
}
