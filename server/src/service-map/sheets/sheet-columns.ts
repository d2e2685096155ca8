import type { Accessibility, Known } from '@county/shared/service-map/accessibility';
import { readHours, writeHours } from '@county/shared/service-map/hours-words';
import { ACCESSIBILITY_LABELS, knownInWords } from '@county/shared/service-map/point-facts-words';
import { Datum } from '@county/shared/service-map/position';
import { SERVICE_POINT_KIND_LABELS, ServicePointKind, type PointFacts } from '@county/shared/service-map/service-point';
import { readWindows, writeWindows } from './sheet-windows.ts';

/** A point as it goes into a sheet: its facts, with names in the place of ids. */
export interface SheetPoint {
  id: string;
  unitName: string;
  insideName: string;
  servedNames: string[];
  /** As they are shown: GeoJSON shows positions in WGS-84. */
  facts: PointFacts;
  /** The position as it is kept. */
  kept: PointFacts['position'];
}

/** What a cell may ask the county. */
export interface SheetNames {
  unitId(name: string): string | undefined;
  pointId(name: string): string | undefined;
}

/** Facts as far as they have been read. */
export type ReadFacts = Partial<Omit<PointFacts, 'position'>> & {
  longitude?: number | null;
  latitude?: number | null;
  datum?: Datum;
};

export type ColumnKey =
  | 'id'
  | 'unit'
  | 'longitude'
  | 'latitude'
  | 'datum'
  | Exclude<keyof PointFacts, 'position' | 'photoId' | 'accessibility'>
  | `accessibility.${keyof Accessibility}`;

export interface SheetColumn {
  key: ColumnKey;
  heading: string;
  /** In signs. */
  width: number;
  write(point: SheetPoint): string;
  /** Puts the text into the facts, or says in words why it cannot. */
  read(text: string, facts: ReadFacts, names: SheetNames, before: PointFacts | undefined): string | undefined;
}

const NOTHING = '没有登记';
const DATUM_NAMES: Record<Datum, string> = { wgs84: 'WGS-84', gcj02: 'GCJ-02', bd09: 'BD-09' };
const DATUM_SIGNS: Record<string, Datum> = {
  WGS84: 'wgs84',
  CGCS2000: 'wgs84',
  GCJ02: 'gcj02',
  BD09: 'bd09',
};

const unread = () => undefined;

/** Every column of the sheet, in its order. */
export const SHEET_COLUMNS: readonly SheetColumn[] = [
  { key: 'id', heading: '编号', width: 14, write: ({ id }) => id, read: unread },
  { key: 'unit', heading: '单位', width: 18, write: ({ unitName }) => unitName, read: unread },
  {
    key: 'kind',
    heading: '类别',
    width: 16,
    write: ({ facts }) => SERVICE_POINT_KIND_LABELS[facts.kind],
    read: (text, facts) => {
      const kind = ServicePointKind.options.find((one) => SERVICE_POINT_KIND_LABELS[one] === text);
      if (!kind) return `不认识类别“${text}”，可写：${Object.values(SERVICE_POINT_KIND_LABELS).join('、')}`;
      facts.kind = kind;
      return undefined;
    },
  },
  words('name', '名称', 26),
  words('address', '地址', 30),
  words('landmark', '附近标志', 20),
  degrees('longitude', '经度'),
  degrees('latitude', '纬度'),
  {
    key: 'datum',
    heading: '坐标系',
    width: 10,
    write: ({ facts }) => (facts.position ? DATUM_NAMES[facts.position.datum] : ''),
    read: (text, facts) => {
      if (!text) return undefined;
      const datum = DATUM_SIGNS[text.toUpperCase().replace(/[^A-Z0-9]/g, '')];
      if (!datum) return `不认识坐标系“${text}”，可写：WGS-84、CGCS2000、GCJ-02、BD-09`;
      facts.datum = datum;
      return undefined;
    },
  },
  {
    key: 'phone',
    heading: '电话',
    width: 16,
    write: ({ facts }) => facts.phone ?? '',
    read: (text, facts) => void (facts.phone = text === NOTHING ? null : text || null),
  },
  {
    key: 'hours',
    heading: '开放时间',
    width: 40,
    write: ({ facts }) => writeHours(facts.hours),
    read: (text, facts) => {
      const answer = readHours(text);
      if ('fault' in answer) return answer.fault;
      facts.hours = answer.hours;
      return undefined;
    },
  },
  {
    key: 'windows',
    heading: '窗口和事项',
    width: 44,
    write: ({ facts }) => writeWindows(facts.windows),
    read: (text, facts, _names, before) => {
      const answer = readWindows(text, before?.windows ?? []);
      if ('fault' in answer) return answer.fault;
      facts.windows = answer.windows;
      return undefined;
    },
  },
  {
    key: 'staff',
    heading: '值班人员',
    width: 20,
    write: ({ facts }) => facts.staff.map(({ name, duty }) => (duty ? `${name}（${duty}）` : name)).join('、'),
    read: (text, facts) =>
      void (facts.staff = listed(text).map((one) => {
        const [, name = one, duty = ''] = /^(.+?)\s*[（(](.*)[）)]$/.exec(one) ?? [];
        return { name, duty };
      })),
  },
  ...(['ramp', 'lowCounter', 'toilet', 'hearingLoop', 'parking', 'wheelchair', 'seats'] as const).map(known),
  {
    key: 'accessibility.doorWidthCm',
    heading: ACCESSIBILITY_LABELS.doorWidthCm,
    width: 8,
    write: ({ facts }) => String(facts.accessibility.doorWidthCm ?? ''),
    read: (text, facts) => {
      const digits = text.replace(/厘米|cm/i, '').trim();
      if (digits && !/^\d{1,3}$/.test(digits)) return '门宽只写厘米数，例如 90；没有量过就空着';
      putAccess(facts, { doorWidthCm: digits ? Number(digits) : null });
      return undefined;
    },
  },
  {
    key: 'accessibility.words',
    heading: ACCESSIBILITY_LABELS.words,
    width: 24,
    write: ({ facts }) => facts.accessibility.words,
    read: (text, facts) => void putAccess(facts, { words: text }),
  },
  {
    key: 'languages',
    heading: '语言和方言',
    width: 16,
    write: ({ facts }) => facts.languages.join('、'),
    read: (text, facts) => void (facts.languages = listed(text)),
  },
  words('queueHint', '排队提示', 20),
  {
    key: 'servesUnitIds',
    heading: '还服务哪些村（社区）',
    width: 24,
    write: ({ servedNames }) => servedNames.join('、'),
    read: (text, facts, names) => {
      const wanted = listed(text);
      const strange = wanted.find((name) => !names.unitId(name));
      if (strange) return `没有叫“${strange}”的单位，请写全名或别名，用顿号隔开`;
      facts.servesUnitIds = wanted.map((name) => names.unitId(name)!);
      return undefined;
    },
  },
  {
    key: 'insideId',
    heading: '所在场所',
    width: 20,
    write: ({ insideName }) => insideName,
    read: (text, facts, names) => {
      const id = text ? names.pointId(text) : null;
      if (id === undefined) return `没有叫“${text}”的服务点，请写它的全名；单独的就空着`;
      facts.insideId = id;
      return undefined;
    },
  },
];

