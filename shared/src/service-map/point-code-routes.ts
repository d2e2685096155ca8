import * as z from '../zod.ts';
import { route } from '../http/route.ts';
import { CodeKey, CodePicture, PointCode } from './point-code.ts';
import { KEEPERS } from './service-map-routes.ts';

const ofKey = z.object({ key: CodeKey });

export const readPointCode = route({
  method: 'GET',
  path: '/public/codes/:key',
  summary: '门上、窗口上的码通到哪个服务点',
  access: 'public',
  params: ofKey,
  response: PointCode,
});

export const readCodePicture = route({
  method: 'GET',
  path: '/public/codes/:key/picture',
  summary: '已取得的小程序码图片',
  access: 'public',
  params: ofKey,
  response: 'image/png',
});

export const makePointCodes = route({
  method: 'POST',
  path: '/service-points/:pointId/codes',
  summary: '服务点和各窗口的码；每个只编一次，以后不变',
  access: KEEPERS,
  params: z.object({ pointId: z.uuid() }),
  body: z.object({}),
  response: z.object({ items: z.array(PointCode) }),
});

export const makeCodePicture = route({
  method: 'POST',
  path: '/point-codes/:key/pictures',
  summary: '向微信取小程序码并保存；未开通时说明',
  access: KEEPERS,
  params: ofKey,
  body: z.object({}),
  response: CodePicture,
});
