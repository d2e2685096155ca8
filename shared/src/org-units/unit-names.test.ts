import { describe, expect, it } from '@jest/globals';
import type { OrgUnit } from './org-unit.ts';
import { canBeAlias, UnitNames } from './unit-names.ts';

const unit: OrgUnit = {
  id: 'u',
  parentId: null,
  kind: 'department',
  name: '县人力资源和社会保障局',
  aliases: ['县人社局'],
  traits: ['county-level', 'government-department'],
  officePhone: null,
  contactName: null,
  validFrom: '2020-01-01',
  validUntil: null,
  successorId: null,
  position: 0,
};
const names = new UnitNames([unit], '2026-11-25');

describe('another name of a unit', () => {
  it.each([
    '县人社',
    '人社局',
    '县人力资源社会保障局',
    '县社保中心',
    '公积金管理中心',
    '县委统战部',
    '各界人士联络处'.slice(2),
  ])('%s may be one', (alias) => expect(canBeAlias(alias, names).allowed).toBe(true));

  it.each([
    '各乡镇',
    '各乡镇（街道）',
    '县级各部门',
    '县直各单位',
    '县政府工作部门',
    '各村（社区）',
    '有关部门',
    '相关单位',
    '等县级有关部门',
    '全县',
    '牵头',
    '配合：',
    '责任单位',
    '县民政局、县教育局',
    '， 、',
    '见附件2',
  ])('%s is none: it means several units, a part, or a list', (alias) =>
    expect(canBeAlias(alias, names)).toMatchObject({ allowed: false, reason: expect.stringContaining(alias) }),
  );
});
