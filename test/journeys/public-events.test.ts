import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { v7 as newId } from 'uuid';
import { addDays, addMonths, dayInWords } from '@county/shared/calendar/day';
import { EventErasure } from '../../server/src/public-events/event-erasure.service.ts';
import { countyInBrowser, gone, openAs, presses, sees, soon } from './browser.ts';

interface Listed {
  id: string;
  title: string;
  kind: string;
  isDraw: boolean;
  isCancelled: boolean;
  signUp: { opensAt: string; closesAt: string } | null;
}

/** Nothing of it lies below the screen, or behind the bar at its foot. */
const isWhollySeen = (part: Locator): Promise<boolean> =>
  part.evaluate((shown) => {
    const { left, bottom } = shown.getBoundingClientRect();
    return shown.contains(document.elementFromPoint(left + 2, bottom - 12));
  });

describe('a resident and an open day', () => {
  const at = countyInBrowser();
  let event: Listed;
  let full: Listed;

  const taken = async () => {
    const { counts } = (await at.county.ask('GET', `/public/events/${event.id}`)).body;
    return counts.reduce((sum: number, { taken }: { taken: number }) => sum + taken, 0);
  };

  /** What everybody reads is kept for some seconds. */
  const becomes = (count: number) => soon(async () => expect(await taken()).toBe(count));

  beforeAll(async () => {
    const now = at.county.clock.now();
    const { items } = (await at.county.ask('GET', '/public/events?limit=100')).body;
    const isOpen = ({ signUp }: Listed) => signUp !== null && signUp.opensAt <= now && now < signUp.closesAt;
    for (const one of items.filter(
      (listed: Listed) => isOpen(listed) && !listed.isCancelled && !listed.isDraw && listed.kind !== 'hearing',
    )) {
      const { content, counts } = (await at.county.ask('GET', `/public/events/${one.id}`)).body;
      const [only] = counts;
      const isSimple = counts.length === 1 && !content.signUp.fields.length && content.signUp.mostPeople > 1;
      if (isSimple && only.seats - only.taken > 2) event ??= one;
      if (counts.length === 1 && !content.signUp.fields.length && only.waiting > 0) full ??= one;
    }
  });

  it('finds it, signs up with a neighbour, keeps the number on the phone, and gives one place back', async () => {
    const page = await openAs(at, null);
    await page.goto(at.county.url);
    await presses(page, '活动');
    await presses(page, event.title);
    await sees(page, '谁可以参加');
    await sees(page, '正在报名');
    await presses(page, '我要报名');
    await sees(page, '怎样使用这些信息');
    await presses(page, '提交报名');
    await sees(page, '请填写姓名');
    const before = await taken();
    await page.getByRole('textbox', { name: '姓名' }).first().fill('石大娘');
    await presses(page, '再加一个人');
    await page.getByRole('textbox', { name: '姓名' }).nth(1).fill('罗大爷');
    await page.getByRole('textbox', { name: '手机号' }).fill('13800000001');
    await presses(page, '提交报名');
    await sees(page, '到场报这个号签到');
    await becomes(before + 2);

    await page.goto(`${at.county.url}/tabs/events/index`);
    await sees(page, '我报了名的');
    await presses(page, event.title);
    await presses(page, '罗大爷不去了');
    await presses(page, '退出');
    await sees(page, '已退出');
    await becomes(before + 1);
    await page.context().close();
  });

  it('is told on the event’s page that they signed up, and finds their sign-ups under 我的', async () => {
    const page = await openAs(at, null);
    await page.goto(`${at.county.url}/tabs/me/index`);
    await presses(page, '我的报名');
    await sees(page, '还没有报过名');
    await page.getByRole('textbox', { name: '报名号' }).filter({ visible: true }).waitFor();
    await page.goto(`${at.county.url}/pages/public-events/event/index?id=${event.id}`);
    await presses(page, '我要报名');
    await page.getByRole('textbox', { name: '姓名' }).first().fill('孙大妈');
    await page.getByRole('textbox', { name: '手机号' }).fill('13800000005');
    await presses(page, '提交报名');
    await sees(page, '到场报这个号签到');

    await page.goto(`${at.county.url}/pages/public-events/event/index?id=${event.id}`);
    await sees(page, '您报过了，报上了');
    await sees(page, '替别人报名');
    await gone(page.getByText('我要报名'));
    await presses(page, '看我的报名');
    await sees(page, '到场报这个号签到');
    await page.goto(`${at.county.url}/pages/public-events/mine/index`);
    await sees(page, '要参加的');
    await presses(page, event.title);
    await presses(page, '退出报名');
    await presses(page, '退出');
    await sees(page, '已退出');
    await page.goto(`${at.county.url}/pages/public-events/event/index?id=${event.id}`);
    await sees(page, '我要报名');
    await gone(page.getByText(/^您报过了/));
    await page.context().close();
  });

  it('gets the number of a sign-up whose answer was lost, though something was written otherwise since', async () => {
    const page = await openAs(at, null);
    await page.goto(`${at.county.url}/pages/public-events/sign-up/index?id=${event.id}`);
    await page.getByRole('textbox', { name: '手机号' }).fill('13800000041');
    const before = await taken();
    const tries = async (name: string, arrives: boolean) => {
      await page.getByRole('textbox', { name: '姓名' }).first().fill(name);
      const isTried = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/api/event-sign-ups'));
      await page.route('**/api/event-sign-ups', async (route) => {
        if (arrives) await route.fetch();
        await route.abort();
      });
      await presses(page, '提交报名');
      await isTried;
      await sees(page, '没有连上网络');
      expect(await isWhollySeen(page.getByRole('alert').filter({ hasText: '没有连上网络', visible: true }))).toBe(true);
      await page.unroute('**/api/event-sign-ups');
    };
    // The first try never arrives; of the second, put right since, the answer alone is lost.
    await tries('赵大波', false);
    await tries('赵大伯', true);
    await page.getByRole('textbox', { name: '姓名' }).first().fill('赵大叔');
    // Nothing is lost when the page is gone meanwhile.
    await page.reload();
    await presses(page, '提交报名');
    await sees(page, '上一次其实已经报上了，后来改的没有算');
    await sees(page, '到场报这个号签到');
    await sees(page, '赵大伯');
    await becomes(before + 1);
    await page.context().close();
  });

  it('is told before and after that a full event means waiting, not a place', async () => {
    const page = await openAs(at, null);
    await page.goto(`${at.county.url}/pages/public-events/event/index?id=${full.id}`);
    await sees(page, '正在报名，名额已满');
    await presses(page, '名额已满，排候补');
    await sees(page, /名额已满，\d+ 人候补，现在报名是排候补/);
    await page.getByRole('textbox', { name: '姓名' }).first().fill('石大爷');
    await page.getByRole('textbox', { name: '手机号' }).fill('13800000003');
    await presses(page, '排候补');
    await sees(page, /还没有名额（候补第 \d+ 位）/);
    await sees(page, '有了名额马上告诉您，没有名额前先不要来。');
    await gone(page.getByText('到场报这个号签到').filter({ visible: true }));
    await page.goto(`${at.county.url}/tabs/events/index`);
    await sees(page, /还没有名额（候补第 \d+ 位） · /);
    await page.goto(`${at.county.url}/pages/public-events/event/index?id=${full.id}`);
    await sees(page, /^您报过了，还没有名额（候补第 \d+ 位）/);
    await page.context().close();
  });

  it('finds the sign-up again by its number on another phone', async () => {
    const signUp = await (async () => {
      const { sessions, content } = (await at.county.ask('GET', `/public/events/${event.id}`)).body;
      const { body } = await at.county.ask('POST', '/event-sign-ups', {
        body: {
          id: '01900000-0000-7000-8000-000000000001',
          eventId: event.id,
          sessionKey: sessions[0].key,
          groupKey: content.groups[0].key,
          people: [{ id: '01900000-0000-7000-8000-000000000002', name: '黄大叔' }],
          phone: '13800000002',
        },
      });
      return body;
    })();
    const page = await openAs(at, null);
    await page.goto(`${at.county.url}/tabs/events/index`);
    await page.getByRole('textbox', { name: '报名号' }).fill(signUp.code.toLowerCase());
    await page.getByRole('textbox', { name: '手机号' }).fill('13800000002');
    await presses(page, '找回');
    await sees(page, '黄大叔');
    await page.context().close();
  });

  it('reads a sign-up whose time is over as over, and one that was erased as erased', async () => {
    const { sessions, content, title } = (await at.county.ask('GET', `/public/events/${event.id}`)).body;
    const { body: made } = await at.county.ask('POST', '/event-sign-ups', {
      body: {
        id: newId(),
        eventId: event.id,
        sessionKey: sessions[0].key,
        groupKey: content.groups[0].key,
        people: [{ id: newId(), name: '钱大婶' }],
        phone: '13800000004',
      },
    });
    const page = await openAs(at, null);
    const before = at.county.clock.now();
    const opensOn = async (day: string) => {
      at.county.clock.set(`${day}T01:00:00.000Z`);
      await page.goto(`${at.county.url}/pages/public-events/signed/index?id=${made.id}&key=${made.key}`);
    };
    const [year, month, date] = sessions[0].day.split('-').map(Number);
    const over = `活动已经过去（${dayInWords(sessions[0].day)}）`;
    expect(over).toContain(`${year}年${month}月${date}日`);
    const readsAsToCome = page.getByText(/到场报这个号|怎么去|没有留手机号|退出报名|有人退出马上递补/);

    await opensOn(addDays(sessions[0].day, 1));
    await sees(page, over);
    await sees(page, '钱大婶');
    await gone(readsAsToCome);

    await opensOn(addDays(addMonths(sessions[0].day, 6), 1));
    await at.county.app.get(EventErasure).run();
    await page.reload();
    await sees(page, '个人信息已按期删除，报名号不再用了。');
    await sees(page, over);
    await sees(page, title);
    await gone(page.getByText('报名号', { exact: true }));
    await gone(readsAsToCome);
    at.county.clock.set(before);
    await page.context().close();
  });
});
