import { guideFaults, personalDataScan } from '@county/shared/service-guides/guide-faults';
import { canReview } from '@county/shared/writings/writing-rules';
import { reviewServiceGuide } from '@county/shared/service-guides/service-guide-routes';
import type { ServiceGuide } from '@county/shared/service-guides/service-guide';
import type { PublicLineReview } from '@county/shared/tasks/public/public-line';
import { call } from '../../../api/call';
import { useStaff } from '../../../api/session';
import { ReviewForm } from '../../../components/review-form';
import { Box } from '../../../ui/base/box';
import { Card, Section, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';

interface Props {
  guide: ServiceGuide;
  onDone(guide: ServiceGuide): void;
}

/** Another person lets it out, or sends it back with the reason. */
export function GuideReview({ guide, onDone }: Props) {
  const staff = useStaff();
  if (!staff || guide.state !== 'proposed') return null;
  const verdict = canReview(guide, staff);
  const send = async (review: PublicLineReview) => {
    const body = { onRevision: guide.revision, review };
    const answer = await call(reviewServiceGuide, { params: { guideId: guide.id }, body });
    if (!answer.ok) return answer.failure;
    toast(review.outcome === 'published' ? '已公开' : '已退回');
    onDone(answer.reply);
    return undefined;
  };
  return (
    <Section title="审查" about="请先看完下面改了什么">
      <Card>
        <Stack>
          <Box className="row-about">{personalDataScan(guide.content)}</Box>
          {verdict.allowed ? (
            <ReviewForm
              approve="审查通过，公开"
              decline="退回"
              whyNotApprove={guideFaults(guide.content)[0]?.message ?? null}
              send={send}
            />
          ) : (
            <Box className="row-about">{verdict.reason}</Box>
          )}
        </Stack>
      </Card>
    </Section>
  );
}
