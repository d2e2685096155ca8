import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { OwnData } from '@county/shared/people/own-data';
import type { SignUpView, StaffSignUpView } from '@county/shared/public-events/sign-up';
import { EventCounty, good } from '../../../test/support/event-county.ts';
import { EventErasure } from './event-erasure.service.ts';
import { Attendees, EventPools, SignUps } from './public-events.tables.ts';

let here: EventCounty;
beforeAll(async () => void (here = await EventCounty.start()));
beforeEach(() => here.map.at('2026-11-25'));
afterAll(() => here.close());

describe('twenty places, twenty who have one and five who wait', () => {
  it('the first in line moves up and is told, fewer seats take nobody’s place, and one more lets in one', async () => {
    const event = await here.event();
    const all: SignUpView[] = [];
    for (let one = 0; one < 25; one += 1) all.push(await here.signedUp(event));
    const [having, waiting] = [all.slice(0, 20), all.slice(20)];
    expect(await here.states(waiting)).toEqual([1, 2, 3, 4, 5].map((place) => `waiting ${place}`));
    expect((await here.public(event)).seatsLeft).toBe(0);

    good(await here.withdraw(having[4]!));
    expect(await here.states(waiting)).toEqual(['confirmed', 'waiting 1', 'waiting 2', 'waiting 3', 'waiting 4']);
    const told = good<SignUpView>(await here.read(waiting[0]!));
    expect(told.steps.map(({ words }) => words)).toEqual([
      expect.stringMatching(/^候补的 1 人有名额了：12月15日 周二 9:00–11:00/),
    ]);
    const ring = await here.as('township-officer', 'GET', `/events/${event.id}/sign-ups?part=to-ring`);
    expect(ring.body.items.map(({ id }: StaffSignUpView) => id)).toEqual([waiting[0]!.id]);

    good(await here.seats(event, 18));
    expect(await here.states(waiting)).toEqual(['confirmed', 'waiting 1', 'waiting 2', 'waiting 3', 'waiting 4']);
    expect((await here.states(having)).filter((state) => state === 'confirmed')).toHaveLength(19);
    const [pool] = await here.county.database.read((db) => db.findBy(EventPools, { eventId: event.id }));
    expect(pool).toMatchObject({ seats: 18, taken: 20, waiting: 4 });

    good(await here.seats(event, 21));
    expect(await here.states(waiting)).toEqual(['confirmed', 'confirmed', 'waiting 1', 'waiting 2', 'waiting 3']);
    // Somebody steps back while there are more people than seats: nobody moves up.
    good(await here.seats(event, 18));
    good(await here.withdraw(having[5]!));
    expect(await here.states(waiting)).toEqual(['confirmed', 'confirmed', 'waiting 1', 'waiting 2', 'waiting 3']);
  });

  it('a change of seats sent twice is one, and nothing of it is public wording', async () => {
    const event = await here.event();
    const change = { id: newId() };
    expect([(await here.seats(event, 25, change)).status, (await here.seats(event, 25, change)).status]).toEqual([
      201, 200,
    ]);
    expect((await here.public(event)).counts[0]!.seats).toBe(25);
  });
});

