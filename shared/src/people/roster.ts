import * as z from '../zod.ts';
import { PreviewRemark } from '../preview-remark.ts';
import { StaffRole } from './person.ts';

/** One row of a roster as it would go in. */
export const RosterRow = z
  .object({
    row: z.int(),
    name: z.string(),
    phoneEnding: z.string(),
    unitName: z.string(),
    role: StaffRole,
    outcome: z.enum(['added', 'moved', 'unchanged', 'refused']),
  })
  .meta({ id: 'RosterRow' });
export type RosterRow = z.infer<typeof RosterRow>;

/** A dry run: what would happen to each row; nothing is written before it is confirmed. */
export const RosterPreview = z
  .object({
    id: z.uuid(),
    sourceName: z.string(),
    rows: z.array(RosterRow),
    remarks: z.array(PreviewRemark),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'RosterPreview' });
export type RosterPreview = z.infer<typeof RosterPreview>;
