import type { EventContent } from '@county/shared/public-events/event-content';
import type { EventPhase } from '@county/shared/public-events/public-event';
import { attendeesPage, doorPage, drawPage, hearingPage } from '../../navigation/event-desk-pages';
import { eventQuestionsPage, recordPage } from '../../navigation/event-pages';
import { Row } from '../../ui/surface';

interface OrganiserRowsProps {
  id: string;
  content: EventContent;
  phase: EventPhase;
  /** Whether minutes are published already; unknown is no. */
  hasRecord?: boolean;
}

/** What the organiser's people do about an event that everybody knows of: before the day, on it, and afterwards. */
export function OrganiserRows({ id, content, phase, hasRecord = false }: OrganiserRowsProps) {
  const hasBegun = phase === 'running' || phase === 'over';
  return (
    <>
      {hasBegun ? (
        <>
          <Row
            icon="file-text"
            title={hasRecord ? '看纪要，写新的一版' : '写纪要'}
            about="到场人数、照片、议定的事，填报对应的任务"
            to={recordPage(id)}
          />
          <Row
            icon="message-square-text"
            title="问题和答复"
            about="群众提出的问题、各单位的答复、参加人的评价"
            to={eventQuestionsPage(id)}
          />
        </>
      ) : null}
      <Row icon="users" title="报名名单" about="谁来、谁候补、改名额、替人退出" to={attendeesPage(id)} />
      <Row icon="list-checks" title="签到" about="当天用，没有信号也能用；打印签到表" to={doorPage(id)} />
      {content.signUp?.draw ? <Row icon="split" title="抽签" about="用通知里写明的公开数字" to={drawPage(id)} /> : null}
      {content.kind === 'hearing' ? (
        <Row icon="landmark" title="听证会办理" about="材料送达、参加人名单、发言顺序" to={hearingPage(id)} />
      ) : null}
    </>
  );
}
