import { beforeAll, describe, expect, it } from '@jest/globals';
import { countyInBrowser, openAs, presses, sees } from './browser.ts';

interface Listed {
  id: string;
  title: string;
  kind: string;
  isDraw: boolean;
  isCancelled: boolean;
  signUp: { opensAt: string; closesAt: string } | null;
}

describe('a resident and an open day', () => {
  const at = countyInBrowser();
  let event: Listed;

  const taken = async () => {
    const { counts } = (await at.county.ask('GET', `/public/events/${event.id}`)).body;
    return counts.reduce((sum: number, { taken }: { taken: number }) => sum + taken, 0);
  };

  /** What everybody reads is kept for some seconds. */
  const becomes = async (count: number) => {
    const until = Date.now() + 20_000;
    while ((await taken()) !== count && Date.now() < until) await new Promise((done) => setTimeout(done, 500));
    expect(await taken()).toBe(count);
  };

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

  it('gets the number of a sign-up whose answer was lost, though something was written otherwise since', async () => {
    const page = await openAs(at, null);
    await page.goto(`${at.county.url}/pages/public-events/sign-up/index?id=${event.id}`);
    await page.getByRole('textbox', { name: '姓名' }).first().fill('赵大伯');
    await page.getByRole('textbox', { name: '手机号' }).fill('13800000041');
    await page.route('**/api/event-sign-ups', async (route) => void (await route.fetch(), await route.abort()), {
      times: 1,
    });
    const before = await taken();
    await presses(page, '提交报名');
    await sees(page, '没有连上网络');
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
});
