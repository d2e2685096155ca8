import * as z from '../zod.ts';

export const Role = z.enum(['resident', 'officer', 'unit-lead', 'supervisor', 'administrator']);
export type Role = z.infer<typeof Role>;

export const ROLE_LABELS = {
  resident: '群众',
  officer: '经办人',
  'unit-lead': '单位负责人',
  supervisor: '督查员',
  administrator: '管理员',
} as const satisfies Record<Role, string>;

/** Everyone who works for the county. */
export const STAFF = ['officer', 'unit-lead', 'supervisor', 'administrator'] as const satisfies readonly Role[];

/** Those who see every unit. */
export const OVERSEERS = ['supervisor', 'administrator'] as const satisfies readonly Role[];
