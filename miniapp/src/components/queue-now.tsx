import { getPublicQueue } from '@county/shared/appointments/appointment-routes';
import { useCall } from '../api/use-call';
import { useRefresh } from '../api/use-refresh';
import { Notice } from '../ui/notice';

const EVERY_MINUTE = 60_000;

/** How many wait at a place's counter and for how long; nothing where the counter calls nobody, or no signal is there. */
export function QueueNow({ pointId }: { pointId: string }) {
  const queue = useCall(getPublicQueue, { params: { pointId } });
  useRefresh(queue.reload, EVERY_MINUTE);
  // What was kept from an earlier look says nothing of now.
  if (!queue.data || queue.savedAt || queue.data.waiting === null) return null;
  const { waiting, minutes } = queue.data;
  return (
    <Notice kind="info" title={waiting ? `现在 ${waiting} 人在等` : '现在没有人在等'}>
      {waiting && minutes ? `大约要等 ${minutes} 分钟；约好时间的按约的时间叫` : '约好时间的按约的时间叫'}
    </Notice>
  );
}
