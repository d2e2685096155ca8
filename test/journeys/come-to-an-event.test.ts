import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/chromium.ts';
import { EventCounty, good } from '../support/event-county.ts';
import { gone, openAs, PHONE, sees, soon } from './browser.ts';

let here: EventCounty;
let browser: Browser;
beforeAll(async () => {
  here = await EventCounty.start({ environment: { PAGES_DIR: './miniapp/dist/h5' } });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await here?.close();
});

describe('a sign-up of which one has come', () => {
  it('says who is here and since when, and lets only the others step back', async () => {
    here.map.at('2026-11-26');
    const event = await here.event({ signUp: { ...here.content().signUp!, withdrawHours: 0 } });
    const signUp = await here.signedUp(event, { names: ['石大娘', '石小妹'] });
    const [first, second] = signUp.attendees.map(({ id }) => id);
    here.map.at('2026-12-15', '08:50');
    const arrives = async (attendeeId: string | undefined) => {
      const body = {
        id: newId(),
        sessionKey: signUp.session.key,
        attendeeIds: [attendeeId],
        happenedAt: here.county.clock.now(),
      };
      good(await here.as('township-officer', 'POST', `/events/${event.id}/check-ins`, body));
    };
    await arrives(first);

    const staff = await openAs({ county: here.county, browser }, '秦向阳', PHONE);
    await staff.goto(`${here.county.url}/pages/public-events/staff-sign-up/index?id=${signUp.id}`);
    await sees(staff, /08:50 到场/);
    await sees(staff, '替石小妹退出');
    const resident = await openAs({ county: here.county, browser }, null);
    const address = `${here.county.url}/pages/public-events/signed/index?id=${signUp.id}&key=${signUp.key}`;
    await resident.goto(address);
    await sees(resident, '今天 08:50 已签到');
    await sees(resident, '到场报这个号签到');
    await sees(resident, '石小妹不去了');
    expect(await resident.getByText(/石大娘不去了|都不去了|退出报名/).count()).toBe(0);

    await arrives(second);
    await staff.reload();
    await sees(staff, '石小妹');
    await resident.reload();
    await sees(resident, '今天 08:50 已签到');
    await gone(resident.getByText(/到场报这个号签到|不去了|退出/));
    await soon(async () => expect(await staff.getByText(/08:50 到场/).count()).toBe(2));
    await gone(staff.getByText(/谁退出|本人说来不了/));
    await staff.context().close();
    await resident.context().close();
  });
});
