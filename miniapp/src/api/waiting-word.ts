import { sayWaitingReport, takeWaitingReport } from '@county/shared/tasks/task-routes';
import { call } from './call';
import type { OutboxItem } from './outbox-queue';

const LINE = /^\/assignments\/([^/]+)\/reports$/;

/**
 * Tells the county that a report was submitted and waits on this phone: a few bytes may get through where the words did
 * not. Whether they do makes no difference to the report itself.
 */
export function sayItWaits({ kind, id, createdAt, request }: OutboxItem): void {
  const assignmentId = LINE.exec(request.path)?.[1];
  if (kind !== 'progress-report' || !assignmentId) return;
  void call(sayWaitingReport, { params: { assignmentId }, body: { id, writtenAt: createdAt } });
}

/** Its writer threw it away: nothing waits any more. */
export function sayItDoesNotWait({ kind, id, wordsSent }: OutboxItem): void {
  if (kind === 'progress-report' && !wordsSent) void call(takeWaitingReport, { params: { reportId: id } });
}
