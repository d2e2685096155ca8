import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { countyInBrowser, openAs, PHONE, presses, sees, soon } from './browser.ts';

/** A voice as a phone has one; what it is given to say is kept. Runs in the page before anything else. */
function withVoice(): void {
  const said: string[] = [];
  const speech = Object.assign(new EventTarget(), {
    getVoices: () => [{ lang: 'zh-CN', name: '中文' }],
    speak: (utterance: { text: string }) => void said.push(utterance.text),
    cancel: () => void said.push('（停）'),
  });
  Object.defineProperty(window, 'speechSynthesis', { value: speech, configurable: true });
  Object.assign(window, {
    __said__: said,
    SpeechSynthesisUtterance: class {
      constructor(readonly text: string) {}
    },
  });
}

/** A device without any. */
function withoutVoice(): void {
  Object.defineProperty(window, 'speechSynthesis', {
    value: Object.assign(new EventTarget(), { getVoices: () => [], cancel: () => undefined }),
    configurable: true,
  });
}

const said = (page: Page) => page.evaluate(() => (window as unknown as { __said__: string[] }).__said__);

describe('读给我听', () => {
  const at = countyInBrowser();

  const opened = async (voice: () => void) => {
    const page = await openAs(at, null, PHONE);
    await page.addInitScript(voice);
    await page.goto(`${at.county.url}/tabs/me/index`);
    return page;
  };
  const cares = (page: Page) =>
    page.getByRole('switch', { name: '关怀模式' }).filter({ visible: true }).first().click();
  const reader = (page: Page) => page.getByRole('button', { name: '读给我听' }).filter({ visible: true });

  it('reads title and main facts of a guide in 关怀模式, is stopped by a press and by leaving', async () => {
    const page = await opened(withVoice);
    await sees(page, '关怀模式');
    expect(await reader(page).count()).toBe(0);
    await cares(page);
    const { items } = (await at.county.ask('GET', '/public/service-guides?limit=5')).body;
    await page.goto(`${at.county.url}/pages/service-guides/guide/index?id=${items[0].id}`);
    await sees(page, '收费情况');
    await reader(page).first().click();
    await soon(async () => {
      const first = (await said(page)).filter((words) => words !== '（停）');
      expect(first[0]).toContain(items[0].plainTitle);
      expect(first.join('')).toMatch(/收费情况/);
      expect(first.join('').length).toBeLessThan(1000);
    });
    await presses(page, '停止');
    await soon(async () => expect((await said(page)).at(-1)).toBe('（停）'));
    await reader(page).first().click();
    await page.getByRole('button', { name: '返回' }).filter({ visible: true }).first().click();
    await soon(async () => expect((await said(page)).at(-1)).toBe('（停）'));
    await page.context().close();
  });

  it('is not there where the device has no voice', async () => {
    const page = await opened(withoutVoice);
    await cares(page);
    await sees(page, '特大');
    expect(await reader(page).count()).toBe(0);
    await page.context().close();
  });
});
