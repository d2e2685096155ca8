import type { CircularDecision } from '@county/shared/circulars/circular';
import { canChangeCircular, canDecideCircular, canWithdrawCircular } from '@county/shared/circulars/circular-rules';
import { decideCircular, submitCircular, withdrawCircular } from '@county/shared/circulars/circular-routes';
import type { CircularView } from '@county/shared/circulars/circular-views';
import { useState } from 'react';
import { call } from '../../../api/call';
import { issueAt, type Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import type { Answer } from '../../../api/wire';
import { today } from '../../../platform/clock';
import { withQuery } from '../../../platform/navigation';
import { FailureNotice } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { confirm, Sheet } from '../../../ui/dialog';
import { Field, TextArea } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { Flow, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';

interface ActionsProps {
  circular: CircularView;
  onChanged(circular: CircularView): void;
  reload(): Promise<void>;
}

/** What its office and its head may do with a circular that is not issued yet. */
export function CircularActions({ circular, onChanged, reload }: ActionsProps) {
  const staff = useStaff()!;
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const [deciding, setDeciding] = useState<CircularDecision['outcome']>();
  const { id, version, state } = circular;
  const params = { circularId: id };
  const settle = async (asked: Promise<Answer<CircularView>>, done: string) => {
    setBusy(true);
    const answer = await asked;
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return reload();
    toast(done);
    onChanged(answer.reply);
  };
  const submit = () => settle(call(submitCircular, { params, body: { version } }), '已提交，等负责人批准');
  const withdraw = async () => {
    const isDraft = state === 'draft';
    const question = isDraft
      ? { title: '作废这份通报？', words: '作废后不再出现在列表里。', yes: '作废', danger: true }
      : { title: '收回这份通报？', words: '收回后可以修改，再重新提交。', yes: '收回' };
    if (!(await confirm(question))) return;
    await settle(call(withdrawCircular, { params, body: { version } }), isDraft ? '已作废' : '已收回');
  };
  const changes = canChangeCircular(circular, staff).allowed;
  const decides = canDecideCircular(circular, staff).allowed;
  const withdraws = canWithdrawCircular(circular, staff).allowed;
  const changed = circular.items.filter((item) => item.changed);
  return (
    <>
      <FailureNotice failure={failure} />
      {decides && changed.length ? (
        <Notice kind="warn" title="提交后有变化">
          {`${changed.map(({ facts, changed: how }) => `${facts.unitName}第 ${facts.taskNumber} 项${how}`).join('；')}。已办结、已延期、已撤销的不能印发，请退回起草人核对；只是进度有变化的可以印发，通报写明截至日期。`}
        </Notice>
      ) : null}
      {changes || decides || withdraws ? (
        <Flow>
          {decides ? (
            <>
              <Button kind="primary" icon="badge-check" onPress={() => setDeciding('issued')}>
                批准印发
              </Button>
              <Button kind="danger" icon="undo-2" onPress={() => setDeciding('returned')}>
                退回
              </Button>
            </>
          ) : null}
          {changes ? (
            <>
              <Button kind="primary" icon="send" busy={busy} onPress={() => void submit()}>
                提交批准
              </Button>
              <Button icon="pencil" href={withQuery('/pages/circulars/draft/index', { id })}>
                修改
              </Button>
            </>
          ) : null}
          {withdraws ? (
            <Button kind="quiet" icon="trash-2" busy={busy} onPress={() => void withdraw()}>
              {state === 'draft' ? '作废' : '收回'}
            </Button>
          ) : null}
        </Flow>
      ) : null}
      {deciding ? (
        <DecideSheet
          circular={circular}
          outcome={deciding}
          onClose={() => setDeciding(undefined)}
          onDone={(decided) => {
            setDeciding(undefined);
            onChanged(decided);
          }}
        />
      ) : null}
    </>
  );
}

interface DecideProps {
  circular: CircularView;
  outcome: CircularDecision['outcome'];
  onClose(): void;
  onDone(circular: CircularView): void;
}

/** 批准印发 needs a document number; 退回 a reason. */
function DecideSheet({ circular, outcome, onClose, onDone }: DecideProps) {
  const issues = outcome === 'issued';
  const [words, setWords] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const decide = async () => {
    setBusy(true);
    const { version } = circular;
    const body = issues ? { outcome, version, documentNumber: words } : { outcome, version, words };
    const answer = await call(decideCircular, { params: { circularId: circular.id }, body: body as CircularDecision });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    toast(issues ? '已印发，被通报单位打开即签收' : '已退回起草人');
    onDone(answer.reply);
  };
  const complaints = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  return (
    <Sheet
      title={issues ? '批准印发' : '退回起草人'}
      onClose={onClose}
      actions={
        <Button kind={issues ? 'primary' : 'danger'} busy={busy} onPress={() => void decide()}>
          {issues ? '批准印发' : '退回'}
        </Button>
      }
    >
      <Stack>
        <FailureNotice failure={failure} />
        {issues ? (
          <Field
            label="发文字号"
            hint={`例如 青政督〔${today().slice(0, 4)}〕3号；印发后不能修改`}
            maxLength={40}
            value={words}
            onChange={setWords}
            error={issueAt(complaints, 'documentNumber')}
          />
        ) : (
          <TextArea
            label="退回理由"
            rows={3}
            maxLength={1000}
            value={words}
            onChange={setWords}
            error={issueAt(complaints, 'words')}
          />
        )}
      </Stack>
    </Sheet>
  );
}
