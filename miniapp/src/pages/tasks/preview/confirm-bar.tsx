import { confirmBreakdown } from '@county/shared/tasks/breakdowns/preview-routes';
import type { BreakdownPreview } from '@county/shared/tasks/breakdowns/breakdown-preview';
import { rowKey } from '@county/shared/tasks/breakdowns/preview-correction';
import { useState } from 'react';
import { call } from '../../../api/call';
import { issueAt, type Failure } from '../../../api/failure';
import { replaceWith, withQuery } from '../../../platform/navigation';
import { FailureNotice } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { Sheet } from '../../../ui/dialog';
import { TextArea } from '../../../ui/field';
import { ActionBar } from '../../../ui/surface';
import { toast } from '../../../ui/toast';

/** 确认: all of it, or what has no doubt first; a revision that takes tasks back asks why. */
export function ConfirmBar({ preview }: { preview: BreakdownPreview }) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [asking, setAsking] = useState(false);
  const [withdrawnReason, setReason] = useState('');
  const { revision, alreadyImportedAs } = preview;
  const waiting = preview.tasks.filter(({ table, row }) => !preview.confirmedRows.includes(rowKey(table, row)));
  const clear = waiting.filter(({ doubtful }) => !doubtful).length;
  const removed = revision.changes.filter(({ kind }) => kind === 'removed').length;

  const confirm = async (only: 'all' | 'clear') => {
    setBusy(true);
    const reason = withdrawnReason.trim();
    const body = { previewId: preview.id, only, ...(reason ? { withdrawnReason: reason } : {}) };
    const answer = await call(confirmBreakdown, { body });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    toast(answer.status === 200 ? '内容相同，没有改动' : '已确认，各单位已收到');
    await replaceWith(withQuery('/pages/tasks/ledger/index', { id: answer.reply.id }));
  };
  const confirmAll = () => (removed ? setAsking(true) : void confirm('all'));
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  return (
    <>
      {asking ? null : <FailureNotice failure={failure} />}
      <ActionBar>
        <Button
          kind="primary"
          icon="check"
          wide
          busy={busy}
          disabledReason={whyNot(preview, waiting.length)}
          onPress={confirmAll}
        >
          {alreadyImportedAs ? '内容相同，查看已有的表' : labelOf(preview, waiting.length)}
        </Button>
        {!alreadyImportedAs && clear && clear < waiting.length ? (
          <Button busy={busy} wide onPress={() => void confirm('clear')}>
            {`先交办没有疑点的 ${clear} 项`}
          </Button>
        ) : null}
      </ActionBar>
      {asking ? (
        <Sheet
          title={`修订后少了 ${removed} 项任务`}
          onClose={() => setAsking(false)}
          actions={
            <Button kind="danger" busy={busy} onPress={() => void confirm('all')}>
              {`确认修订，撤销 ${removed} 项`}
            </Button>
          }
        >
          <FailureNotice failure={failure} />
          <TextArea
            label="撤销理由"
            hint="相关单位会看到；已有的进展和经过仍可查看"
            rows={3}
            maxLength={500}
            value={withdrawnReason}
            onChange={setReason}
            error={issueAt(issues, 'withdrawnReason')}
          />
        </Sheet>
      ) : null}
    </>
  );
}

function whyNot({ revision, alreadyImportedAs }: BreakdownPreview, waiting: number): string | null {
  if (alreadyImportedAs) return null;
  if (revision.likely && !revision.decided) return '请先选择：是修订，还是新的计划';
  if (revision.of) return null;
  return waiting ? null : '没有可以交办的任务，请先按提示改正';
}

function labelOf({ revision, confirmedAs, kind }: BreakdownPreview, waiting: number): string {
  if (revision.of) {
    const changed = revision.changes.filter(({ kind }) => kind !== 'same').length;
    return changed ? `确认修订 ${changed} 项` : '没有变化，查看这份表';
  }
  return confirmedAs
    ? `再交办 ${waiting} 项`
    : kind === 'inspection'
      ? `确认交办 ${waiting} 个问题`
      : `确认交办 ${waiting} 项任务`;
}
