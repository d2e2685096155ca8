import { dateInWords, daysBetween, type Day } from '../calendar/day.ts';
import * as z from '../zod.ts';
import { fieldText, WechatFieldKind } from './wechat-field.ts';

/** What a message is sent for; people agree to each apart. */
export const MessagePurpose = z.enum(['work']);
export type MessagePurpose = z.infer<typeof MessagePurpose>;

export const MESSAGE_PURPOSE_LABELS = { work: '工作提醒' } as const satisfies Record<MessagePurpose, string>;

const FITTING = {
  thing: ['what', 'unit', 'words', 'on', 'today'],
  character_string: ['on', 'today'],
  phrase: ['what', 'unit'],
  name: ['what', 'unit'],
  number: ['daysLeft'],
  date: ['on', 'today'],
} as const satisfies Record<WechatFieldKind, readonly WechatFieldPart[]>;

/** The parts of a message; `today` is the day it is sent. */
const WechatFieldPart = z.enum(['what', 'unit', 'words', 'on', 'today', 'daysLeft']);
type WechatFieldPart = z.infer<typeof WechatFieldPart>;

/** What a field says: a part of the message, or words that are always the same. */
const WechatFieldSource = z.union([WechatFieldPart, z.strictObject({ text: z.string().trim().min(1).max(32) })]);
type WechatFieldSource = z.infer<typeof WechatFieldSource>;

/** A message template as the mini-program's console has it: its id, and what stands in each of its fields. */
const WechatTemplate = z
  .strictObject({ id: z.string().trim().min(1).max(64), fields: z.record(z.string(), WechatFieldSource) })
  .superRefine(({ fields }, context) => {
    if (!Object.keys(fields).length)
      context.addIssue({ code: 'custom', path: ['fields'], message: '一个字段也没有写' });
    for (const [key, source] of Object.entries(fields)) {
      const message = faultOf(key, source);
      if (message) context.addIssue({ code: 'custom', path: ['fields', key], message });
    }
  });
export type WechatTemplate = z.infer<typeof WechatTemplate>;

/** The setting WECHAT_TEMPLATES. */
export const WechatTemplates = z.strictObject({ work: WechatTemplate });
export type WechatTemplates = z.infer<typeof WechatTemplates>;

/** What a message says, as far as a template can. */
export interface TemplateMessage {
  what: string;
  unit: string | null;
  on: Day | null;
  words: string;
}

const NO_DAY = '无固定时限';

/** The message in the template's fields, each as its kind takes it. */
export function templateData(
  { fields }: WechatTemplate,
  message: TemplateMessage,
  today: Day,
): Record<string, { value: string }> {
  const sources = Object.entries(fields);
  // WeChat takes no empty date, so the day of sending stands there; that it is no limit is said where people read first.
  const isMisled = message.on === null && sources.some(([key, source]) => saysLimit(kindOf(key)!, source));
  const said = isMisled ? { ...message, words: `${NO_DAY}：${message.words}` } : message;
  const data: Record<string, { value: string }> = {};
  for (const [key, source] of sources) {
    const kind = kindOf(key)!;
    data[key] = {
      value: fieldText(kind, typeof source === 'object' ? source.text : partOf(said, source, kind, today)),
    };
  }
  return data;
}

const saysLimit = (kind: WechatFieldKind, source: WechatFieldSource) =>
  source === 'daysLeft' || (source === 'on' && kind === 'date');

function partOf(message: TemplateMessage, part: WechatFieldPart, kind: WechatFieldKind, today: Day): string {
  const inForm = (day: Day) => (kind === 'character_string' ? day : dateInWords(day));
  switch (part) {
    case 'what':
      return message.what;
    case 'unit':
      return message.unit ?? '';
    case 'words':
      return message.words;
    case 'on':
      if (message.on) return inForm(message.on);
      return kind === 'date' ? dateInWords(today) : NO_DAY;
    case 'today':
      return inForm(today);
    case 'daysLeft':
      return String(message.on ? Math.max(0, daysBetween(today, message.on)) : 0);
  }
}

/** `thing4` is of the kind `thing`. */
function kindOf(fieldKey: string): WechatFieldKind | undefined {
  const [, kind] = /^([a-z_]+)\d{1,3}$/.exec(fieldKey) ?? [];
  return WechatFieldKind.safeParse(kind).data;
}

/** For whoever sets the server up. */
function faultOf(key: string, source: WechatFieldSource): string | undefined {
  const kind = kindOf(key);
  if (!kind) return `不认识这种字段，要像 ${WechatFieldKind.options.map((one) => `${one}1`).join('、')}`;
  if (typeof source === 'object')
    return fieldText(kind, source.text) === source.text ? undefined : `放不下固定文字“${source.text}”`;
  const fitting: readonly string[] = FITTING[kind];
  return fitting.includes(source) ? undefined : `可填 ${fitting.join('、')}，不能填 ${source}`;
}
