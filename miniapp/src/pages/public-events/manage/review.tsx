import { reviewEvent } from '@county/shared/public-events/event-desk-routes';
import { eventDataScan, eventFaults } from '@county/shared/public-events/event-faults';
import { changesInWords } from '@county/shared/public-events/event-rules';
import { getPublicEvent } from '@county/shared/public-events/public-event-routes';
import type { PublicEventDraft } from '@county/shared/public-events/public-event';
import type { PublicLineReview } from '@county/shared/tasks/public/public-line';
import { canReview } from '@county/shared/writings/writing-rules';
import { call } from '../../../api/call';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { ReviewForm } from '../../../components/review-form';
import { now } from '../../../platform/clock';
import { Box } from '../../../ui/base/box';
import { Notice } from '../../../ui/notice';
import { Card, Section, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { coming } from './coming';

interface Props {
  event: PublicEventDraft;
  onDone(event: PublicEventDraft): void;
}

/** Another person lets it out, or sends it back with the reason. */
export function EventReview({ event, onDone }: Props) {
  const staff = useStaff();
  if (!staff || event.state !== 'proposed') return null;
  // Why somebody may not stands above, with what is to be done next.
  if (!canReview(event, staff).allowed) return null;
  const send = async (review: PublicLineReview) => {
    const body = { onRevision: event.revision, review };
    const answer = await call(reviewEvent, { params: { eventId: event.id }, body });
    if (!answer.ok) return answer.failure;
    toast(review.outcome === 'published' ? '已公开' : '已退回');
    onDone(answer.reply);
    return undefined;
  };
  return (
    <Section title="审查" about="请先看完下面的内容，再写两项意见">
      <Card>
        <Stack>
          {event.publishedVersion === null ? null : <ToBeTold event={event} />}
          <Box className="row-about">{eventDataScan(event.content)}</Box>
          <ReviewForm
            approve="审查通过，公开"
            decline="退回"
            whyNotApprove={eventFaults(event.content, now(), event.publicContent)[0]?.message ?? null}
            send={send}
          />
        </Stack>
      </Card>
    </Section>
  );
}

/** Whoever signed up hears of it as soon as it is let out. */
function ToBeTold({ event }: { event: PublicEventDraft }) {
  const before = useCall(getPublicEvent, { params: { eventId: event.id } });
  if (!before.data) return null;
  const changes = changesInWords(before.data.content, event.content);
  const people = coming(event);
  const isBack = event.withdrawnAt !== null;
  const what = [isBack ? '活动恢复举行' : '', changes.length ? `${changes.join('、')}有变动` : '']
    .filter(Boolean)
    .join('，');
  if (!people || !what) return null;
  return (
    <Notice kind="warn" title={`公开后马上告知已报名的 ${people} 人：${what}`}>
      用微信报名的收到消息，其他人要打电话告知。
    </Notice>
  );
}
