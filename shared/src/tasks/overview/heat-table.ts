import * as z from '../../zod.ts';
import { OrgUnitKind } from '../../org-units/org-unit.ts';
import { Assignment, Light } from '../lines/assignment.ts';
import { Rate } from './rates.ts';
import { LedgerFilter } from './task-filters.ts';
import { Task } from '../task.ts';
import { WaitingSince } from '../lines/waiting-report.ts';

/** What a heat table is narrowed to; all of it stands in its address. */
export const HeatFilter = LedgerFilter.pick({
  underUnitId: true,
  unitId: true,
  state: true,
  light: true,
  category: true,
  period: true,
  text: true,
});
export type HeatFilter = z.infer<typeof HeatFilter>;

/** How the lines handed down from one cell stand: counted, never summed into it. */
export const HeatBelow = z
  .object({
    units: z.int(),
    reported: z.int(),
    completed: z.int(),
    late: z.int(),
    soon: z.int(),
    /** Lines of which a report waits on a phone, of those whose reports the actor may read. */
    waiting: z.int(),
  })
  .meta({ id: 'HeatBelow' });
export type HeatBelow = z.infer<typeof HeatBelow>;

/** One task of one unit; where there is no cell the unit has no part in the task (不涉及). */
export const HeatCell = Assignment.pick({
  id: true,
  unitId: true,
  part: true,
  status: true,
  percent: true,
  lastReportedAt: true,
  dueOn: true,
  completedOn: true,
})
  .extend({ light: Light, below: HeatBelow.nullable(), ...WaitingSince.shape })
  .meta({ id: 'HeatCell' });
export type HeatCell = z.infer<typeof HeatCell>;

export const HeatColumn = z
  .object({
    unitId: z.uuid(),
    name: z.string(),
    kind: OrgUnitKind,
    /** Whether there are units under it, to be looked into. */
    hasUnits: z.boolean(),
    completeness: Rate,
    timeliness: Rate,
  })
  .meta({ id: 'HeatColumn' });
export type HeatColumn = z.infer<typeof HeatColumn>;

export const HeatRow = z
  .object({
    task: Task.pick({ id: true, number: true, category: true, mainTask: true, duePhrase: true, dueOn: true }),
    completeness: Rate,
    timeliness: Rate,
    cells: z.array(HeatCell),
  })
  .meta({ id: 'HeatRow' });
export type HeatRow = z.infer<typeof HeatRow>;

const Named = z.object({ id: z.uuid(), name: z.string() });

/**
 * 进展一览表: tasks by number against units of one level in the county's own order. Nothing in it ranks units or
 * people (国办函〔2026〕12号).
 */
export const HeatTable = z
  .object({
    title: z.string(),
    year: z.int(),
    categories: z.array(z.string()),
    /** The units on the way down to this level, the highest first; empty at the top. */
    path: z.array(Named),
    /** Which of the level's units this page goes through, counted from 1, and how many there are. */
    units: z.object({ from: z.int(), to: z.int(), of: z.int() }),
    /** Those of them that have a part in the plan. */
    columns: z.array(HeatColumn),
    rows: z.array(HeatRow),
    /** Whether what is due soon was reckoned in a year without a holiday notice (rules T3). */
    isProvisional: z.boolean(),
    next: z.string().nullable(),
  })
  .meta({ id: 'HeatTable' });
export type HeatTable = z.infer<typeof HeatTable>;
