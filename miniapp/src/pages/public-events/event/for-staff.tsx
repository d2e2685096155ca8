import type { PublicEvent } from '@county/shared/public-events/event-record';
import { canServeEvent } from '@county/shared/public-events/event-rules';
import type { EventPhase } from '@county/shared/public-events/public-event';
import { canSignUpForAny } from '@county/shared/public-events/sign-up-rules';
import { useStaff } from '../../../api/session';
import { signUpBehalfPage } from '../../../navigation/event-desk-pages';
import { manageEventPage } from '../../../navigation/event-pages';
import { now } from '../../../platform/clock';
import { Card, Row, Section } from '../../../ui/surface';
import { OrganiserRows } from '../organiser-rows';

/** What staff do about an event: its organiser's people all of it, everybody else at work signs people up. */
export function ForStaff({ event, phase }: { event: PublicEvent; phase: EventPhase }) {
  const staff = useStaff();
  if (!staff) return null;
  const { id, content, record } = event;
  const serves = canServeEvent(event.unitId, staff).allowed;
  const takesPeople = canSignUpForAny(event, { now: now(), byStaff: true });
  if (!serves && !takesPeople) return null;
  return (
    <Section title="工作人员办理" about="群众看不到这一部分">
      <Card flush>
        {takesPeople ? (
          <Row icon="user-plus" title="替人报名" about="纸质登记、电话、当面" to={signUpBehalfPage(id)} />
        ) : null}
        {serves ? (
          <>
            <OrganiserRows id={id} content={content} phase={phase} hasRecord={!!record} />
            <Row icon="pencil" title="活动办理" about="变更、取消、照样再办、打印通知" to={manageEventPage(id)} />
          </>
        ) : null}
      </Card>
    </Section>
  );
}
