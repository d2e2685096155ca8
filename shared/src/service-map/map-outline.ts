import * as z from '../zod.ts';
import { ViewBox } from './position.ts';

const Ring = z.array(z.tuple([z.number(), z.number()])).min(4);

/**
 * Our own simple drawing of the county, for when no licensed base map is set: what lies where, without a signal.
 * Longitude, latitude in WGS-84; rings are closed. A real county sets its licensed base map with its 审图号 (rules M2).
 */
export const MapOutline = z
  .object({
    box: ViewBox,
    areas: z.array(
      z.object({ unitId: z.uuid().nullable(), name: z.string(), ring: Ring, label: z.tuple([z.number(), z.number()]) }),
    ),
    rivers: z.array(z.object({ name: z.string(), line: z.array(z.tuple([z.number(), z.number()])).min(2) })),
    roads: z.array(z.object({ name: z.string(), line: z.array(z.tuple([z.number(), z.number()])).min(2) })),
    /** Said beneath every map: whose map it is, or that it is a sketch. */
    notice: z.string(),
  })
  .meta({ id: 'MapOutline' });
export type MapOutline = z.infer<typeof MapOutline>;
