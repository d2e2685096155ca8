import type { Recheck } from '@county/shared/tasks/findings/recheck';
import type { RectificationMeasure } from '@county/shared/tasks/findings/rectification-measure';
import { calendarDay, instant, nullable, primaryId, reference, table, text } from '../../database/table.ts';

export const RectificationMeasures = table<RectificationMeasure>(
  'rectification_measure',
  {
    id: primaryId(),
    assignmentId: reference(),
    words: text(2000),
    dueOn: nullable(calendarDay()),
    state: text(20),
    statedBy: reference(),
    statedByName: text(60),
    statedAt: instant(),
    decidedBy: nullable(reference()),
    decidedByName: nullable(text(60)),
    decidedAt: nullable(instant()),
    decisionWords: nullable(text(1000)),
  },
  { indices: [{ name: 'rectification_measure_line', columns: ['assignmentId', 'state'] }] },
);

export const Rechecks = table<Recheck>(
  'recheck',
  {
    id: primaryId(),
    assignmentId: reference(),
    completionId: reference(),
    outcome: text(20),
    words: text(1000),
    checkedOn: calendarDay(),
    way: text(20),
    by: reference(),
    byName: text(60),
    byUnitId: reference(),
    at: instant(),
  },
  { indices: [{ name: 'recheck_line', columns: ['assignmentId', 'at'] }] },
);
