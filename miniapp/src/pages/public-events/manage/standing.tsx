import { phaseOf, inOrderOfTime, extentOf } from '@county/shared/public-events/event-rules';
import { sessionInWords } from '@county/shared/public-events/event-words';
import type { PublicEventDraft } from '@county/shared/public-events/public-event';
import { canReview, isPublic } from '@county/shared/writings/writing-rules';
import { attendeesPage } from '../../../navigation/event-desk-pages';
import { goTo } from '../../../platform/navigation';
import { Button } from '../../../ui/button';
import { useStaff } from '../../../api/session';
import { now, today } from '../../../platform/clock';
import { timeInWords } from '../../../ui/answer';
import { Notice } from '../../../ui/notice';
import { Card, Facts, Flow, Stack } from '../../../ui/surface';
import { EventStateTag } from '../event-state';
import { EventTag } from '../../../components/event-tag';

/** How it stands, and the one thing that is to be done next. */
export function Standing({ event, placeName }: { event: PublicEventDraft; placeName: string }) {
  const { content, publishedVersion, publishedAt } = event;
  const [first, ...others] = inOrderOfTime(content.sessions);
  const isOut = isPublic(event);
  return (
    <>
      <NextStep event={event} />
      <ToRing event={event} />
      <Card>
        <Stack>
          <Flow>
            <EventStateTag state={event.state} />
            {isOut ? <EventTag phase={phaseOf(content, false, now())} /> : null}
          </Flow>
          <Facts
            facts={[
              {
                name: '时间',
                value: `${sessionInWords(first!, today())}${others.length ? ` 等 ${content.sessions.length} 场` : ''}`,
              },
              { name: '地点', value: placeName },
              ...(isOut && content.signUp ? [{ name: '报名', value: peopleInWords(event) }] : []),
              { name: '起草', value: `${event.writtenByName}，${timeInWords(event.writtenAt)}` },
              {
                name: '公开',
                value:
                  publishedVersion && publishedAt
                    ? `第 ${publishedVersion} 版，${timeInWords(publishedAt)}`
                    : '还没有公开过',
              },
            ]}
          />
        </Stack>
      </Card>
    </>
  );
}

/** In words, never as a share. */
function peopleInWords({ counts }: PublicEventDraft): string {
  const sum = (of: 'seats' | 'taken' | 'waiting' | 'entered') => counts.reduce((all, one) => all + one[of], 0);
  return [
    `名额 ${sum('seats')}`,
    `报上 ${sum('taken')} 人`,
    sum('entered') ? `等抽签 ${sum('entered')} 人` : '',
    sum('waiting') ? `候补 ${sum('waiting')} 人` : '',
  ]
    .filter(Boolean)
    .join('，');
}

function ToReview({ event }: { event: PublicEventDraft }) {
  const staff = useStaff();
  if (!staff) return null;
  const verdict = canReview(event, staff);
  return verdict.allowed ? (
    <Notice kind="warn" title="下一步：请您审查">
      看完下面的内容，写上两项意见，公开或者退回。
    </Notice>
  ) : (
    <Notice kind="info" title="下一步：等另一人审查">
      {verdict.reason}
    </Notice>
  );
}

/** In every state: an event that is off is what people most need to be rung about. */
function ToRing({ event: { id, toRing, endsAt } }: { event: PublicEventDraft }) {
  if (!toRing || (endsAt ?? '') <= now()) return null;
  const page = attendeesPage(id, 'to-ring');
  return (
    <Notice
      kind="warn"
      title={`${toRing} 份报名要打电话告知`}
      action={
        <Button icon="phone" href={page} onPress={() => void goTo(page)}>
          看要打电话的
        </Button>
      }
    >
      这些人在微信里通知不到，变动要打电话说。
    </Notice>
  );
}

function NextStep({ event }: { event: PublicEventDraft }) {
  const { state, content } = event;
  if (state === 'withdrawn')
    return (
      <Notice kind="danger" title={event.publishedVersion === null ? '已取消，没有公开过' : '已取消，群众看得到原因'}>
        {`原因：${event.withdrawnReason ?? ''}`}
      </Notice>
    );
  if (state === 'proposed') return <ToReview event={event} />;
  if (state === 'draft')
    return event.declineReason === null ? (
      <Notice kind="info" title="下一步：看一遍，提交审查">
        {event.publishedVersion === null ? '审查通过以前，群众看不到。' : '审查通过以前，群众看到的还是原来的一版。'}
      </Notice>
    ) : (
      <Notice kind="warn" title="审查人退回，请修改后重新提交">
        {event.declineReason}
      </Notice>
    );
  if (now() >= extentOf(content).to && event.recordState !== 'published')
    return <Notice kind="info" title="活动已结束，下一步：写纪要，答复提出的问题" />;
  return null;
}
