import { phaseOf } from '@county/shared/public-events/event-rules';
import type { PublicEventDraft } from '@county/shared/public-events/public-event';
import { attendeesPage, signUpBehalfPage } from '../../../navigation/event-desk-pages';
import { eventPage } from '../../../navigation/event-pages';
import { now } from '../../../platform/clock';
import { Card, Row, Section } from '../../../ui/surface';
import { OrganiserRows } from '../organiser-rows';

/** Where one goes from here with one event: nowhere before it is public. */
export function Links({ event: { id, content, publishedVersion, withdrawnAt } }: { event: PublicEventDraft }) {
  if (publishedVersion === null) return null;
  const isCancelled = withdrawnAt !== null;
  const phase = phaseOf(content, isCancelled, now());
  return (
    <Section title="名单、签到和纪要">
      <Card flush>
        <Row
          icon="eye"
          title="看群众看到的"
          about={isCancelled ? '写明已取消和原因' : '通知、名额、变动'}
          to={eventPage(id)}
        />
        {phase === 'sign-up-open' ? (
          <Row icon="user-plus" title="替人报名" about="纸质登记、电话、当面" to={signUpBehalfPage(id)} />
        ) : null}
        {isCancelled ? (
          <Row icon="users" title="报名名单" about="谁报过名，谁还要打电话告知" to={attendeesPage(id)} />
        ) : (
          <OrganiserRows id={id} content={content} phase={phase} />
        )}
      </Card>
    </Section>
  );
}