function words(key: 'name' | 'address' | 'landmark' | 'queueHint', heading: string, width: number): SheetColumn {
  return {
    key,
    heading,
    width,
    write: ({ facts }) => facts[key],
    read: (text, facts) => void (facts[key] = text),
  };
}

function degrees(key: 'longitude' | 'latitude', heading: string): SheetColumn {
  return {
    key,
    heading,
    width: 12,
    write: ({ facts }) => (facts.position ? String(facts.position[key]) : ''),
    read: (text, facts) => {
      const number = text === '' ? null : Number(text.replace(/[°度]/g, ''));
      if (number !== null && !Number.isFinite(number)) return `${heading}只写度数，例如 104.123456`;
      facts[key] = number;
      return undefined;
    },
  };
}

function known(key: Exclude<keyof Accessibility, 'doorWidthCm' | 'words'>): SheetColumn {
  return {
    key: `accessibility.${key}`,
    heading: ACCESSIBILITY_LABELS[key],
    width: 10,
    write: ({ facts }) => knownInWords(facts.accessibility[key]),
    read: (text, facts) => {
      const answer = KNOWN_SIGNS[text];
      if (!answer) return `只写“有”“没有”或“${NOTHING}”`;
      putAccess(facts, { [key]: answer });
      return undefined;
    },
  };
}

const KNOWN_SIGNS: Record<string, Known> = {
  有: 'yes',
  是: 'yes',
  可: 'yes',
  没有: 'no',
  无: 'no',
  否: 'no',
  没有登记: 'unknown',
  不详: 'unknown',
  未知: 'unknown',
  '': 'unknown',
};

function putAccess(facts: ReadFacts, part: Partial<Accessibility>): void {
  facts.accessibility = { ...facts.accessibility, ...part } as Accessibility;
}

/** Things between commas of either kind; a list that says nothing is empty. */
function listed(text: string): string[] {
  if (text === NOTHING) return [];
  return text
    .split(/[、，,；;\n]/)
    .map((one) => one.trim())
    .filter(Boolean);
}

/** A column by how people head it: spaces and what stands in brackets make no difference. */
export function columnHeaded(heading: string): SheetColumn | undefined {
  const wanted = plainHeading(heading);
  return SHEET_COLUMNS.find((column) => plainHeading(column.heading) === wanted);
}

const plainHeading = (heading: string) => heading.normalize('NFKC').replace(/\s+|\(.*?\)/g, '');
