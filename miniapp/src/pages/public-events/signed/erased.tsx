import { dayInWords } from '@county/shared/calendar/day';
import { sessionInWords } from '@county/shared/public-events/event-words';
import type { SignUpView } from '@county/shared/public-events/sign-up';
import { eventPage } from '../../../navigation/event-pages';
import { Notice } from '../../../ui/notice';
import { Card, Facts, Row } from '../../../ui/surface';

/** What there is to see of an event that is over. */
export const PAST_EVENT = '内容，办过以后公布的纪要和答复';

/** What is left of a sign-up that was erased after its time: which event it was, and nothing of who came. */
export function Erased({ signUp: { eventId, title, session, groupName, cancelledReason } }: { signUp: SignUpView }) {
  const day = dayInWords(session.day);
  return (
    <>
      <Notice kind="info" title={cancelledReason === null ? `活动已经过去（${day}）` : `活动当时取消了（原定 ${day}）`}>
        个人信息已按期删除，报名号不再用了。
      </Notice>
      <Card>
        <Facts
          facts={[
            { name: '活动', value: title },
            { name: '时间', value: sessionInWords(session) },
            { name: '身份', value: groupName },
            { name: '个人信息', value: '已按期删除' },
          ]}
        />
      </Card>
      <Card flush>
        <Row icon="file-text" title="看这次活动" about={PAST_EVENT} to={eventPage(eventId)} />
      </Card>
    </>
  );
}