describe('a sign-up', () => {
  it('is of several people, each by themselves: the last place is the first one’s, the other waits', async () => {
    const event = await here.event({ groups: [{ key: newId(), name: '居民', who: '', seats: 2 }] });
    await here.signedUp(event);
    const both = await here.signedUp(event, { names: ['石大娘', '石大爷'], over: { contactName: '石小妹' } });
    expect(both.attendees.map(({ name, state }) => [name, state])).toEqual([
      ['石大娘', 'confirmed'],
      ['石大爷', 'waiting'],
    ]);
    // One of them steps back, the other has the place.
    good(await here.withdraw(both, { attendeeIds: [both.attendees[0]!.id] }));
    expect(await here.states([both])).toEqual(['withdrawn', 'confirmed']);
  });

  it('sent three times at once is one; the same id for something else is refused', async () => {
    const event = await here.event();
    const body = here.newSignUp(event);
    const send = (over: object = {}) => here.ask('POST', '/event-sign-ups', { ...body, ...over });
    const statuses = (await Promise.all([send(), send(), send()])).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 200, 201]);
    expect(await send({ phone: '13700000001' })).toMatchObject({ status: 409, body: { code: 'id-taken' } });
    // An id of one of the people, that stands for somebody of another sign-up.
    const another = { ...here.newSignUp(event), people: body.people };
    expect(await here.ask('POST', '/event-sign-ups', another)).toMatchObject({
      status: 409,
      body: { code: 'id-taken' },
    });
    const [pool] = await here.county.database.read((db) => db.findBy(EventPools, { eventId: event.id }));
    expect(pool).toMatchObject({ taken: 1, issued: 1 });
  });

  it('needs a phone, unless it is WeChat’s; names and phone are kept encrypted', async () => {
    const event = await here.event();
    expect((await here.signUp(event, { phone: null })).body.message).toMatch(/请填写手机号/);
    const token = await here.map.token('resident');
    const own = await here.signedUp(event, { phone: null, token });
    expect(own).toMatchObject({ via: 'wechat', maskedPhone: null });
    const listed = await here.ask('GET', '/own-event-sign-ups', undefined, token);
    expect(listed.body.items.map(({ id }: SignUpView) => id)).toContain(own.id);
    const rows = await here.county.database.read(async (db) => [
      await db.findOneByOrFail(SignUps, { id: own.id }),
      ...(await db.findBy(Attendees, { signUpId: own.id })),
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/石大娘/);
  });

  it('in WeChat is told there, at once and the day before; nobody has to ring', async () => {
    const event = await here.event({ groups: [{ key: newId(), name: '居民', who: '', seats: 1 }] });
    const first = await here.signedUp(event);
    const token = await here.map.token('resident');
    const own = await here.signedUp(event, { phone: null, token });
    good(await here.withdraw(first));
    const told = await here.county.database.read((db) =>
      db.query('SELECT `words` FROM `reminder` WHERE `subjectId` = ? ORDER BY `words`', [own.id]),
    );
    expect(told.map(({ words }: { words: string }) => words)).toEqual([
      expect.stringMatching(/^候补的 1 人有名额了/),
      expect.stringMatching(/^明天12月15日 周二 9:00–11:00。报名号 /),
    ]);
    const ring = await here.as('township-officer', 'GET', `/events/${event.id}/sign-ups?part=to-ring`);
    expect(ring.body.items).toEqual([]);
  });

  it('is found again by its number and the phone; guesses are counted', async () => {
    const event = await here.event();
    const { code, key } = await here.signedUp(event, { phone: '13800000077' });
    const find = (phone: string) => here.ask('POST', '/event-sign-up-look-ups', { code, phone });
    expect((await find('13800000077')).body.key).toBe(key);
    for (let guess = 0; guess < 5; guess += 1) expect((await find(`1370000000${guess}`)).status).toBe(404);
    expect((await find('13800000077')).status).toBe(429);
  });

  it('by one phone is limited, with the way out', async () => {
    const event = await here.event();
    const phone = '13800000055';
    await here.signedUp(event, { phone, names: ['甲', '乙', '丙'] });
    expect((await here.signUp(event, { phone, names: ['丁', '戊', '己'] })).body.message).toMatch(
      /已经给这一场报了 3 人，最多 5 人；要换人请先退出/,
    );
    await here.signedUp(event, { phone, names: ['丁', '戊'] });
  });

  it('from one address is limited for people not in WeChat, with the time and the phone number that help', async () => {
    const event = await here.event({ groups: [{ key: newId(), name: '居民', who: '', seats: 2000 }] });
    const other = await here.event();
    for (let one = 0; one < 100; one += 1) expect((await here.signUp(event)).status).toBe(201);
    const flooded = await here.signUp(event);
    expect(flooded.status).toBe(429);
    expect(flooded.body.message).toMatch(
      /^您所在的网络一小时内已提交 100 条，请在 10:\d\d 以后再提交；等不及的请打 0800-5501234，由主办单位登记$/,
    );
    expect((await here.signUp(other)).status).toBe(201);
    expect((await here.signUp(event, { phone: null, token: await here.map.token('resident') })).status).toBe(201);
    const { phone: _, ...paper } = here.newSignUp(event);
    const byStaff = { ...paper, via: 'paper', phone: null };
    expect((await here.as('township-officer', 'POST', '/staff-sign-ups', byStaff)).status).toBe(201);
    here.later(61);
    expect((await here.signUp(event)).status).toBe(201);
  });

  it('is refused in words before it opens, after it has closed, and of what is not there', async () => {
    const event = await here.event();
    here.map.at('2026-12-12', '17:00');
    expect((await here.signUp(event)).body.message).toMatch(/^报名已在 2026年12月12日 周六 17:00 截止/);
    here.map.at('2026-11-25');
    const { signUp } = here.content();
    const later = await here.event({ signUp: { ...signUp!, opensAt: '2026-12-01T01:00:00.000Z' } });
    expect((await here.signUp(later)).body.message).toMatch(/^报名从 2026年12月1日 周二 09:00 开始/);
    expect((await here.signUp(event, { over: { eventId: newId() } })).status).toBe(404);
    expect((await here.signUp(event, { over: { sessionKey: newId() } })).body.message).toMatch(/这一场已经没有了/);
    const draft = await here.draft();
    expect((await here.signUp(draft)).status).toBe(404);
  });

  it('answers what the organiser asks, each with its purpose, and nothing else', async () => {
    const seat = {
      key: 'seat',
      label: '轮椅位',
      purpose: '安排座位',
      kind: 'yes-no' as const,
      options: [],
      isRequired: true,
    };
    const event = await here.event({ signUp: { ...here.content().signUp!, fields: [seat] } });
    const people = (answers: object) => ({ people: [{ id: newId(), name: '石大娘', answers }] });
    expect((await here.signUp(event)).body.message).toBe('请填写石大娘的“轮椅位”');
    expect((await here.signUp(event, { over: people({ seat: '是', extra: '1' }) })).body.message).toMatch(/不用填了/);
    const { id } = good<SignUpView>(await here.signUp(event, { over: people({ seat: '是' }) }));
    const staff = good<StaffSignUpView>(await here.as('township-officer', 'GET', `/staff-sign-ups/${id}`));
    expect(staff.attendees[0]!.answers).toEqual({ seat: '是' });
    expect(staff.phone).toMatch(/^139\d{8}$/);
    const listed = await here.as('township-officer', 'GET', `/events/${event.id}/sign-ups`);
    expect(listed.body.items[0].phone).toMatch(/^139\*{4}\d{4}$/);
  });

  it('ends at the cut-off; then the organiser notes it, and the next still moves up', async () => {
    const event = await here.event({ groups: [{ key: newId(), name: '居民', who: '', seats: 1 }] });
    const [first, next] = [await here.signedUp(event), await here.signedUp(event)];
    here.map.at('2026-12-14', '09:01');
    expect((await here.withdraw(first)).body.message).toMatch(/最晚在 2026年12月14日 周一 09:00 退出/);
    const note = { id: newId(), reason: '来电说病了' };
    const send = () => here.as('township-officer', 'POST', `/staff-sign-ups/${first.id}/withdrawals`, note);
    expect([(await send()).status, (await send()).status]).toEqual([201, 200]);
    expect(await here.states([first, next])).toEqual(['withdrawn', 'confirmed']);
  });

  it('is entered by any member of staff for somebody on paper; the organiser’s list has it', async () => {
    const event = await here.event();
    const body = { ...here.newSignUp(event, { phone: null }), via: 'paper' };
    const send = () => here.as('village-officer', 'POST', '/staff-sign-ups', body);
    expect([(await send()).status, (await send()).status]).toEqual([201, 200]);
    const listed = await here.as('township-officer', 'GET', `/events/${event.id}/sign-ups`);
    expect(listed.body.items[0]).toMatchObject({ via: 'paper', phone: null });
    expect((await here.as('other-township-officer', 'GET', `/events/${event.id}/sign-ups`)).status).toBe(404);
  });

  it('is told whole to the account it was made with: names, answers and what was said of the day', async () => {
    const field = {
      key: 'diet',
      label: '忌口',
      purpose: '安排午饭',
      kind: 'text' as const,
      options: [],
      isRequired: false,
    };
    const terms = here.content().signUp!;
    const event = await here.event({ signUp: { ...terms, fields: [field] } });
    const token = await here.county.signIn('resident');
    const people = [
      { id: newId(), name: '石大娘', answers: { diet: '不吃辣' } },
      { id: newId(), name: '石小满' },
    ];
    const signUp = await here.signedUp(event, { token, phone: '13900007777', over: { people } });
    here.map.at('2026-12-15', '12:00');
    const said = { id: newId(), key: signUp.key, grade: 4, words: '路牌再大些' };
    good(await here.ask('POST', `/event-sign-ups/${signUp.id}/feedback`, said));
    const { parts } = good<OwnData>(
      await here.ask('GET', '/people/me/data', undefined, await here.county.signIn('resident')),
    );
    const [told] = parts.find(({ what }) => what === '活动报名')!.items;
    expect(told!.map(({ value }) => value)).toEqual([
      event.content.title,
      expect.any(String),
      signUp.code,
      '石大娘',
      '139****7777',
      '石大娘（报上了），忌口：不吃辣',
      '石小满（报上了）',
      '满意，路牌再大些',
    ]);
  });

  it('loses its names half a year after the event; how many came stays', async () => {
    const event = await here.event();
    const signUp = await here.signedUp(event, { names: ['甲', '乙'] });
    const read = () => here.county.database.read((db) => db.findOneByOrFail(SignUps, { id: signUp.id }));
    here.map.at('2027-06-15');
    await here.county.app.get(EventErasure).run();
    expect((await read()).isErased).toBe(false);
    here.map.at('2027-06-16');
    await here.county.app.get(EventErasure).run();
    expect(await read()).toMatchObject({ isErased: true, contactName: null, phone: null, phoneHash: null, code: null });
    const people = await here.county.database.read((db) => db.findBy(Attendees, { signUpId: signUp.id }));
    expect(people.map(({ name, answers, state }) => [name, answers, state])).toEqual([
      [null, null, 'confirmed'],
      [null, null, 'confirmed'],
    ]);
    const opened = await here.ask('GET', `/event-sign-ups/${signUp.id}?key=${signUp.key}`);
    expect([opened.status, opened.body.feedback]).toEqual([200, null]);
    // The link is reckoned from the id and still opens: what is written then would be kept for ever.
    const late = { id: newId(), key: signUp.key, grade: 5, words: '石大娘的电话没变' };
    expect((await here.ask('POST', `/event-sign-ups/${signUp.id}/feedback`, late)).body.message).toMatch(/不再收意见/);
  });
});
