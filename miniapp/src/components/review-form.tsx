import type { PublicLineReview } from '@county/shared/tasks/public/public-line';
import { useState } from 'react';
import { issueAt, type Failure } from '../api/failure';
import { FailureNotice } from '../ui/answer';
import { Button } from '../ui/button';
import { Field, TextArea } from '../ui/field';
import { Flow } from '../ui/surface';

interface ReviewFormProps {
  /** Words of the two buttons. */
  approve: string;
  decline: string;
  /** Why these words cannot become public, whatever they say; null where they can. */
  whyNotApprove?: string | null;
  /** Answers what went wrong, if anything. */
  send(review: PublicLineReview): Promise<Failure | undefined>;
}

/** 先审查后公开: both checks written down, or the reason why not. */
export function ReviewForm({ approve, decline, whyNotApprove = null, send }: ReviewFormProps) {
  const [secrecyCheck, setSecrecy] = useState('');
  const [personalDataCheck, setPersonal] = useState('');
  const [reason, setReason] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const review = async (body: PublicLineReview) => {
    setBusy(true);
    setFailure(await send(body));
    setBusy(false);
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  if (reason !== undefined)
    return (
      <>
        <FailureNotice failure={failure} />
        <TextArea
          label="理由"
          hint="写清要改什么，起草人能看到"
          rows={3}
          maxLength={500}
          value={reason}
          onChange={setReason}
          error={issueAt(issues, 'reason')}
        />
        <Flow>
          <Button kind="danger" busy={busy} onPress={() => void review({ outcome: 'declined', reason })}>
            {`确认${decline}`}
          </Button>
          <Button kind="quiet" onPress={() => setReason(undefined)}>
            取消
          </Button>
        </Flow>
      </>
    );
  return (
    <>
      <FailureNotice failure={failure} />
      <Field
        label="保密审查意见"
        placeholder="例如：不涉及秘密"
        value={secrecyCheck}
        onChange={setSecrecy}
        error={issueAt(issues, 'secrecyCheck')}
      />
      <Field
        label="个人信息审查意见"
        placeholder="例如：不含个人信息"
        value={personalDataCheck}
        onChange={setPersonal}
        error={issueAt(issues, 'personalDataCheck')}
      />
      <Flow>
        <Button
          kind="primary"
          busy={busy}
          disabledReason={whyNotApprove}
          onPress={() => void review({ outcome: 'published', secrecyCheck, personalDataCheck })}
        >
          {approve}
        </Button>
        <Button onPress={() => setReason('')}>{decline}</Button>
      </Flow>
    </>
  );
}
