import * as z from '../../zod.ts';
import { PageQuery, pageOf } from '../../http/page.ts';
import { route } from '../../http/route.ts';
import { OVERSEERS, STAFF } from '../../people/role.ts';
import { HeatFilter, HeatTable } from './heat-table.ts';
import { LineAlert } from './line-alert.ts';
import { ContactUnit } from '../task-views.ts';
import { TimelineEntry } from './timeline.ts';

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

export const downloadHeatTable = route({
  method: 'GET',
  path: '/task-breakdowns/:breakdownId/heat-table.xlsx',
  summary: '进展一览表下载（Excel）：这一级的全部单位，含所用筛选条件',
  access: STAFF,
  params,
  query: HeatFilter,
  response: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
});

/** Pages are of tasks: `limit` of them, with all their alerts. */
export const listAlerts = route({
  method: 'GET',
  path: '/task-breakdowns/:breakdownId/alerts',
  summary: '预警：按规则计算，按任务序号和完成时限排列，不排名',
  access: OVERSEERS,
  params,
  query: PageQuery.extend({
    limit: z.coerce.number().int().min(1).max(50).default(50).meta({ label: '每页任务数' }),
    underUnitId: HeatFilter.shape.underUnitId,
  }),
  response: pageOf(LineAlert),
});

export const listTimeline = route({
  method: 'GET',
  path: '/tasks/:taskId/timeline',
  summary: '一项任务的时间线：各单位的填报和办理经过，新的在前；只含本人可以看的单位',
  access: STAFF,
  params: z.object({ taskId: z.uuid() }),
  query: PageQuery,
  response: pageOf(TimelineEntry),
});

export const listTaskContacts = route({
  method: 'GET',
  path: '/tasks/:taskId/contacts',
  summary: '一项任务各单位的联系人和办公电话，牵头单位在前',
  access: STAFF,
  params: z.object({ taskId: z.uuid() }),
  query: PageQuery,
  response: pageOf(ContactUnit),
});
