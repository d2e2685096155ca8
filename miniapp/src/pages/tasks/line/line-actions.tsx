import type { Verdict } from '@county/shared/verdict';
import { canComplete, canHandDown, canReport, canReview, canWithdraw } from '@county/shared/tasks/assignment-rules';
import { canAskExtension, canDecideExtension } from '@county/shared/tasks/extension-rules';
import type { AssignmentView } from '@county/shared/tasks/task-views';
import { useState } from 'react';
import { useStaff } from '../../../api/session';
import { today } from '../../../platform/clock';
import { withQuery } from '../../../platform/navigation';
import { Button } from '../../../ui/button';
import { Card, Stack } from '../../../ui/surface';
import { DecideExtension } from '../decide-extension';
import { CloseSheet, WithdrawSheet } from './review-sheets';

const reasonOf = (verdict: Verdict): string | null => (verdict.allowed ? null : verdict.reason);

/** What may be done with the line; what may not is greyed, with the reason the server would give. */
export function LineActions({ line, reload }: { line: AssignmentView; reload: () => Promise<void> }) {
  const staff = useStaff();
  const [open, setOpen] = useState<'close' | 'withdraw' | 'decide'>();
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
            {line.dueOn ? (
              <Guarded
                verdict={canAskExtension(line, staff, today(), line.extension !== null)}
                icon="calendar-days"
                href={page('extend')}
              >
                申请延期
              </Guarded>
            ) : null}
          </>
        ) : null}
        {staff.role === 'supervisor' ? (
          <>
            <Button
              icon="badge-check"
              wide
              disabledReason={reasonOf(canReview(line, staff, 'close'))}
              onPress={() => setOpen('close')}
            >
              核验销号
            </Button>
            <Guarded verdict={canReview(line, staff, 'return')} icon="undo-2" href={page('return')}>
              退回
            </Guarded>
            {line.extension ? (
              <Button
                icon="calendar-days"
                wide
                disabledReason={reasonOf(canDecideExtension({ state: 'asked' }, line, staff, 'declined'))}
                onPress={() => setOpen('decide')}
              >
                审批延期
              </Button>
            ) : null}
            {canWithdraw(line, staff).allowed ? (
              <Button kind="quiet" wide onPress={() => setOpen('withdraw')}>
                撤销这个单位的任务
              </Button>
            ) : null}
          </>
        ) : null}
      </Stack>
      {open === 'close' ? <CloseSheet line={line} onDone={reload} onClose={() => setOpen(undefined)} /> : null}
      {open === 'withdraw' ? <WithdrawSheet line={line} onDone={reload} onClose={() => setOpen(undefined)} /> : null}
      {open === 'decide' && line.extension && line.dueOn ? (
        <DecideExtension
          extension={{ ...line.extension, fromDueOn: line.dueOn }}
          onDone={reload}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
    </Card>
  );
}

interface GuardedProps {
  verdict: Verdict;
  icon: 'calendar-days' | 'circle-check' | 'split' | 'undo-2';
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
