import { cancelEvent } from '@county/shared/public-events/event-desk-routes';
import type { PublicEventDraft } from '@county/shared/public-events/public-event';
import { call } from '../../../api/call';
import { ReasonSheet } from '../../../components/reason-sheet';
import { coming } from './coming';

interface Props {
  event: PublicEventDraft;
  onClose(): void;
  onDone(event: PublicEventDraft): void;
}

/** 取消活动: with the reason everybody reads, said to whoever signed up. */
export function CancelSheet({ event, onClose, onDone }: Props) {
  return (
    <ReasonSheet
      title="取消这次活动"
      words={consequence(event)}
      label="取消原因"
      hint="写给群众看，例如 当天有暴雨预警，改期另行公告"
      yes="确认取消"
      done="已取消"
      onClose={onClose}
      send={async (reason) => {
        const answer = await call(cancelEvent, { params: { eventId: event.id }, body: { reason } });
        if (!answer.ok) return answer.failure;
        onDone(answer.reply);
        return undefined;
      }}
    />
  );
}

function consequence(event: PublicEventDraft): string {
  if (event.publishedVersion === null) return '还没有公开过，取消后只有本单位看得到。';
  const people = coming(event);
  const told = people ? `已报名的 ${people} 人马上告知，没用微信的要打电话。` : '还没有人报名。';
  return `活动的页面保留，写明已取消和原因；${told}`;
}
