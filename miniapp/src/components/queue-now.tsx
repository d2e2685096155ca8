import { getPublicQueue } from '@county/shared/appointments/appointment-routes';
import { useEffect } from 'react';
import { useCall } from '../api/use-call';
import { Notice } from '../ui/notice';
import { useNow } from '../ui/use-now';

const EVERY_MINUTE = 60_000;

/** How many wait at a place's counter and for how long; nothing where the counter calls nobody, or no signal is there. */
export function QueueNow({ pointId }: { pointId: string }) {
  const queue = useCall(getPublicQueue, { params: { pointId } });
  const minute = useNow(EVERY_MINUTE);
  useEffect(() => void queue.reload(), [minute]);
  // What was kept from an earlier look says nothing of now.
  if (!queue.data || queue.savedAt || queue.data.waiting === null) return null;
  const { waiting, minutes } = queue.data;
  return (
    <Notice kind="info" title={waiting ? `现在 ${waiting} 人在等` : '现在没有人在等'}>
      {waiting && minutes ? `大约要等 ${minutes} 分钟；约好时间的按约的时间叫` : '约好时间的按约的时间叫'}
    </Notice>
  );
}
