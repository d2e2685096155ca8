import type { Verdict } from '@county/shared/verdict';
import { canComplete, canHandDown, canReport, canReview } from '@county/shared/tasks/assignment-rules';
import { closeAssignment } from '@county/shared/tasks/task-routes';
import type { AssignmentView } from '@county/shared/tasks/task-views';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { newId } from '../../../platform/ids';
import { withQuery } from '../../../platform/navigation';
import { FailureNotice } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { Sheet } from '../../../ui/dialog';
import { TextArea } from '../../../ui/field';
import { Card, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';

const reasonOf = (verdict: Verdict): string | null => (verdict.allowed ? null : verdict.reason);

/** What may be done with the line; what may not is greyed, with the reason the server would give. */
export function LineActions({ line, reload }: { line: AssignmentView; reload: () => Promise<void> }) {
  const staff = useStaff();
  const [closing, setClosing] = useState(false);
  if (!staff) return null;
  const page = (name: string, more: Record<string, string> = {}) =>
    withQuery(`/pages/tasks/${name}/index`, { id: line.id, ...more });
  const byPhone = canReport(line, staff, 'phone');
  const report = canReport(line, staff);
  const leads = staff.role === 'unit-lead';
  return (
    <Card>
      <Stack>
        <Button
          kind="primary"
          icon="pencil"
          wide
          href={report.allowed ? page('report') : undefined}
          disabledReason={reasonOf(report)}
        >
          填报进展
        </Button>
        {!report.allowed && byPhone.allowed ? (
          <Button icon="phone" wide href={page('report', { source: 'phone' })}>
            代为录入（来电填报）
          </Button>
        ) : null}
        {leads ? (
          <>
            <Guarded verdict={canComplete(line, staff)} icon="circle-check" href={page('complete')}>
              确认办结
            </Guarded>
            <Guarded verdict={canHandDown(line, staff)} icon="split" href={page('hand-down')}>
              分解到村
            </Guarded>
          </>
        ) : null}
        {staff.role === 'supervisor' ? (
          <>
            <Button
              icon="badge-check"
              wide
              disabledReason={reasonOf(canReview(line, staff, 'close'))}
              onPress={() => setClosing(true)}
            >
              核验销号
            </Button>
            <Guarded verdict={canReview(line, staff, 'return')} icon="undo-2" href={page('return')}>
              退回
            </Guarded>
          </>
        ) : null}
      </Stack>
      {closing ? <CloseSheet line={line} onDone={reload} onClose={() => setClosing(false)} /> : null}
    </Card>
  );
}

interface GuardedProps {
  verdict: Verdict;
  icon: 'circle-check' | 'split' | 'undo-2';
  href: string;
  children: string;
}

function Guarded({ verdict, icon, href, children }: GuardedProps) {
  return (
    <Button icon={icon} wide href={verdict.allowed ? href : undefined} disabledReason={reasonOf(verdict)}>
      {children}
    </Button>
  );
}

interface CloseSheetProps {
  line: AssignmentView;
  onDone: () => Promise<void>;
  onClose: () => void;
}

function CloseSheet({ line, onDone, onClose }: CloseSheetProps) {
  const [id] = useState(newId);
  const [words, setWords] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const close = async () => {
    setBusy(true);
    const answer = await call(closeAssignment, {
      params: { assignmentId: line.id },
      body: { id, words: words.trim() || null },
    });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    onClose();
    toast('已销号');
    await onDone();
  };
  return (
    <Sheet
      title={`销号：${line.unitName}`}
      onClose={onClose}
      actions={
        <Button kind="primary" busy={busy} onPress={() => void close()}>
          确认销号
        </Button>
      }
    >
      <FailureNotice failure={failure} />
      <TextArea
        label="核验意见"
        optional
        hint="销号后不能再改，请先核对办结依据"
        value={words}
        onChange={setWords}
        maxLength={1000}
        rows={3}
      />
    </Sheet>
  );
}
