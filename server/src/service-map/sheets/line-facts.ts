import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import { NOTHING_KNOWN } from '@county/shared/service-map/accessibility';
import type { PointSheetRemark } from '@county/shared/service-map/point-sheet';
import type { Datum } from '@county/shared/service-map/position';
import { PointFacts } from '@county/shared/service-map/service-point';
import { SHEET_COLUMNS, type ColumnKey, type ReadFacts, type SheetNames, type SheetPoint } from './sheet-columns.ts';
import type { SheetLine } from './sheet-lines.ts';

const BLANK: Omit<PointFacts, 'kind' | 'name' | 'address'> = {
  landmark: '',
  position: null,
  phone: null,
  hours: null,
  windows: [],
  staff: [],
  accessibility: NOTHING_KNOWN,
  languages: [],
  queueHint: '',
  photoId: null,
  servesUnitIds: [],
  insideId: null,
};

/** The facts a line gives a point, or what is wrong with its cells. */
export type LineFacts = { facts: PointFacts } | { remarks: PointSheetRemark[] };

/**
 * Reads a line onto the point it changes, if any. A cell that says what the export would say of the point changes
 * nothing, whatever a reader would make of it; a column that is not there says nothing.
 */
export function lineFacts(line: SheetLine, before: SheetPoint | undefined, names: SheetNames, datum: Datum): LineFacts {
  const kept = before?.facts;
  const read: ReadFacts = { ...BLANK, ...kept };
  const remarks: PointSheetRemark[] = [];
  const touched = new Set<ColumnKey>();
  for (const column of SHEET_COLUMNS) {
    const text = line.cells[column.key]?.text;
    if (text === undefined || (before && text === sameWords(column.write(before)))) continue;
    touched.add(column.key);
    const fault = column.read(text.normalize('NFC'), read, names, kept);
    if (fault) remarks.push(remarkOn(line, column.key, fault));
  }
  if (remarks.length) return { remarks };
  const { longitude, latitude, datum: written, ...facts } = read as ReadFacts & PointFacts;
  const position = ['longitude', 'latitude', 'datum'].some((key) => touched.has(key as ColumnKey))
    ? positionOf(line, { longitude, latitude, datum: written }, before, datum)
    : (before?.kept ?? null);
  const checked = checkInput(PointFacts, { ...facts, position });
  if (!checked.valid) return { remarks: checked.issues.map((issue) => remarkOnIssue(line, issue)) };
  return { facts: checked.value };
}

/** As it comes back out of a cell. */
const sameWords = (words: string) => words.replace(/\r\n?/g, '\n').trim();

/** What is not written anew is as the sheet shows the point; a number without a system is in the one chosen for all. */
function positionOf(
  line: SheetLine,
  read: Pick<ReadFacts, 'longitude' | 'latitude' | 'datum'>,
  before: SheetPoint | undefined,
  datum: Datum,
): object | null {
  const shown = before?.facts.position;
  const longitude = read.longitude === undefined ? (shown?.longitude ?? null) : read.longitude;
  const latitude = read.latitude === undefined ? (shown?.latitude ?? null) : read.latitude;
  if (longitude === null && latitude === null) return null;
  const said = read.datum ?? (line.cells.datum?.text ? shown?.datum : undefined);
  return { longitude: longitude ?? undefined, latitude: latitude ?? undefined, datum: said ?? datum };
}

/** A remark on the cell a field's trouble comes from. */
export function remarkOnIssue(line: SheetLine, { path, message }: FieldIssue): PointSheetRemark {
  const [field, part] = path.map(String);
  if (field === 'position') return remarkOn(line, part === 'latitude' ? 'latitude' : 'longitude', message);
  if (field === 'accessibility') return remarkOn(line, `accessibility.${part ?? 'words'}` as ColumnKey, message);
  return remarkOn(line, field as ColumnKey, message);
}

export function remarkOn(line: SheetLine, key: ColumnKey, message: string): PointSheetRemark {
  const heading = SHEET_COLUMNS.find((column) => column.key === key)?.heading ?? null;
  const { place, row } = line;
  return { severity: 'error', place, row, column: heading, cell: line.cells[key]?.cell ?? null, message };
}
