import * as z from '../zod.ts';
import { Role } from './role.ts';

/** Who is acting: one person in one membership, with the units that membership reaches. */
export const Actor = z
  .object({
    sessionId: z.uuid(),
    personId: z.uuid(),
    name: z.string(),
    role: Role,
    /** The unit acted for; null for a resident. */
    unitId: z.uuid().nullable(),
    unitName: z.string().nullable(),
    /** The own unit and, for a unit lead, every unit under it. Empty for a resident; overseers reach all without a list. */
    unitIds: z.array(z.uuid()),
  })
  .meta({ id: 'Actor' });
export type Actor = z.infer<typeof Actor>;
