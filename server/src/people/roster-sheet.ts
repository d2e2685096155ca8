import type { PreviewRemark } from '@county/shared/preview-remark';
import { PhoneNumber, StaffRole } from '@county/shared/people/person';
import { ROLE_LABELS } from '@county/shared/people/role';
import type * as z from '@county/shared/zod';
import type { Grid, GridRow } from '@county/shared/document-grid';

/** One row of a roster as read, before anybody's rights are asked. */
export interface RosterLine {
  row: number;
  name: string;
  phone: string;
  unitName: string;
  role: z.output<typeof StaffRole>;
}

const HEADINGS = {
  name: /^(姓名|名字|人员)$/,
  phone: /手机|电话|联系方式/,
  unitName: /单位|部门/,
  role: /角色|职责|身份/,
} as const;

type Field = keyof typeof HEADINGS;
const FIELD_LABELS: Record<Field, string> = { name: '姓名', phone: '手机号', unitName: '单位', role: '角色' };

/** Reads rows of 姓名, 手机号, 单位 and 角色, in whatever order the headings stand; a missing role is 经办人. */
export function readRoster(grids: readonly Grid[]): { lines: RosterLine[]; remarks: PreviewRemark[] } {
  const lines: RosterLine[] = [];
  const remarks: PreviewRemark[] = [];
  for (const grid of grids) {
    const head = grid.rows.find((row) => columnOf(row, 'name') && columnOf(row, 'phone'));
    if (!head) continue;
    for (const row of grid.rows.slice(grid.rows.indexOf(head) + 1)) {
      const read = readRow(grid, head, row, remarks);
      if (read) lines.push(read);
    }
  }
  if (!lines.length && !remarks.length) {
    const message = '没有找到名册：表头要有“姓名”“手机号”“单位”，可有“角色”。请检查后重新上传';
    remarks.push({ severity: 'error', place: grids[0]?.name ?? '文件', row: null, column: null, message });
  }
  return { lines, remarks };
}

function readRow(grid: Grid, head: GridRow, row: GridRow, remarks: PreviewRemark[]): RosterLine | undefined {
  const text = (field: Field) => row.cells.find((cell) => cell.column === columnOf(head, field))?.text.trim() ?? '';
  if (!row.cells.some((cell) => cell.text)) return undefined;
  const wrong = (field: Field, message: string) => {
    remarks.push({ severity: 'error', place: grid.name, row: row.row, column: FIELD_LABELS[field], message });
    return undefined;
  };
  if (!text('name')) return wrong('name', '没有写姓名，请补上');
  if (text('name').length > 30) return wrong('name', '姓名最多 30 个字');
  const phone = PhoneNumber.safeParse(text('phone'));
  if (!phone.success) return wrong('phone', '手机号应是 11 位数字，请检查这一格');
  if (!text('unitName')) return wrong('unitName', '没有写单位，请补上');
  const role = roleOf(text('role'));
  if (!role) return wrong('role', `不认识角色“${text('role')}”，可写：经办人、单位负责人、督查员、管理员`);
  return { row: row.row, name: text('name'), phone: phone.data, unitName: text('unitName'), role };
}

function columnOf(head: GridRow, field: Field): number | undefined {
  return head.cells.find((cell) => HEADINGS[field].test(cell.text.replace(/\s+/g, '')))?.column;
}

function roleOf(text: string): RosterLine['role'] | undefined {
  if (!text) return 'officer';
  return StaffRole.options.find((role) => ROLE_LABELS[role] === text.replace(/\s+/g, ''));
}
