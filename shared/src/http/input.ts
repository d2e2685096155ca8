import * as z from '../zod.ts';
import type { FieldIssue } from './problem.ts';

export type Checked<T> = { valid: true; value: T } | { valid: false; issues: FieldIssue[] };

/**
 * Checks an input against its schema, on a page before sending and on the server before serving alike.
 * Unknown keys are dropped. Each issue names its field by the schema's `.meta({ label })`.
 */
export function checkInput<S extends z.ZodType>(schema: S, input: unknown): Checked<z.output<S>> {
  const result = schema.safeParse(input);
  if (result.success) return { valid: true, value: result.data };
  return { valid: false, issues: result.error.issues.map((issue) => explain(schema, issue, input)) };
}

function explain(schema: z.ZodType, issue: z.core.$ZodIssue, input: unknown): FieldIssue {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  const way = schemasAlong(schema, path, input);
  const given = valueAt(input, path);
  const isMissing = given === undefined || given === null || (typeof given === 'string' && !given.trim());
  const label = labelOf(way, path);
  // A day is picked, not written.
  if (isMissing && bare(way[way.length - 1]) instanceof z.ZodISODate) return { path, message: `请选择${label}` };
  return { path, message: rangeSentence(way, path, issue) ?? sentence(label, issue, isMissing) };
}

/** The schema within what makes it optional, nullable or defaulted. */
function bare(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  let here = schema;
  while (here && wrapped(here)) here = wrapped(here);
  return here;
}

/** A number out of bounds hears both bounds at once. */
function rangeSentence(way: Way, path: (string | number)[], issue: z.core.$ZodIssue): string | undefined {
  if ((issue.code !== 'too_small' && issue.code !== 'too_big') || issue.origin === 'string' || issue.origin === 'array')
    return;
  const here = bare(way[way.length - 1]);
  if (!(here instanceof z.ZodNumber)) return;
  const { minValue, maxValue } = here;
  if (!Number.isSafeInteger(minValue) || !Number.isSafeInteger(maxValue) || maxValue === Number.MAX_SAFE_INTEGER)
    return;
  return `${labelOf(way, path)}应在 ${minValue} 到 ${maxValue} 之间`;
}

/** The label of the innermost labelled schema on the way to the field; else the field's own key. */
function labelOf(way: Way, path: (string | number)[]): string {
  const last = path[path.length - 1];
  let label = path.length === 0 ? '提交内容' : /^id$|Id$/.test(String(last)) ? '编号' : String(last);
  for (const here of way) {
    for (let layer = here; layer; layer = wrapped(layer)) {
      const meta = z.globalRegistry.get(layer) as { label?: string } | undefined;
      if (meta?.label) {
        label =
          typeof path[path.length - 1] === 'number'
            ? `${meta.label}第${Number(path[path.length - 1]) + 1}项`
            : meta.label;
        break;
      }
    }
  }
  return label;
}

function wrapped(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  const { innerType, in: input } = schema._zod.def as { innerType?: z.core.$ZodType; in?: z.core.$ZodType };
  return innerType ?? input;
}

/** The schema of the whole and of every part on the way to a field. */
type Way = (z.core.$ZodType | undefined)[];

function schemasAlong(schema: z.ZodType, path: (string | number)[], input: unknown): Way {
  const way: Way = [schema];
  path.forEach((key, at) => way.push(step(way[at], key, valueAt(input, path.slice(0, at)))));
  return way;
}

function valueAt(input: unknown, path: (string | number)[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], input);
}

function step(schema: z.core.$ZodType | undefined, key: string | number, value: unknown): z.core.$ZodType | undefined {
  for (let layer = schema; layer; layer = wrapped(layer)) {
    const { shape, element, options, valueType } = layer._zod.def as {
      shape?: Record<string, z.core.$ZodType>;
      element?: z.core.$ZodType;
      options?: z.core.$ZodType[];
      valueType?: z.core.$ZodType;
    };
    if (shape) return shape[key];
    if (element ?? valueType) return element ?? valueType;
    if (options) {
      const fitting = options.filter((option) => saysOf(option, value));
      return fitting.map((option) => step(option, key, value)).find(Boolean);
    }
  }
  return undefined;
}

/** Whether one of several shapes is the one that was meant: its fixed words, such as `outcome`, are the input's. */
function saysOf(option: z.core.$ZodType, value: unknown): boolean {
  const { shape = {} } = option._zod.def as { shape?: Record<string, z.core.$ZodType> };
  return Object.entries(shape).every(([key, part]) => {
    const { values } = part._zod.def as { values?: unknown[] };
    return !values || values.includes((value as Record<string, unknown> | null | undefined)?.[key]);
  });
}

function sentence(label: string, issue: z.core.$ZodIssue, isMissing: boolean): string {
  switch (issue.code) {
    case 'invalid_type':
      return isMissing ? `请填写${label}` : `${label}应为${TYPES[issue.expected] ?? '规定的格式'}`;
    case 'too_small':
      if (issue.origin === 'string')
        return isMissing || Number(issue.minimum) <= 1 ? `请填写${label}` : `${label}至少 ${issue.minimum} 个字`;
      if (issue.origin === 'array') return `${label}至少 ${issue.minimum} 项`;
      return `${label}不能小于 ${issue.minimum}`;
    case 'too_big':
      if (issue.origin === 'string') return `${label}最多 ${issue.maximum} 个字，请删短一些`;
      if (issue.origin === 'array') return `${label}最多 ${issue.maximum} 项`;
      return `${label}不能大于 ${issue.maximum}`;
    case 'invalid_value':
      return isMissing ? `请选择${label}` : `${label}不在可选范围内，请重新选择`;
    case 'invalid_format':
      return `${label}${ownWords(issue.message) ?? FORMATS[issue.format] ?? '格式不对'}`;
    case 'custom':
      return issue.message && issue.message !== 'Invalid input' ? issue.message : `${label}填写有误`;
    default:
      return `${label}填写有误`;
  }
}

/** What the schema itself says of how it should be; the library's own words are English. */
const ownWords = (message: string) => (/[\u4e00-\u9fff]/.test(message) ? message : undefined);

const TYPES: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否',
  array: '列表',
  object: '一组内容',
};

const FORMATS: Record<string, string> = {
  uuid: '不对，请从列表里重新打开',
  date: '应写成 2026-06-30 这样的日期',
  datetime: '应为标准时间',
  regex: '格式不对，请检查后重填',
};
