import { getEvent } from '@county/shared/public-events/event-desk-routes';
import { EVENT_KIND_LABELS } from '@county/shared/public-events/event-words';
import type { PublicEventDraft } from '@county/shared/public-events/public-event';
import { isPublic } from '@county/shared/writings/writing-rules';
import { useRouter } from '@tarojs/taro';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { isNotThere, NotThere } from '../../../components/not-there';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Page } from '../../../ui/page';
import { Stack } from '../../../ui/surface';
import { EventActions } from './actions';
import { EventChanges } from './changes';
import { Links } from './links';
import { NoticePart } from './notice-part';
import { EventReview } from './review';
import { Seats } from '../seats';
import { Standing } from './standing';
import { usePlaceView } from './use-place-view';

/** One event for its organisers: how it stands, what is to be done next, and what this person may do. */
export default function ManageEventPage() {
  const staff = useStaff();
  const { id = '' } = useRouter().params;
  const event = useCall(getEvent, staff && id ? { params: { eventId: id } } : null);
  if (!staff) return <SignInFirst title="活动办理" />;
  if (!id || isNotThere(event.failure)) return <NotThere title="活动办理" what="这个活动" failure={event.failure} />;
  const { content, unitName } = event.data ?? {};
  return (
    <Page title={content?.title ?? '活动办理'} about={content && `${EVENT_KIND_LABELS[content.kind]} · ${unitName}`}>
      <Answer of={event} shape="words">
        {(shown) => <Managed event={shown} onDone={event.replace} />}
      </Answer>
    </Page>
  );
}

function Managed({ event, onDone }: { event: PublicEventDraft; onDone(event: PublicEventDraft): void }) {
  // Paper, seats and sign-ups go by what everybody reads, not by what somebody is writing beside it.
  const told = { ...event, content: event.publicContent ?? event.content };
  const place = usePlaceView(event.content.place);
  const placeTold = usePlaceView(told.content.place);
  const hasSeats = isPublic(event) && told.content.signUp !== null && event.counts.length > 0;
  return (
    <>
      <Box className="screen-only">
        <Stack>
          <Standing event={told} placeName={placeTold.name} />
          <EventReview event={event} onDone={onDone} />
          <EventActions event={event} onDone={onDone} />
          <Links event={told} />
          {hasSeats ? <Seats event={told} content={told.content} onDone={onDone} /> : null}
          <EventChanges event={event} place={place} />
        </Stack>
      </Box>
      <NoticePart event={told} place={placeTold} />
    </>
  );
}
