import * as z from '../zod.ts';
import { route } from '../http/route.ts';
import { ServicePointKind } from './service-point.ts';

export const PrintedMapQuery = z.object({
  /** The county, a township or subdistrict with its villages, or one village or community. */
  unitId: z.uuid().meta({ label: '单位' }),
  paper: z.enum(['A4', 'A3']).default('A4').meta({ label: '纸张' }),
  /** Nothing smaller than 16 points. */
  largePrint: z.enum(['yes', 'no']).default('no').meta({ label: '大字' }),
  kind: ServicePointKind.optional().meta({ label: '类别' }),
});
export type PrintedMapQuery = z.infer<typeof PrintedMapQuery>;

export const printMap = route({
  method: 'GET',
  path: '/public/printed-maps',
  summary: '纸质政务地图（PDF）：一个县、乡镇（街道）或村（社区）的地图和服务点一览表，可选 A3 和大字',
  access: 'public',
  query: PrintedMapQuery,
  response: 'application/pdf',
});
