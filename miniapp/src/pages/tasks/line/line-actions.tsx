import type { Verdict } from '@county/shared/verdict';
import { canHandDown, canReport, canReview, canWithdraw } from '@county/shared/tasks/lines/assignment-rules';
import { canAskExtension, canDecideExtension } from '@county/shared/tasks/lines/extension-rules';
import { canRecheck } from '@county/shared/tasks/findings/finding-rules';
import type { AssignmentView } from '@county/shared/tasks/task-views';
import { useState } from 'react';
import { useStaff } from '../../../api/session';
import { today } from '../../../platform/clock';
import { withQuery } from '../../../platform/navigation';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Card, Stack } from '../../../ui/surface';
import { mayClose, mayComplete } from '../finding/finding-verdicts';
import { DecideExtension } from '../decide-extension';
import { Nudge } from './nudge';
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
            <Guarded verdict={mayComplete(line, staff)} icon="circle-check" href={page('complete')}>
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
            <Review line={line} onClosing={() => setOpen('close')} />
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
        <Nudge line={line} reload={reload} />
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

/** 复查, 销号, 退回. While none of them may be, one line says why. */
function Review({ line, onClosing }: { line: AssignmentView; onClosing: () => void }) {
  const staff = useStaff()!;
  const recheck = line.finding && canRecheck(line, line.finding, staff);
  const close = mayClose(line, staff);
  const back = canReview(line, staff, 'return');
  const page = (name: string) => withQuery(`/pages/tasks/${name}/index`, { id: line.id });
  if (![recheck, close, back].some((verdict) => verdict?.allowed))
    return <Box className="row-about">{`${recheck ? '复查、' : ''}核验销号、退回：${reasonOf(back) ?? ''}`}</Box>;
  return (
    <>
      {recheck ? (
        <Guarded verdict={recheck} icon="shield-check" href={page('recheck')}>
          复查
        </Guarded>
      ) : null}
      <Button icon="badge-check" wide disabledReason={reasonOf(close)} onPress={onClosing}>
        核验销号
      </Button>
      <Guarded verdict={back} icon="undo-2" href={page('return')}>
        退回
      </Guarded>
    </>
  );
}

interface GuardedProps {
  verdict: Verdict;
  icon: 'calendar-days' | 'circle-check' | 'shield-check' | 'split' | 'undo-2';
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
