import * as z from '../zod.ts';
import { CalendarDay } from '../calendar/working-days.ts';
import { PageQuery, pageOf } from '../http/page.ts';
import { route } from '../http/route.ts';
import { MapOutline } from './map-outline.ts';
import { CorrectionAnswer, CorrectionView, NewPointCorrection, ReportedCorrection } from './point-correction.ts';
import {
  ClosureEffects,
  NewServicePoint,
  PointChange,
  PointClosure,
  PointVersion,
  PublicPoint,
  ServicePointKind,
  ServicePointView,
} from './service-point.ts';

const ofPoint = z.object({ pointId: z.uuid() });

/** Those who keep points: their own unit's (officer), and those of the units under it (unit lead). */
export const KEEPERS = ['officer', 'unit-lead', 'supervisor', 'administrator'] as const;

const Box = z
  .string()
  .refine((text) => /^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/.test(text), '范围应为“西,南,东,北”四个经纬度')
  .optional()
  .meta({ label: '地图范围' });

export const PublicPointQuery = PageQuery.extend({
  limit: z.coerce.number().int().min(1).max(500).default(200).meta({ label: '每页条数' }),
  /** West, south, east, north in WGS-84. */
  bbox: Box,
  kind: ServicePointKind.optional().meta({ label: '类别' }),
  unitId: z.uuid().optional().meta({ label: '单位' }),
});

export const listPublicPoints = route({
  method: 'GET',
  path: '/public/service-points',
  summary: '政务地图上的全部服务点；可按地图范围、类别、单位筛选',
  access: 'public',
  query: PublicPointQuery,
  response: pageOf(PublicPoint),
});

export const getPublicPoint = route({
  method: 'GET',
  path: '/public/service-points/:pointId',
  summary: '一个服务点',
  access: 'public',
  params: ofPoint,
  response: PublicPoint,
});

export const exportPublicPointsGeoJson = route({
  method: 'GET',
  path: '/public/service-points.geojson',
  summary: '开放数据：全部服务点，GeoJSON（WGS-84）',
  access: 'public',
  response: 'application/geo+json',
});

export const exportPublicPointsCsv = route({
  method: 'GET',
  path: '/public/service-points.csv',
  summary: '开放数据：全部服务点，CSV（UTF-8，WGS-84）',
  access: 'public',
  response: 'text/csv',
});

/** What the map page needs besides points, and keeps for when there is no signal. */
export const PublicMap = z
  .object({
    outline: MapOutline,
    /** Holidays and worked weekends by which "open now" is reckoned. */
    calendar: z.array(CalendarDay),
    /** A key of 天地图 for the web; null: the outline is drawn. */
    tiandituKey: z.string().nullable(),
    /** The licensed map's approval number, shown beneath it (rules M2). */
    approvalNumber: z.string().nullable(),
    /** Townships in official order with their villages, for "哪里给我办". */
    units: z.array(
      z.object({
        id: z.uuid(),
        parentId: z.uuid().nullable(),
        kind: z.string(),
        name: z.string(),
        /** First letters of the name in pinyin; missing in what a phone kept before there were any. */
        initials: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'PublicMap' });
export type PublicMap = z.infer<typeof PublicMap>;

export const getPublicMap = route({
  method: 'GET',
  path: '/public/service-map',
  summary: '政务地图的轮廓、日历和村（社区）名录',
  access: 'public',
  response: PublicMap,
});

export const reportCorrection = route({
  method: 'POST',
  path: '/public/service-points/:pointId/corrections',
  summary: '报告服务点信息有误，不必登录',
  access: 'public',
  params: ofPoint,
  body: NewPointCorrection,
  response: ReportedCorrection,
});

export const readReportedCorrection = route({
  method: 'GET',
  path: '/public/point-corrections/:correctionId',
  summary: '报告人凭编号查看处理情况',
  access: 'public',
  params: z.object({ correctionId: z.uuid() }),
  response: ReportedCorrection,
});

export const listServicePoints = route({
  method: 'GET',
  path: '/service-points',
  summary: '本人范围内单位的服务点',
  access: KEEPERS,
  query: PageQuery.extend({
    part: z.enum(['all', 'check-due', 'withdrawn']).default('all').meta({ label: '哪一部分' }),
  }),
  response: pageOf(ServicePointView),
});

export const getServicePoint = route({
  method: 'GET',
  path: '/service-points/:pointId',
  summary: '一个服务点，含未处理的纠错',
  access: KEEPERS,
  params: ofPoint,
  response: ServicePointView,
});

export const addServicePoint = route({
  method: 'POST',
  path: '/service-points',
  summary: '新增服务点',
  access: KEEPERS,
  body: NewServicePoint,
  response: ServicePointView,
});

export const changeServicePoint = route({
  method: 'POST',
  path: '/service-points/:pointId/changes',
  summary: '修改服务点；依据的版本已变时说明谁改了什么',
  access: KEEPERS,
  params: ofPoint,
  body: PointChange,
  response: ServicePointView,
});

export const listPointVersions = route({
  method: 'GET',
  path: '/service-points/:pointId/versions',
  summary: '服务点的修改历史，新的在前',
  access: KEEPERS,
  params: ofPoint,
  query: PageQuery,
  response: pageOf(PointVersion),
});

export const restorePointVersion = route({
  method: 'POST',
  path: '/service-points/:pointId/restorations',
  summary: '恢复到某一版',
  access: KEEPERS,
  params: ofPoint,
  body: z.object({ id: z.uuid(), onVersion: z.int().min(1), version: z.int().min(1).meta({ label: '恢复到第几版' }) }),
  response: ServicePointView,
});

export const checkServicePoint = route({
  method: 'POST',
  path: '/service-points/:pointId/checks',
  summary: '核对过，全部无误',
  access: KEEPERS,
  params: ofPoint,
  body: z.object({ id: z.uuid(), onVersion: z.int().min(1) }),
  response: ServicePointView,
});

export const withdrawServicePoint = route({
  method: 'POST',
  path: '/service-points/:pointId/withdrawals',
  summary: '撤下服务点，说明原因；历史保留',
  access: KEEPERS,
  params: ofPoint,
  body: z.object({ id: z.uuid(), reason: z.string().trim().min(2).max(200).meta({ label: '撤下原因' }) }),
  response: ServicePointView,
});

export const previewClosure = route({
  method: 'POST',
  path: '/service-points/:pointId/closure-previews',
  summary: '停办几天之前，看会影响什么',
  access: KEEPERS,
  params: ofPoint,
  body: PointClosure.pick({ from: true, to: true }),
  response: ClosureEffects,
});

export const closeServicePoint = route({
  method: 'POST',
  path: '/service-points/:pointId/closures',
  summary: '停办几天',
  access: KEEPERS,
  params: ofPoint,
  body: PointClosure,
  response: ServicePointView,
});

export const listCorrections = route({
  method: 'GET',
  path: '/point-corrections',
  summary: '群众纠错：待处理的按先后，已处理的新的在前；只含本人范围内的单位',
  access: KEEPERS,
  query: PageQuery.extend({ part: z.enum(['open', 'settled']).default('open').meta({ label: '待处理或已处理' }) }),
  response: pageOf(CorrectionView),
});

export const answerCorrection = route({
  method: 'POST',
  path: '/point-corrections/:correctionId/answers',
  summary: '确认或不采纳一条纠错，写一句话',
  access: KEEPERS,
  params: z.object({ correctionId: z.uuid() }),
  body: CorrectionAnswer,
  response: CorrectionView,
});
