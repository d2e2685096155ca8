import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { NewServicePoint } from '@county/shared/service-map/service-point';
import { MappedCounty } from '../../../test/support/mapped-county.ts';

let here: MappedCounty;
beforeAll(async () => void (here = await MappedCounty.start()));
afterAll(() => here.close());

const asked = async (point: NewServicePoint, person = 'village-officer') =>
  (await here.reminded.inbox(person)).filter(({ what }) => what === `核对服务点：${point.name}`);
const due = async (person = 'village-officer'): Promise<string[]> => {
  const { items } = (await here.as(person, 'GET', '/service-points?part=check-due&limit=200')).body;
  return items.map(({ id }: { id: string }) => id);
};

describe('the check of a point', () => {
  it('is asked for once when six months have passed, and is over when somebody has looked', async () => {
    const point = await here.point({ name: '石桥村代办点甲' });
    here.at('2027-05-24', '09:30');
    await here.reminded.tick();
    expect(await asked(point)).toEqual([]);
    expect(await due()).not.toContain(point.id);

    // 25 May 2027 is a Tuesday. Planned before nine, shown with the day's digest.
    here.at('2027-05-25', '08:00');
    await here.reminded.tick();
    expect(await asked(point)).toEqual([]);
    here.at('2027-05-25', '09:05');
    await here.reminded.tick();
    expect(await asked(point)).toMatchObject([
      {
        words: '上次核对是 2026-11-25，已满 6 个月，请看一遍电话、时间、位置还对不对',
        link: `/pages/service-map/check/index?id=${point.id}`,
        stands: true,
      },
    ]);
    expect(await due()).toContain(point.id);
    expect((await here.view(point.id)).isCheckDue).toBe(true);
    here.at('2027-05-27', '09:05');
    await here.reminded.tick();
    expect(await asked(point)).toHaveLength(1);

    await here.as('village-officer', 'POST', `/service-points/${point.id}/checks`, { id: newId(), onVersion: 1 });
    expect(await asked(point)).toMatchObject([{ stands: false }]);
    expect(await due()).not.toContain(point.id);
    here.at('2027-11-29', '08:00');
    await here.reminded.tick();
    here.at('2027-11-29', '09:05');
    await here.reminded.tick();
    expect((await asked(point)).map(({ stands }) => stands).sort()).toEqual([false, true]);
  });

  it('that falls due when the day’s digest has gone is asked for on the next working day', async () => {
    here.at('2028-01-05', '10:00');
    const point = await here.point({ name: '石桥村代办点乙' });
    // 5 July 2028 is a Wednesday.
    here.at('2028-07-05', '10:00');
    await here.reminded.tick();
    expect(await asked(point)).toEqual([]);
    here.at('2028-07-06', '09:05');
    await here.reminded.tick();
    expect(await asked(point)).toHaveLength(1);
  });

  it('planned for tomorrow is not asked for once somebody has looked, or the point is gone', async () => {
    here.at('2029-01-10', '10:00');
    const [checked, gone] = [
      await here.point({ name: '石桥村代办点丙' }),
      await here.point({ name: '石桥村代办点丁' }),
    ];
    here.at('2029-07-10', '10:00');
    await here.reminded.tick();
    await here.as('village-officer', 'POST', `/service-points/${checked.id}/checks`, { id: newId(), onVersion: 1 });
    const withdrawal = { id: newId(), reason: '合并' };
    await here.as('village-officer', 'POST', `/service-points/${gone.id}/withdrawals`, withdrawal);
    here.at('2029-07-11', '09:05');
    await here.reminded.tick();
    expect([...(await asked(checked)), ...(await asked(gone))]).toEqual([]);
  });

  it('waits on the home page of those who keep the point', async () => {
    const { items } = (await here.as('village-officer', 'GET', '/waiting-items')).body;
    const item = items.find(({ kind }: { kind: string }) => kind === 'points-to-check');
    expect(item.count).toBe((await due()).length);
    expect(item.words).toBe(`${item.count} 个服务点该核对了`);
    const admin = (await here.as('administrator', 'GET', '/waiting-items')).body.items;
    expect(admin.some(({ kind }: { kind: string }) => kind === 'points-to-check')).toBe(false);
  });
});
