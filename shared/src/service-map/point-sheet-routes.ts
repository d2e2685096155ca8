import * as z from '../zod.ts';
import { route } from '../http/route.ts';
import { PointSheetPreview, PointSheetRow } from './point-sheet.ts';
import { Datum } from './position.ts';
import { KEEPERS } from './service-map-routes.ts';

export const MAX_POINT_SHEET_BYTES = 5 * 1024 * 1024;

export const exportPointSheet = route({
  method: 'GET',
  path: '/service-points.xlsx',
  summary: '导出本人范围内单位的服务点（Excel），改好后可再导入',
  access: KEEPERS,
  response: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
});

export const exportPointGeoJson = route({
  method: 'GET',
  path: '/service-points.geojson',
  summary: '导出本人范围内单位的服务点（GeoJSON，WGS-84），改好后可再导入',
  access: KEEPERS,
  response: 'application/geo+json',
});

export const previewPointSheet = route({
  method: 'POST',
  path: '/point-sheets/previews',
  summary: '上传服务点表（Excel 或 GeoJSON），先看会新增、修改哪些，不写入',
  access: KEEPERS,
  body: z.object({
    /** For rows that do not say it themselves. */
    datum: Datum.meta({ label: '坐标系' }),
  }),
  upload: { maxBytes: MAX_POINT_SHEET_BYTES },
  response: PointSheetPreview,
});

export const confirmPointSheet = route({
  method: 'POST',
  path: '/point-sheets',
  summary: '确认导入服务点表；有问题的行不写入，可能重复的行经确认才新增',
  access: KEEPERS,
  body: z.object({
    previewId: z.uuid().meta({ label: '预览编号' }),
    /** Doubtful rows somebody has looked at: they are points of their own. */
    ownPoints: z.array(z.int().min(1)).max(5000).default([]).meta({ label: '不是重复的行' }),
  }),
  response: z.object({ rows: z.array(PointSheetRow) }),
});
