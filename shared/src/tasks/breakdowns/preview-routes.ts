import * as z from '../../zod.ts';
import { route } from '../../http/route.ts';
import { BreakdownPreview, PreviewConfirmation } from './breakdown-preview.ts';
import { PreviewCorrection } from './preview-correction.ts';
import { BreakdownSummary } from './task-breakdown.ts';

export const MAX_BREAKDOWN_BYTES = 10 * 1024 * 1024;

export const previewBreakdown = route({
  method: 'POST',
  path: '/task-breakdowns/previews',
  summary: '上传任务分解表，预览识别结果；不写入任何任务',
  access: ['supervisor'],
  body: z.object({}),
  upload: { maxBytes: MAX_BREAKDOWN_BYTES },
  response: BreakdownPreview,
});

export const getBreakdownPreview = route({
  method: 'GET',
  path: '/task-breakdowns/previews/:previewId',
  summary: '再看一次预览',
  access: ['supervisor'],
  params: z.object({ previewId: z.uuid() }),
  response: BreakdownPreview,
});

/** Three bytes a sign, within the size of any request. */
export const MAX_PASTED = 100_000;

export const previewPastedText = route({
  method: 'POST',
  path: '/task-breakdowns/previews/from-text',
  summary: '粘贴表格文字，预览识别结果；不写入任何任务',
  access: ['supervisor'],
  body: z.object({ text: z.string().min(10).max(MAX_PASTED).meta({ label: '表格文字' }) }).meta({ id: 'PastedText' }),
  response: BreakdownPreview,
});

export const correctBreakdownPreview = route({
  method: 'POST',
  path: '/task-breakdowns/previews/:previewId/corrections',
  summary: '在预览里改正：列的含义、某一行、单位别名、名称和年度、是否为修订',
  access: ['supervisor'],
  params: z.object({ previewId: z.uuid() }),
  body: PreviewCorrection,
  response: BreakdownPreview,
});

/** Confirming a table that is already there answers 200 with what stands, and changes nothing. */
export const confirmBreakdown = route({
  method: 'POST',
  path: '/task-breakdowns',
  summary: '确认预览，交办全部任务',
  access: ['supervisor'],
  body: PreviewConfirmation,
  response: BreakdownSummary,
});
