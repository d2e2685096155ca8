import { addMonths } from '@county/shared/calendar/day';
import { MOST_MONTHS_TO_REVIEW, reviewDayFault } from '@county/shared/service-guides/guide-rules';
import { checkServiceGuide } from '@county/shared/service-guides/service-guide-routes';
import type { ServiceGuide } from '@county/shared/service-guides/service-guide';
import { useState } from 'react';
import { call } from '../../../api/call';
import { issueAt, type Failure } from '../../../api/failure';
import { today } from '../../../platform/clock';
import { FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Sheet } from '../../../ui/dialog';
import { DateField } from '../../../ui/field';
import { Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';

interface Props {
  guide: ServiceGuide;
  onClose(): void;
  onDone(guide: ServiceGuide): void;
}

const USUAL_MONTHS = 6;

/** The owner has read it again: everything still holds, until the next day named. */
export function CheckSheet({ guide, onClose, onDone }: Props) {
  const [reviewOn, setReviewOn] = useState(addMonths(today(), USUAL_MONTHS));
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const fault = reviewOn ? reviewDayFault(reviewOn, today()) : '请写下次核对日期';
  const check = async () => {
    setBusy(true);
    const body = { onRevision: guide.revision, reviewOn };
    const answer = await call(checkServiceGuide, { params: { guideId: guide.id }, body });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    toast('已记下：核对过，仍然有效');
    onDone(answer.reply);
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  return (
    <Sheet
      title="核对过，仍然有效"
      onClose={onClose}
      actions={
        <Button kind="primary" wide busy={busy} disabledReason={fault} onPress={() => void check()}>
          确认仍然有效
        </Button>
      }
    >
      <Stack>
        <FailureNotice failure={failure} />
        <Box>请逐项看过：材料、地点、时限、收费、咨询电话都没有变。变了的，请用“修改，写新的一版”。</Box>
        <DateField
          label="下次核对日期"
          hint="到那天会提醒"
          min={today()}
          max={addMonths(today(), MOST_MONTHS_TO_REVIEW)}
          value={reviewOn}
          onChange={setReviewOn}
          error={issueAt(issues, 'reviewOn')}
        />
      </Stack>
    </Sheet>
  );
}
