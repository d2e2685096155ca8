import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../people/actor.ts';
import { canServe, canStandIn } from './point-reach-rules.ts';
import type { ServicePointKind } from './service-point.ts';
import type { PlaceUnit } from './serving-points.ts';

const unit = (name: string, kind: string, parentId: string | null): PlaceUnit => ({ id: name, name, kind, parentId });
const UNITS = [
  unit('示例县', 'county', null),
  unit('县民政局', 'department', '示例县'),
  unit('青石镇', 'township', '示例县'),
  unit('石桥村', 'village', '青石镇'),
  unit('竹林村', 'village', '青石镇'),
  unit('城北街道', 'subdistrict', '示例县'),
  unit('白云社区', 'community', '城北街道'),
];
const ALL = UNITS.map(({ id }) => id);
const OF_QINGSHI = ['青石镇', '石桥村', '竹林村'];

describe('whom a point may say it serves', () => {
  it.each([
    ['石桥村', OF_QINGSHI],
    ['青石镇', OF_QINGSHI],
    ['白云社区', ['城北街道', '白云社区']],
    ['城北街道', ['城北街道', '白云社区']],
    ['县民政局', ALL],
    ['示例县', ALL],
    ['没有的', []],
  ])('of %s: %j', (own, served) => {
    expect(ALL.filter((one) => canServe(own, one, UNITS).allowed)).toEqual(served);
    expect(canServe(own, '没有的', UNITS).allowed).toBe(false);
  });

  it('hears which units it may name instead', () => {
    expect(canServe('石桥村', '白云社区', UNITS)).toMatchObject({
      reason: '“白云社区”不在青石镇，这里只能写青石镇的村（社区）',
    });
  });
});

describe('where a point may be said to stand', () => {
  const actor = (unitId: string, role: Actor['role'] = 'officer', unitIds = [unitId]): Actor => ({
    sessionId: '',
    personId: '',
    name: '某人',
    role,
    unitId,
    unitName: unitId,
    unitIds: role === 'supervisor' ? [] : unitIds,
  });
  const officer = (name: string) => actor(name);
  const lead = actor('青石镇', 'unit-lead', OF_QINGSHI);
  const supervisor = actor('示例县', 'supervisor');

  it.each<[string, Actor, string, ServicePointKind, boolean]>([
    ['石桥村', officer('石桥村'), '石桥村', 'service-station', true],
    ['石桥村', officer('石桥村'), '竹林村', 'service-station', false],
    ['石桥村', officer('石桥村'), '青石镇', 'service-centre', false],
    ['石桥村', lead, '青石镇', 'service-centre', true],
    ['石桥村', officer('石桥村'), '示例县', 'service-hall', false],
    ['青石镇', lead, '示例县', 'service-hall', false],
    ['县民政局', officer('县民政局'), '示例县', 'service-hall', true],
    ['县民政局', officer('县民政局'), '示例县', 'service-centre', true],
    ['县民政局', officer('县民政局'), '示例县', 'gazette-point', false],
    ['县民政局', officer('县民政局'), '青石镇', 'service-centre', false],
    ['石桥村', supervisor, '示例县', 'service-hall', true],
  ])('of %s by %o in one of %s, a %s: %s', (own, who, unitId, kind, may) => {
    expect(canStandIn({ unitId, kind, name: '大厅' }, own, who, UNITS).allowed).toBe(may);
  });
});
