import { canPropose, canWithdraw, canWrite, isPublic } from '@county/shared/writings/writing-rules';
import type { Handbook } from '@county/shared/service-guides/handbook';
import { proposeHandbook, withdrawHandbook } from '@county/shared/service-guides/handbook-routes';
import type { Verdict } from '@county/shared/verdict';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { goTo, withQuery } from '../../../platform/navigation';
import { FailureNotice } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { Flow, Section } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { ReasonSheet } from '../../../components/reason-sheet';

interface Props {
  handbook: Handbook;
  reload(): Promise<void>;
}

/** What this person may do with the handbook; what they may not says why. */
export function HandbookActions({ handbook, reload }: Props) {
  const staff = useStaff();
  const [isWithdrawing, setIsWithdrawing] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  if (!staff) return null;
  const edit = withQuery('/pages/service-guides/handbook-edit/index', { id: handbook.id });
  const shown = withQuery('/pages/service-guides/handbook/index', { id: handbook.id });
  const params = { handbookId: handbook.id };
  const propose = async () => {
    setBusy(true);
    const answer = await call(proposeHandbook, { params, body: { onRevision: handbook.revision } });
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    toast('已提交审查');
    await reload();
  };
  return (
    <Section title="办理">
      <FailureNotice failure={failure} />
      <Flow>
        <Button
          icon="pencil"
          href={edit}
          disabledReason={whyNot(canWrite(handbook, staff))}
          onPress={() => void goTo(edit)}
        >
          {handbook.publishedAt === null ? '接着写' : '修改'}
        </Button>
        {handbook.state === 'draft' ? (
          <Button
            icon="send"
            busy={busy}
            disabledReason={whyNot(canPropose(handbook, staff))}
            onPress={() => void propose()}
          >
            提交审查
          </Button>
        ) : null}
        {handbook.state === 'withdrawn' ? null : (
          <Button
            icon="circle-minus"
            disabledReason={whyNot(canWithdraw(handbook, staff))}
            onPress={() => setIsWithdrawing(true)}
          >
            撤下
          </Button>
        )}
        {isPublic(handbook) ? (
          <Button icon="eye" href={shown} onPress={() => void goTo(shown)}>
            看群众看到的
          </Button>
        ) : null}
      </Flow>
      {isWithdrawing ? (
        <ReasonSheet
          title="撤下这份一本通"
          words="撤下后群众不会再照着办；里面的办事指南不受影响。"
          label="撤下原因"
          hint="写给群众看，例如 已并入“开公司”一份"
          yes="确认撤下"
          done="已撤下"
          onClose={() => setIsWithdrawing(false)}
          send={async (reason) => {
            const answer = await call(withdrawHandbook, { params, body: { reason } });
            if (!answer.ok) return answer.failure;
            setIsWithdrawing(false);
            await reload();
            return undefined;
          }}
        />
      ) : null}
    </Section>
  );
}

const whyNot = (verdict: Verdict): string | null => (verdict.allowed ? null : verdict.reason);
