import { correctBreakdownPreview } from '@county/shared/tasks/breakdowns/preview-routes';
import type { BreakdownPreview } from '@county/shared/tasks/breakdowns/breakdown-preview';
import type { PreviewCorrection } from '@county/shared/tasks/breakdowns/preview-correction';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { Failure } from '../../../api/failure';

export interface Corrections {
  preview: BreakdownPreview;
  /** Sends one and shows the preview as it is then; answers whether it was taken. */
  correct(correction: PreviewCorrection): Promise<boolean>;
  busy: boolean;
  failure: Failure | undefined;
  forgetFailure(): void;
}

/** What a person puts right in a preview; each is kept by the server at once. */
export function useCorrections(preview: BreakdownPreview, replace: (preview: BreakdownPreview) => void): Corrections {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const correct = async (body: PreviewCorrection) => {
    setBusy(true);
    const answer = await call(correctBreakdownPreview, { params: { previewId: preview.id }, body });
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) replace(answer.reply);
    return answer.ok;
  };
  return { preview, correct, busy, failure, forgetFailure: () => setFailure(undefined) };
}
