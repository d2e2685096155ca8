import * as z from '../zod.ts';
import { PageQuery, pageOf } from '../http/page.ts';
import { route } from '../http/route.ts';
import { NewOrgUnit, OrgUnit, OrgUnitChange, OrgUnitKind, UnitMerger } from './org-unit.ts';

const UnitParams = z.object({ unitId: z.uuid() });

export const listOrgUnits = route({
  method: 'GET',
  path: '/org-units',
  summary: '单位名录',
  access: 'public',
  query: PageQuery.extend({
    kind: OrgUnitKind.optional().meta({ label: '单位类型' }),
    parentId: z.uuid().optional().meta({ label: '上级单位' }),
    text: z.string().trim().max(60).optional().meta({ label: '搜索词' }),
  }),
  response: pageOf(OrgUnit),
});

export const getOrgUnit = route({
  method: 'GET',
  path: '/org-units/:unitId',
  summary: '一个单位',
  access: 'public',
  params: UnitParams,
  response: OrgUnit,
});

export const addOrgUnit = route({
  method: 'POST',
  path: '/org-units',
  summary: '新增单位',
  access: ['administrator'],
  body: NewOrgUnit,
  response: OrgUnit,
});

export const changeOrgUnit = route({
  method: 'PATCH',
  path: '/org-units/:unitId',
  summary: '修改单位的名称、别名、属性和电话',
  access: ['administrator'],
  params: UnitParams,
  body: OrgUnitChange,
  response: OrgUnit,
});

export const mergeOrgUnit = route({
  method: 'POST',
  path: '/org-units/:unitId/mergers',
  summary: '单位并入另一单位，在办事项随之移交',
  access: ['administrator'],
  params: UnitParams,
  body: UnitMerger,
  response: z.object({ unit: OrgUnit, movedAssignments: z.int(), withdrawnAssignments: z.int() }),
});
