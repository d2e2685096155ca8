import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { startCounty, type County } from '../support/county.ts';
import type { AppSettings } from './host/bundle.ts';
import { BUILT, Phone } from './host/phone.ts';

const MOST_PACKAGE_BYTES = 1024 * 1024;

describe('the mini-program as WeChat gets it', () => {
  let county: County;
  let phone: Phone;
  let app: AppSettings;

  beforeAll(async () => {
    county = await startCounty();
    phone = await Phone.switchOn(county.url);
    app = phone.bundle.settings['app.json'] as AppSettings;
  }, 120_000);
  afterAll(async () => {
    await phone?.switchOff();
    await county?.close();
  });

  it("passes WeChat's own compilers, and its templates without a warning", () => {
    expect(phone.bundle.warnings).toEqual([]);
    expect(Object.keys(phone.bundle.styles)).toContain('app.wxss');
  });

  it.each([null, '周正言'])('opens each of its pages without an error, signed in as %s', async (name) => {
    const wechat = await phone.somebody();
    const page = await wechat.open(name ? '/pages/people/sign-in/index' : '/tabs/home/index');
    if (name) await page.getByText(name).click();
    await page
      .getByText(name ? '我的工作' : '现在可以')
      .first()
      .waitFor();
    const places = [
      ...app.pages,
      ...app.subPackages.flatMap(({ root, pages: own }) => own.map((place) => `${root}/${place}`)),
    ];
    expect(places.length).toBeGreaterThan(15);
    for (const place of places) {
      await wechat.launch(page, `/${place}`);
      await page.getByRole('main').waitFor();
      const { pages, errors, warnings } = await wechat.account(page);
      expect([pages, errors, warnings]).toEqual([[place], [], []]);
    }
  });

  it('keeps every package under a megabyte, half of what WeChat allows', () => {
    const bytes: Record<string, number> = {};
    for (const file of readdirSync(BUILT, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const where = path.relative(BUILT, path.join(file.parentPath, file.name));
      const name = app.subPackages.find(({ root }) => where.startsWith(`${root}/`))?.name ?? 'main';
      bytes[name] = (bytes[name] ?? 0) + statSync(path.join(BUILT, where)).size;
    }
    expect(Object.keys(bytes).sort()).toEqual(['main', ...app.subPackages.map(({ name }) => name)].sort());
    for (const [name, size] of Object.entries(bytes)) expect([name, size < MOST_PACKAGE_BYTES]).toEqual([name, true]);
  });
});
