import * as z from '../zod.ts';
import { PageQuery } from '../http/page.ts';
import { route } from '../http/route.ts';
import { STAFF } from '../people/role.ts';
import { HeatFilter, HeatTable } from './heat-table.ts';

const params = z.object({ breakdownId: z.uuid() });

export const readHeatTable = route({
  method: 'GET',
  path: '/task-breakdowns/:breakdownId/heat-table',
  summary: '进展一览表：任务 x 单位，可下钻到所辖单位；按任务序号和单位列表顺序，不排名',
  access: STAFF,
  params,
  query: HeatFilter.extend({ ...PageQuery.shape, limit: PageQuery.shape.limit.default(100) }),
  response: HeatTable,
});
