import * as z from '../../zod.ts';
import { PageQuery, pageOf } from '../../http/page.ts';
import { route } from '../../http/route.ts';
import { STAFF } from '../../people/role.ts';
import { ExtensionDecision, ExtensionView, NewExtension } from './extension.ts';

export const askExtension = route({
  method: 'POST',
  path: '/assignments/:assignmentId/extensions',
  summary: '责任单位负责人申请延期',
  access: STAFF,
  params: z.object({ assignmentId: z.uuid() }),
  body: NewExtension,
  response: ExtensionView,
});

export const listExtensions = route({
  method: 'GET',
  path: '/extensions',
  summary: '等待审批的延期申请',
  access: ['supervisor'],
  query: PageQuery,
  response: pageOf(ExtensionView),
});

export const decideExtension = route({
  method: 'POST',
  path: '/extensions/:extensionId/decisions',
  summary: '督查员审批延期；同意后一切按新时限计算',
  access: ['supervisor'],
  params: z.object({ extensionId: z.uuid() }),
  body: ExtensionDecision,
  response: ExtensionView,
});
