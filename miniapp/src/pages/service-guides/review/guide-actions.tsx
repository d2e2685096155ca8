import { guideFaults } from '@county/shared/service-guides/guide-faults';
import { canCheckGuide } from '@county/shared/service-guides/guide-rules';
import { canPropose, canWithdraw, canWrite, isPublic } from '@county/shared/writings/writing-rules';
import { proposeServiceGuide } from '@county/shared/service-guides/service-guide-routes';
import type { ServiceGuide } from '@county/shared/service-guides/service-guide';
import type { Verdict } from '@county/shared/verdict';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { guidePage } from '../../../navigation/guide-pages';
import { goTo, withQuery } from '../../../platform/navigation';
import { FailureNotice } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { Flow, Section } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { CheckSheet } from './check-sheet';
import { WithdrawSheet } from './withdraw-sheet';

interface Props {
  guide: ServiceGuide;
  onDone(guide: ServiceGuide): void;
}

/** What this person may do with the guide; what they may not says why. */
export function GuideActions({ guide, onDone }: Props) {
  const staff = useStaff();
  const [sheet, setSheet] = useState<'check' | 'withdraw'>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  if (!staff) return null;
  const edit = withQuery('/pages/service-guides/edit/index', { id: guide.id });
  const propose = async () => {
    setBusy(true);
    const answer = await call(proposeServiceGuide, {
      params: { guideId: guide.id },
      body: { onRevision: guide.revision },
    });
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    toast('已提交审查');
    onDone(answer.reply);
  };
  const done = (changed: ServiceGuide) => {
    setSheet(undefined);
    onDone(changed);
  };
  return (
    <Section title="办理">
      <FailureNotice failure={failure} />
      <Flow>
        <Button
          icon="pencil"
          href={edit}
          disabledReason={whyNot(canWrite(guide, staff))}
          onPress={() => void goTo(edit)}
        >
          {guide.publishedVersion === null ? '接着写' : '修改，写新的一版'}
        </Button>
        {guide.state === 'draft' ? (
          <Button
            icon="send"
            busy={busy}
            disabledReason={whyNot(canPropose(guide, staff)) ?? guideFaults(guide.content)[0]?.message}
            onPress={() => void propose()}
          >
            提交审查
          </Button>
        ) : null}
        {isPublic(guide) ? (
          <Button
            icon="badge-check"
            disabledReason={whyNot(canCheckGuide(guide, staff))}
            onPress={() => setSheet('check')}
          >
            核对过，仍然有效
          </Button>
        ) : null}
        {guide.state === 'withdrawn' ? null : (
          <Button
            icon="circle-minus"
            disabledReason={whyNot(canWithdraw(guide, staff))}
            onPress={() => setSheet('withdraw')}
          >
            撤下
          </Button>
        )}
        {guide.publishedVersion === null ? null : (
          <Button icon="eye" href={guidePage(guide.id)} onPress={() => void goTo(guidePage(guide.id))}>
            看群众看到的
          </Button>
        )}
      </Flow>
      {sheet === 'check' ? <CheckSheet guide={guide} onClose={() => setSheet(undefined)} onDone={done} /> : null}
      {sheet === 'withdraw' ? <WithdrawSheet guide={guide} onClose={() => setSheet(undefined)} onDone={done} /> : null}
    </Section>
  );
}

const whyNot = (verdict: Verdict): string | null => (verdict.allowed ? null : verdict.reason);
