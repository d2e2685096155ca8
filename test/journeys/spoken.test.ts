import { describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { Page } from 'playwright-core';
import { countyInBrowser, openAs, PHONE, presses, sees } from './browser.ts';

interface Spoken {
  role: string;
  name: string;
  description: string;
  invalid: string;
  live: string;
  words: string;
}

/** The page as a screen reader gets it: each node with all the words within it. */
async function accessibilityTree(page: Page): Promise<Spoken[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const wordsOf = (id: string): string => {
    const node = byId.get(id);
    if (node?.role?.value === 'StaticText') return String(node.name?.value ?? '');
    return (node?.childIds ?? []).map(wordsOf).join('');
  };
  return nodes
    .filter(({ ignored }) => !ignored)
    .map((node) => {
      const of = (name: string) => String(node.properties?.find((one) => one.name === name)?.value.value ?? '');
      return {
        role: String(node.role?.value),
        name: String(node.name?.value ?? ''),
        description: String(node.description?.value ?? ''),
        invalid: of('invalid'),
        live: of('live'),
        words: wordsOf(node.nodeId),
      };
    });
}

/** Waits until a live part of the page has said so. */
async function hears(page: Page, role: 'status' | 'alert', words: RegExp): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const said = (await accessibilityTree(page)).filter((node) => node.role === role && words.test(node.words));
    if (said.length) {
      expect(said[0]!.live).toBe(role === 'alert' ? 'assertive' : 'polite');
      return;
    }
    await page.waitForTimeout(250);
  }
  throw new Error(`Nobody says ${words.source}: ${JSON.stringify(await accessibilityTree(page))}`);
}

describe('what a screen reader is told', () => {
  const at = countyInBrowser();

  it('the words of an error belong to its field, which is invalid', async () => {
    const page = await openAs(at, null, PHONE);
    await page.goto(`${at.county.url}/pages/complaints/new/index`);
    await sees(page, '提交');
    await presses(page, '提交');
    await page.locator('.field-error').filter({ visible: true }).first().waitFor();
    const fields = (await accessibilityTree(page)).filter(({ role }) => role === 'textbox');
    const wrong = fields.filter(({ invalid }) => invalid === 'true');
    expect(wrong.length).toBeGreaterThan(0);
    const shown = await page.locator('.field-error').filter({ visible: true }).allInnerTexts();
    for (const words of shown) expect(wrong.some(({ description }) => description.includes(words.trim()))).toBe(true);
    await page.context().close();
  });

  it('what was kept without a signal has gone', async () => {
    const page = await openAs(at, null, PHONE);
    await page.goto(`${at.county.url}/pages/complaints/new/index`);
    await page.getByRole('textbox').first().fill('公开栏的字太小了');
    await page.context().setOffline(true);
    await presses(page, '提交');
    await sees(page, '已存下，有网络时自动发送');
    await page.context().setOffline(false);
    await hears(page, 'status', /已送出：/);
    await page.context().close();
  });

  it('whoever waits with the booking open is called', async () => {
    at.county.clock.set('2026-11-26T00:30:00.000Z');
    const token = await at.county.signIn('township-officer');
    const { items } = (await at.county.ask('GET', '/bookable-services', { token })).body;
    const ask = async (method: string, path: string, body?: object, by?: string) => {
      const answer = await at.county.ask(method, path, { ...(by ? { token: by } : {}), ...(body ? { body } : {}) });
      expect([path, answer.status < 300]).toEqual([path, true]);
      return answer.body;
    };
    const days = await ask('GET', `/public/bookable-services/${items[0].id}/free-times?from=2026-11-26&days=1`);
    const { minute } = days.days[0].times.at(-1);
    const { id, key } = await ask('POST', '/bookings', {
      id: newId(),
      serviceId: items[0].id,
      day: '2026-11-26',
      minute,
    });
    await ask('POST', `/bookings/${id}/confirmations`, { key, name: '石大娘', phone: '13800000051' });
    const page = await openAs(at, null, PHONE);
    await page.goto(`${at.county.url}/pages/appointments/booking/index?id=${id}&key=${key}`);
    await sees(page, '到窗口报这个号，或报姓名和手机号');
    const happenedAt = '2026-11-26T00:30:00.000Z';
    for (const to of ['arrived', 'called'])
      await ask('POST', `/staff-bookings/${id}/steps`, { id: newId(), to, happenedAt }, token);
    await hears(page, 'status', /叫到您了，请到/);
    await hears(page, 'alert', /叫到您了，请到/);
    await page.context().close();
  });
});
