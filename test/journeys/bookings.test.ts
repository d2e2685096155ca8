import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { PublicBookableService } from '@county/shared/appointments/bookable-service';
import { countyInBrowser, openAs, PHONE, presses, sees, soon } from './browser.ts';

const PHONE_NUMBER = '13800000011';

describe('a booking, from a guide to the day', () => {
  const at = countyInBrowser();
  let resident: Page;
  let code: string;

  beforeAll(async () => {
    resident = await openAs(at, null, PHONE);
  });
  afterAll(() => resident?.context().close());

  const times = () => resident.locator('.time-press').filter({ visible: true });
  const fills = (label: string, words: string) =>
    resident.getByLabel(label).filter({ visible: true }).first().fill(words);

  it('is made from the guide: a place, a time that is kept, name and phone, a number to keep', async () => {
    const { body } = await at.county.ask('GET', '/public/bookable-services?limit=200');
    const service = (body.items as PublicBookableService[]).find(({ guideId, firstFree }) => guideId && firstFree)!;
    await resident.goto(`${at.county.url}/pages/service-guides/guide/index?id=${service.guideId}`);
    await presses(resident, '预约办理');
    await sees(resident, '去哪里办');
    await presses(resident, service.pointName);
    await times().first().click();
    await sees(resident, /已为您留到 \d+:\d\d/);
    await sees(resident, '还有 10 分钟，慢慢填');
    // Whoever goes back is told what they keep; another choice gives it back at once.
    await resident.goBack();
    await sees(resident, /^您占着 .+，留到 \d+:\d\d$/);
    const released = resident.waitForResponse(/\/releases$/);
    await times().last().click();
    expect((await released).status()).toBe(201);
    await sees(resident, /已为您留到 \d+:\d\d/);
    await resident.goBack();
    await presses(resident, '接着填');
    await sees(resident, '姓名和手机号怎么用');
    await presses(resident, '确定预约');
    await sees(resident, /请填写.*姓名|姓名.*填写/);
    await sees(resident, '请填写手机号');
    // However far a keyboard or a fault pushes the page: below its end is nothing, but the pixel of what is spoken.
    const foot = resident.locator('.about-foot').filter({ visible: true });
    await foot.evaluate((end) => end.scrollIntoView({ block: 'start' }));
    const below = await foot.evaluate((end) => innerHeight - Math.round(end.getBoundingClientRect().bottom));
    expect(below).toBeLessThanOrEqual(1);
    await fills('您的姓名', '石大娘');
    // Nothing that was typed is lost, however soon the page is gone.
    await resident.reload();
    await sees(resident, '给谁办');
    const name = resident.getByLabel('您的姓名').filter({ visible: true }).first();
    await soon(async () => expect(await name.inputValue()).toBe('石大娘'));
    await fills('手机号', PHONE_NUMBER);
    await presses(resident, '确定预约');
    await sees(resident, '到窗口报这个号，或报姓名和手机号');
    code = await resident.locator('.booking-code-sign').filter({ visible: true }).innerText();
    expect(code).toMatch(/^\w{3} \w{3}$/);
    await sees(resident, '要带什么');
  });

  it('can be read without a signal', async () => {
    await resident.evaluate(() => navigator.serviceWorker.ready);
    await resident.reload();
    await sees(resident, code);
    await resident.context().setOffline(true);
    await resident.reload();
    await sees(resident, code);
    await sees(resident, '到了窗口，报预约号就行。');
    await resident.context().setOffline(false);
  });

  it('is found on another device by its number and phone, moved, and cancelled', async () => {
    const other = await openAs(at, null, PHONE);
    await other.goto(`${at.county.url}/pages/appointments/mine/index`);
    await other.getByLabel('预约号').filter({ visible: true }).first().fill(code.toLowerCase());
    await other.getByLabel('手机号').filter({ visible: true }).first().fill(PHONE_NUMBER);
    await presses(other, '找回');
    await sees(other, code);
    await presses(other, '改时间');
    await other.locator('.time-press').filter({ visible: true }).last().click();
    await presses(other, '改到这个时间');
    await sees(other, '有过变动');
    await presses(other, '取消预约');
    // A trembling hand presses twice: the second tap does not fall through to what lies behind the sheet.
    await other.getByRole('button', { name: '取消预约' }).filter({ visible: true }).last().dblclick();
    await sees(other, '已取消');
    expect(other.url()).toContain('/pages/appointments/booking/index');
    await other.context().close();
  });
});

describe('what can be booked, kept by the unit', () => {
  const at = countyInBrowser();

  it('is changed after a look at the month as it would be', async () => {
    const officer = await openAs(at, '秦向阳', PHONE);
    await officer.goto(`${at.county.url}/pages/appointments/manage/index`);
    await officer
      .getByText(/每次 \d+ 分钟/)
      .filter({ visible: true })
      .first()
      .click();
    await sees(officer, '一周的时段');
    await officer.getByText('周一', { exact: true }).filter({ visible: true }).first().click();
    await presses(officer, '去掉这一段');
    await officer.getByLabel('窗口').filter({ visible: true }).selectOption({ label: '不分窗口' });
    await presses(officer, '多次不来，网上暂停预约');
    await sees(officer, '网上预约停几天');
    await presses(officer, '预览这个月');
    await sees(officer, /蓝框的和现在不一样/);
    await sees(officer, /现在 \d+/);
    await presses(officer, '保存');
    await sees(officer, '已保存，群众马上按新的时间约');
    await officer.context().close();
  });
});
