import { describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { EventCounty, good } from '../support/event-county.ts';
import { gone, openAs, PHONE, sees, setUpInBrowser, soon } from './browser.ts';

const at = setUpInBrowser(EventCounty);

describe('a sign-up of which one has come', () => {
  it('says who is here and since when, and lets only the others step back', async () => {
    at.here.map.at('2026-11-26');
    const event = await at.here.event({ signUp: { ...at.here.content().signUp!, withdrawHours: 0 } });
    const signUp = await at.here.signedUp(event, { names: ['石大娘', '石小妹'] });
    const [first, second] = signUp.attendees.map(({ id }) => id);
    at.here.map.at('2026-12-15', '08:50');
    const arrives = async (attendeeId: string | undefined) => {
      const body = {
        id: newId(),
        sessionKey: signUp.session.key,
        attendeeIds: [attendeeId],
        happenedAt: at.county.clock.now(),
      };
      good(await at.here.as('township-officer', 'POST', `/events/${event.id}/check-ins`, body));
    };
    await arrives(first);

    const staff = await openAs(at, '秦向阳', PHONE);
    await staff.goto(`${at.county.url}/pages/public-events/staff-sign-up/index?id=${signUp.id}`);
    await sees(staff, /08:50 到场/);
    await sees(staff, '替石小妹退出');
    const resident = await openAs(at, null);
    const address = `${at.county.url}/pages/public-events/signed/index?id=${signUp.id}&key=${signUp.key}`;
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
