import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { v7 as newId } from 'uuid';
import { BookingSettings } from '@county/shared/appointments/bookable-service';
import { countyInBrowser, DESK, openAs, presses, sees, soon } from './browser.ts';

describe('two colleagues at one form', () => {
  const at = countyInBrowser();
  let page: Page;
  let token: string;

  beforeAll(async () => {
    token = await at.county.signIn('township-officer');
    page = await openAs(at, '秦向阳', DESK);
  });
  afterAll(() => page?.context().close());

  const ask = async (method: string, path: string, body?: object) => {
    const answer = await at.county.ask(method, path, { token, ...(body ? { body } : {}) });
    expect([path, answer.status < 300]).toEqual([path, true]);
    return answer.body;
  };
  const opens = (path: string) => page.goto(`${at.county.url}/pages/appointments/${path}`);
  const field = (label: string) => page.getByLabel(label).filter({ visible: true }).first();
  const holds = (label: string, words: string) => soon(async () => expect(await field(label).inputValue()).toBe(words));
  /** Written, and kept on the device. */
  const writes = async (label: string, words: string, draft: string) => {
    await field(label).fill(words);
    await page.waitForFunction(
      ([key, said]) =>
        Object.entries(localStorage).some(([name, kept]) => name.includes(key!) && String(kept).includes(said!)),
      [draft, words],
    );
  };

  it('neither hide what one typed nor write over what the other saved: a thing to be booked', async () => {
    const { items } = await ask('GET', '/bookable-services?limit=1');
    const { id } = items[0];
    await opens(`edit/index?id=${id}`);
    await writes('提示', '请带旧社保卡', `bookable-service:${id}`);

    const { version, ...there } = await ask('GET', `/bookable-services/${id}`);
    const settings = { ...BookingSettings.parse(there), limitPerPerson: 3, note: '带上户口簿' };
    await ask('POST', `/bookable-services/${id}/changes`, { ...settings, id: newId(), onVersion: version });

    await page.reload();
    await sees(page, /您写的时候，.+保存过别的修改/);
    await holds('提示', '请带旧社保卡');
    const saves = page.getByRole('button', { name: '保存', exact: true }).filter({ visible: true });
    await soon(async () => expect(await saves.isDisabled()).toBe(true));
    await presses(page, '用我写的，盖过去');
    await presses(page, '保存');
    await sees(page, '已保存，群众马上按新的时间约');
    expect((await ask('GET', `/bookable-services/${id}`)).note).toBe('请带旧社保卡');
  });

  it('neither hide what one typed nor write over what the other saved: an old person’s card', async () => {
    const { items } = await ask('GET', '/elder-cards');
    const { id } = items[0];
    await opens(`home-visits/card/index?id=${id}`);
    await presses(page, '修改');
    await writes('怎么找到家', '老水井对面', `elder-card:${id}`);

    const card = await ask('GET', `/elder-cards/${id}`);
    const { villageId, name, phoneOf, landmark, needs, turn, version: onVersion } = card;
    const change = { villageId, name, phoneOf, landmark, needs, turn, onVersion, id: newId(), phone: '19900008888' };
    await ask('POST', `/elder-cards/${id}/changes`, change);

    await page.reload();
    await presses(page, '修改');
    await sees(page, '您写的时候，别人改过这张卡');
    await holds('怎么找到家', '老水井对面');
    await presses(page, '用新保存的，放弃我的');
    await holds('电话', '19900008888');
    await field('怎么找到家').fill('老水井旁边');
    await presses(page, '保存');
    await sees(page, '已保存');
    expect(await ask('GET', `/elder-cards/${id}`)).toMatchObject({ phone: '19900008888', landmark: '老水井旁边' });
  });
});
