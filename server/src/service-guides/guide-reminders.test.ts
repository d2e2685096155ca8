import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReminderView, WaitingItem } from '@county/shared/reminders/reminder';
import { GuideCounty } from '../../../test/support/guide-county.ts';

const TICK_SECRET = 'a-secret-of-the-timer-in-tests';

let here: GuideCounty;
beforeAll(async () => void (here = await GuideCounty.start({ environment: { TICK_SECRET } })));
afterAll(() => here.county.close());

const tick = () => here.county.ask('POST', '/reminder-ticks', { body: { secret: TICK_SECRET } });
const told = async (person: string, plainTitle: string): Promise<ReminderView[]> => {
  const { items } = (await here.as(person, 'GET', '/reminders?limit=200')).body;
  return items.filter(({ what }: ReminderView) => what === `办事指南：${plainTitle}`);
};
const waiting = async (person: string, kind: string): Promise<WaitingItem | undefined> =>
  (await here.as(person, 'GET', '/waiting-items')).body.items.find((item: WaitingItem) => item.kind === kind);
const countOf = async (person: string, kind: string) => (await waiting(person, kind))?.count ?? 0;

describe('a proposed guide', () => {
  it('waits for those who may review it, never for who had a hand in it', async () => {
    const before = await Promise.all(['department-lead', 'supervisor'].map((who) => countOf(who, 'guides-to-review')));
    const { body } = await here.add({ plainTitle: '等着审查' }, {}, 'department-lead');
    await here.propose(body.id, 1, 'department-lead');
    expect(await countOf('department-lead', 'guides-to-review')).toBe(before[0]);
    expect(await waiting('supervisor', 'guides-to-review')).toMatchObject({
      count: before[1]! + 1,
      words: `${before[1]! + 1} 份待审查的办事指南`,
      link: '/pages/service-guides/manage/index?part=to-review',
    });
    expect(await countOf('department-officer', 'guides-to-review')).toBe(0);
  });

  it('tells its author what became of it: sent back until changed, then published', async () => {
    const { body } = await here.add({ plainTitle: '退回再来' });
    await here.propose(body.id, 1);
    await here.review(body.id, 2, { outcome: 'declined', reason: '请写明窗口' });
    await tick();
    const [sentBack, ...others] = await told('department-officer', '退回再来');
    expect(others).toEqual([]);
    expect(sentBack).toMatchObject({
      words: '审查退回，请看理由，修改后重新提交',
      stands: true,
      link: `/pages/service-guides/review/index?id=${body.id}`,
    });
    await here.change(body.id, 3, { plainTitle: '退回再来' });
    expect((await told('department-officer', '退回再来'))[0]!.stands).toBe(false);
    await here.propose(body.id, 4);
    await here.review(body.id, 5);
    await tick();
    const words = (await told('department-officer', '退回再来')).map((reminder) => reminder.words);
    expect(words).toContain('已审查通过，现在公开了');
    expect(await told('department-lead', '退回再来')).toEqual([]);
  });
});

describe('a guide whose review day has passed', () => {
  it('is asked about once, is marked stale, and is not once it was checked', async () => {
    const { body } = await here.add({ plainTitle: '到期要核对' }, { reviewOn: '2026-12-01' });
    await here.propose(body.id, 1);
    await here.review(body.id, 2);
    const stale = async () =>
      (await here.as('department-officer', 'GET', '/service-guides?part=stale&limit=200')).body.items.map(
        ({ id }: { id: string }) => id,
      );
    here.setClock('2026-12-01T02:00:00.000Z');
    expect(await stale()).not.toContain(body.id);
    here.setClock('2026-12-02T02:00:00.000Z');
    await tick();
    await tick();
    const asked = (await told('department-officer', '到期要核对')).filter(({ words }) => words.includes('已过'));
    expect(asked).toMatchObject([{ words: expect.stringMatching(/^核对日期 12月1日 周二 已过/), stands: true }]);
    expect(await stale()).toContain(body.id);
    const before = await countOf('department-officer', 'guides-to-check');
    // Another wording in hand does not put the day off.
    const change = await here.change(body.id, 3, { plainTitle: '到期要核对' });
    expect(change.body).toMatchObject({ isStale: true, reviewOn: '2027-06-30' });
    expect((await here.check(body.id, 4, '2026-12-02')).body.message).toMatch(/请改为今天以后的日子/);
    expect((await here.check(body.id, 4, '2029-01-01')).body.message).toMatch(/最晚为 2028-12-02/);
    expect((await here.check(body.id, 4, '2027-03-01', 'township-officer')).status).toBe(404);
    const checked = await here.check(body.id, 4, '2027-03-01');
    expect([checked.status, checked.body.isStale]).toEqual([201, false]);
    expect((await here.check(body.id, 4, '2027-03-01')).status).toBe(200);
    expect(await stale()).not.toContain(body.id);
    expect(await countOf('department-officer', 'guides-to-check')).toBe(before - 1);
    expect((await here.anybody(`/service-guides/${body.id}`)).body.reviewOn).toBe('2027-03-01');
    expect(
      (await told('department-officer', '到期要核对')).filter(({ stands, words }) => stands && words.includes('已过')),
    ).toEqual([]);
  });
});
