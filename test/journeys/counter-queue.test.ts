import { describe, it } from '@jest/globals';
import { countyInBrowser, DESK, openAs, presses, sees } from './browser.ts';

const CENTRE = '青石镇便民服务中心';

describe('the counter and those who mean to go there', () => {
  const at = countyInBrowser();

  it('gives a number on paper, and once somebody is called the place’s page says how many wait', async () => {
    at.county.clock.set('2026-11-26T02:00:00.000Z');
    const token = await at.county.signIn('township-officer');
    const { items } = (await at.county.ask('GET', '/service-points', { token })).body;
    const { id } = items.find(({ name }: { name: string }) => name === CENTRE);
    const officer = await openAs(at, '秦向阳', DESK);
    await officer.goto(`${at.county.url}/pages/appointments/day/index?point=${id}`);
    const number = async () => {
      await presses(officer, '现场取号');
      await officer.getByRole('dialog').getByText('参加居民医保').first().click();
      await sees(officer, /请坐着等叫号/);
    };
    await number();
    await number();
    await sees(officer, '2 人在等');
    const resident = await openAs(at, null);
    await resident.goto(`${at.county.url}/pages/service-map/point/index?id=${id}`);
    await sees(resident, '能办什么');
    // A second tap of the same hand calls nobody else.
    await officer.getByRole('button', { name: '叫下一位' }).dblclick();
    await sees(officer, '1 人在等');
    await resident.reload();
    await sees(resident, '现在 1 人在等');
    await sees(resident, /大约要等 20 分钟/);
    await presses(officer, '打印号条');
    await sees(officer, '您的号');
    await sees(officer, '没有人，请留意叫号');
    await resident.context().close();
    await officer.context().close();
  });
});
