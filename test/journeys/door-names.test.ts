import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { PublicEventDraft } from '@county/shared/public-events/public-event';
import { EventCounty } from '../support/event-county.ts';
import { gone, openAs, presses, sees, setUpInBrowser, signsIn, soon } from './browser.ts';

const TABLET = { width: 1024, height: 768 };
const NAME = '李秀兰';

describe('the names at a door, on the tablet that stood there', () => {
  const at = setUpInBrowser(EventCounty);
  let event: PublicEventDraft;
  let page: Page;

  beforeAll(async () => {
    at.here.map.at('2026-11-26');
    event = await at.here.event();
    await at.here.signedUp(event, { names: [NAME] });
    at.here.map.at('2026-12-15', '08:50');
    page = await openAs(at, '秦向阳', TABLET);
    // Without a signal the tablet's own clock has to do.
    await page.clock.install({ time: at.county.clock.now() });
  });

  const opens = (path: string) => page.goto(`${at.county.url}${path}`);
  const door = () => `/pages/public-events/door/index?id=${event.id}`;
  const kept = () =>
    page.evaluate(
      () =>
        new Promise<string>((done) => {
          const opening = indexedDB.open('county-kept');
          opening.onsuccess = () => {
            const reading = opening.result.transaction('kept').objectStore('kept').get('event-doors');
            reading.onsuccess = () => {
              done(JSON.stringify(reading.result ?? null));
              opening.result.close();
            };
          };
        }),
    );
  const keepsTheNames = async () => {
    await opens(door());
    await sees(page, NAME);
    await soon(async () => expect(await kept()).toContain(NAME));
  };

  it('go when whoever stood there signs out', async () => {
    await keepsTheNames();
    await opens('/tabs/me/index');
    await presses(page, '退出登录');
    await page.getByRole('dialog').getByText('退出', { exact: true }).click();
    await sees(page, '工作人员登录');
    await soon(async () => expect(await kept()).toBe('null'));
    await opens('/pages/people/sign-in/index');
    await signsIn(page, '秦向阳');
  });

  it('are there for the days in which the server takes a word of who came, and then go by themselves', async () => {
    await keepsTheNames();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const opensOn = async (day: string) => {
      await page.clock.setSystemTime(new Date(`${day}T09:00:00+08:00`));
      await page.reload();
    };
    await page.context().setOffline(true);
    await opensOn('2026-12-18');
    await sees(page, NAME);
    await opensOn('2026-12-19');
    await soon(async () => expect(await kept()).not.toContain(NAME));
    await gone(page.getByText(NAME).filter({ visible: true }));
    await page.context().close();
  });
});
