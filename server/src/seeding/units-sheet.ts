import type { Grid, GridRow } from '@county/shared/document-grid';
import {
  NewOrgUnit,
  ORG_UNIT_KIND_LABELS,
  UNIT_TRAIT_LABELS,
  type OrgUnit,
  type OrgUnitKind,
  type UnitTrait,
} from '@county/shared/org-units/org-unit';
import { normalName } from '@county/shared/org-units/unit-names';

/** A unit as a list of units tells of it; the unit above by name, null for the county itself. */
export type UnitLine = Pick<OrgUnit, 'kind' | 'name' | 'aliases' | 'traits' | 'officePhone' | 'contactName'> & {
  parentName: string | null;
  /** Where the list names the unit above: `单位名录第 6 行“上级”`. */
  parentAt: string;
};

/** What a list holds, and what is wrong in it. */
export interface UnitList {
  lines: UnitLine[];
  problems: string[];
}

const HEADINGS = {
  name: /^(单位)?名称$/,
  parentName: /^上级(单位)?$/,
  kind: /^(单位)?类型$/,
  aliases: /^(别名|简称)$/,
  traits: /^(单位)?属性$/,
  officePhone: /电话/,
  contactName: /^联系人$/,
} as const;
type Field = keyof typeof HEADINGS;

/** Reads 名称, 上级, 类型 and, where there are any, 别名, 属性, 电话, 联系人; what is wrong is told by row and column. */
export function readUnits(grids: readonly Grid[]): UnitList {
  const lines: UnitLine[] = [];
  const problems: string[] = [];
  for (const grid of grids) {
    const head = grid.rows.find((row) => columnOf(row, 'name') && columnOf(row, 'kind'));
    if (!head) continue;
    for (const row of grid.rows.slice(grid.rows.indexOf(head) + 1))
      readRow(row, head, lines, {
        at: (column) => `${grid.name}第 ${row.row} 行“${column}”`,
        say: (words) => problems.push(words),
      });
  }
  if (!lines.length && !problems.length)
    problems.push('没有找到单位名录：表头要有“名称”“上级”“类型”，可有“别名”“属性”“电话”“联系人”');
  return { lines, problems };
}

interface Telling {
  at(column: string): string;
  say(words: string): void;
}

function readRow(row: GridRow, head: GridRow, lines: UnitLine[], { at, say }: Telling): void {
  const wrong = (column: string, words: string) => say(`${at(column)}：${words}`);
  const text = (field: Field) => row.cells.find((cell) => cell.column === columnOf(head, field))?.text.trim() ?? '';
  if (!row.cells.some((cell) => cell.text)) return;
  const kind = keyOf(ORG_UNIT_KIND_LABELS, text('kind'));
  if (!kind) return wrong('类型', `不认识“${text('kind')}”，可写：${Object.values(ORG_UNIT_KIND_LABELS).join('、')}`);
  const traits: UnitTrait[] = [];
  for (const word of words(text('traits'))) {
    const trait = keyOf(UNIT_TRAIT_LABELS, word);
    if (!trait) return wrong('属性', `不认识“${word}”，可写：${Object.values(UNIT_TRAIT_LABELS).join('、')}`);
    traits.push(trait);
  }
  const line: UnitLine = {
    kind: kind as OrgUnitKind,
    name: text('name'),
    aliases: words(text('aliases')),
    traits,
    officePhone: text('officePhone') || null,
    contactName: text('contactName') || null,
    parentName: text('parentName') || null,
    parentAt: at('上级'),
  };
  const checked = NewOrgUnit.omit({ id: true, parentId: true }).safeParse(line);
  if (!checked.success) return wrong(String(checked.error.issues[0]?.path[0]), '太短、太长或格式不对，请检查');
  if (!line.parentName && kind !== 'county') return wrong('上级', '没有写上级单位；只有县本身没有上级');
  if (lines.some(({ name }) => normalName(name) === normalName(line.name)))
    return wrong('名称', `“${line.name}”出现了两次`);
  lines.push(line);
}

const words = (text: string): string[] => text.split(/[、，,；;\n]/).flatMap((word) => word.trim() || []);

function columnOf(head: GridRow, field: Field): number | undefined {
  return head.cells.find((cell) => HEADINGS[field].test(cell.text.replace(/\s+/g, '')))?.column;
}

function keyOf<Key extends string>(labels: Record<Key, string>, label: string): Key | undefined {
  return (Object.keys(labels) as Key[]).find((key) => labels[key] === label);
}
