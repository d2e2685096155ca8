import { useStaff } from '../../api/session';
import { EVENT_PLAN_PAGE, eventQuestionsPage, KEPT_EVENTS_PAGE } from '../../navigation/event-pages';
import { Card, Row, Section } from '../../ui/surface';

/** What those who work for the county do about events, where they look for them. */
export function StaffWays() {
  const staff = useStaff();
  if (!staff) return null;
  return (
    <Section title="工作人员办理">
      <Card flush>
        <Row icon="calendar-days" title="活动管理" about="写通知、审查公开、名单、签到、纪要" to={KEPT_EVENTS_PAGE} />
        <Row
          icon="message-square-text"
          title="活动中的问题"
          about="群众在活动中提出、由您的单位答复的"
          to={eventQuestionsPage()}
        />
        <Row icon="calendar-check" title="年度计划" about="各单位打算办的、办过的、到期没有办的" to={EVENT_PLAN_PAGE} />
      </Card>
    </Section>
  );
}
