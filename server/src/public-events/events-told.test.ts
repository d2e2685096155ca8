import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { PublicEventDraft } from '@county/shared/public-events/public-event';
import type { SignUpView, StaffSignUpView } from '@county/shared/public-events/sign-up';
import { EventCounty, good } from '../../../test/support/event-county.ts';
import { Attendees } from './public-events.tables.ts';

let here: EventCounty;
beforeAll(async () => void (here = await EventCounty.start()));
beforeEach(() => here.map.at('2026-11-25'));
afterAll(() => here.close());

const DRAW = { seedSource: '12月13日公布的公开数字', drawnOn: '2026-12-13' };
const asOfficer = (method: string, path: string, body?: object) => here.as('township-officer', method, path, body);
const proposed = async ({ id }: PublicEventDraft, content: object) => {
  const { revision } = good<PublicEventDraft>(await asOfficer('GET', `/events/${id}`));
  const change = { id: newId(), onRevision: revision, content };
  const changed = good<PublicEventDraft>(await asOfficer('POST', `/events/${id}/changes`, change));
  return asOfficer('POST', `/events/${id}/proposals`, { onRevision: changed.revision });
};
const kept = async ({ id }: Pick<SignUpView, 'id'>) =>
  good<StaffSignUpView>(await asOfficer('GET', `/staff-sign-ups/${id}`));
const rang = ({ id }: Pick<SignUpView, 'id'>, words: string | null) =>
  asOfficer('POST', `/staff-sign-ups/${id}/calls`, { id: newId(), words });
const cancel = ({ id }: PublicEventDraft, reason: string) =>
  here.as('unit-lead', 'POST', `/events/${id}/cancellations`, { reason });

describe('a change of what is public', () => {
  it('of the place is let out after sign-up has closed and on the very day; what is new must lie ahead', async () => {
    const event = await here.event();
    const { content } = event;
    const signUp = await here.signedUp(event);
    here.map.at('2026-12-14');
    const place = { ...content.place, words: '青石镇水厂路 9 号' };
    await here.change(event, { ...content, place });
    expect((await kept(signUp)).toBeRungAbout).toMatch(/^活动有变动：地点/);
    const closed = { ...content, place, signUp: { ...content.signUp!, closesAt: '2026-12-13T09:00:00.000Z' } };
    expect((await proposed(event, closed)).body.message).toMatch(/报名截止时间已经过去/);
    here.map.at('2026-12-15', '09:30');
    const begun = { ...content, place, bring: '雨伞' };
    expect((await proposed(event, begun)).status).toBe(201);
    const earlier = [{ ...content.sessions[0]!, from: '08:00' }];
    expect((await proposed(event, { ...begun, sessions: earlier })).body.message).toMatch(/第 1 场的时间已经过去/);
  });

  it('leaves a draw as it was announced once sign-up has closed', async () => {
    const event = await here.event({ signUp: { ...here.content().signUp!, draw: DRAW } });
    const other = (draw: object) => ({ ...event.content, signUp: { ...event.content.signUp!, draw } });
    expect((await proposed(event, other({ ...DRAW, seedSource: '12月13日收盘的上证指数' }))).status).toBe(201);
    here.map.at('2026-12-13');
    const late = await proposed(event, other({ ...DRAW, seedSource: '想得起来的数字' }));
    expect(late.body.issues[0].path).toEqual(['content', 'signUp', 'draw', 'seedSource']);
    const moved = await proposed(event, other({ ...DRAW, drawnOn: '2026-12-14' }));
    expect(moved.body.message).toMatch(/抽签日期不能再改/);
    expect((await proposed(event, { ...event.content, bring: '雨伞' })).status).toBe(201);
  });

  it('is what the organisers go by, not what somebody is writing beside it', async () => {
    const event = await here.event();
    const sessions = [{ ...event.content.sessions[0]!, day: '2026-12-28' }];
    good(await proposed(event, { ...event.content, sessions }));
    const shown = good<PublicEventDraft>(await asOfficer('GET', `/events/${event.id}`));
    expect([shown.publicContent!.sessions[0]!.day, shown.content.sessions[0]!.day]).toEqual([
      '2026-12-15',
      '2026-12-28',
    ]);
    here.map.at('2026-12-15', '11:30');
    expect((await cancel(event, '不办了')).body.message).toMatch(/已经结束/);
  });

  it('nobody moves up into a session that has begun', async () => {
    const event = await here.event({ groups: [{ key: newId(), name: '居民', who: '', seats: 1 }] });
    await here.signedUp(event);
    const waiting = await here.signedUp(event);
    here.map.at('2026-12-15', '09:30');
    const groups = [{ ...event.content.groups[0]!, seats: 9 }];
    await here.change(event, { ...event.content, groups });
    expect(await here.states([waiting])).toEqual(['waiting 1']);
  });
});

describe('an event that is back', () => {
  it('has room for whoever waits, where somebody stepped back while it was off; newcomers come after them', async () => {
    const event = await here.event({ groups: [{ key: newId(), name: '居民', who: '', seats: 1 }] });
    const had = await here.signedUp(event);
    const waiting = await here.signedUp(event);
    good(await cancel(event, '水厂检修'));
    const leaving = { id: newId(), attendeeIds: [], reason: '打电话说不来了' };
    good(await asOfficer('POST', `/staff-sign-ups/${had.id}/withdrawals`, leaving));
    expect(await here.states([waiting])).toEqual(['waiting 1']);
    const back = await here.change(event, { ...event.content, bring: '身份证' });
    expect(await here.states([waiting, await here.signedUp(back)])).toEqual(['confirmed', 'waiting 1']);
    const { steps } = good<SignUpView>(await here.read(waiting));
    expect(steps.map(({ words }) => words).at(-1)).toMatch(/^候补的 1 人有名额了/);
  });
});

describe('whoever no message reaches', () => {
  it('hears the longest reason there may be, and a draw of twenty of one family', async () => {
    const event = await here.event();
    const signUp = await here.signedUp(event);
    good(await cancel(event, '停'.repeat(200)));
    expect((await kept(signUp)).toBeRungAbout).toBe(`活动取消了：${'停'.repeat(200)}`);
    const drawn = await here.event({
      groups: [{ key: newId(), name: '居民', who: '', seats: 1 }],
      signUp: { ...here.content().signUp!, mostPeople: 20, draw: DRAW },
    });
    const names = Array.from({ length: 20 }, (_, at) => `家人${at + 1}`);
    const family = await here.signedUp(drawn, { names, over: { contactName: '石小妹' } });
    here.map.at('2026-12-13');
    const draw = { id: newId(), seed: '310245', repeated: '310245' };
    good(await asOfficer('POST', `/events/${drawn.id}/draws`, draw));
    expect((await kept(family)).toBeRungAbout!.length).toBeGreaterThan(200);
  });

  it('is told all that is untold; what came in since is not told by the call before', async () => {
    const event = await here.event();
    const signUp = await here.signedUp(event);
    await here.change(event, { ...event.content, bring: '雨伞' });
    const { toBeRungAbout: first } = await kept(signUp);
    good(await cancel(event, '水厂检修'));
    expect((await rang(signUp, first)).body.message).toMatch(/刚又有变动/);
    const { toBeRungAbout: both } = await kept(signUp);
    expect(both).toBe(`${first}；活动取消了：水厂检修`);
    good(await rang(signUp, both));
    expect((await kept(signUp)).toBeRungAbout).toBeNull();
  });

  it('is counted on the home page by the list it leads to: cancelled events too, those that are over not', async () => {
    const event = await here.event();
    await here.signedUp(event);
    good(await cancel(event, '水厂检修'));
    const waiting = async () => {
      const { items } = good<{ items: { kind: string; link: string }[] }>(await asOfficer('GET', '/waiting-items'));
      return items.find(({ kind }) => kind === 'event-sign-ups-to-ring');
    };
    const listed = async () =>
      (await asOfficer('GET', '/events?part=to-ring&limit=100')).body.items.map(({ id }: PublicEventDraft) => id);
    expect((await waiting())!.link).toMatch(/part=to-ring$/);
    expect(await listed()).toContain(event.id);
    here.map.at('2027-01-20');
    expect([await waiting(), await listed()]).toEqual([undefined, []]);
  });

  it('is also whoever has WeChat and got no message there', async () => {
    const event = await here.event();
    const signUp = await here.signedUp(event, { phone: null, token: await here.map.token('resident') });
    good(await cancel(event, '水厂检修'));
    expect((await kept(signUp)).toBeRungAbout).toBeNull();
    await here.map.reminded.tick();
    expect((await kept(signUp)).toBeRungAbout).toBe('活动取消了：水厂检修');
  });
});

describe('an id that was used for another wish', () => {
  it('is refused, so that nobody reads “done” of what was not', async () => {
    const event = await here.event();
    const both = await here.signedUp(event, { names: ['甲', '乙'] });
    const id = newId();
    const [one, other] = both.attendees.map((person) => person.id) as [string, string];
    const leave = (attendeeIds: string[]) =>
      asOfficer('POST', `/staff-sign-ups/${both.id}/withdrawals`, { id, attendeeIds, reason: '本人来电' });
    expect([(await leave([one])).status, (await leave([one])).status]).toEqual([201, 200]);
    expect((await leave([other])).body.code).toBe('id-taken');
    expect(await here.states([both])).toEqual(['withdrawn', 'confirmed']);
    const seats = { id: newId() };
    good(await here.seats(event, 25, seats));
    expect([(await here.seats(event, 25, seats)).status, (await here.seats(event, 30, seats)).status]).toEqual([
      200, 409,
    ]);
    here.map.at('2026-12-15', '11:30');
    const grade = (words: string) => ({ id, key: both.key, grade: 4, words });
    const say = (words: string) => here.ask('POST', `/event-sign-ups/${both.id}/feedback`, grade(words));
    expect([(await say('好')).status, (await say('好')).status, (await say('不好')).status]).toEqual([201, 200, 409]);
  });
});

describe('people of another unit', () => {
  it('write nothing of an event, whatever they send', async () => {
    const event = await here.hearing();
    const signUp = await here.signedUp(event, { over: { agreesToNames: true } });
    const planItemId = newId();
    const item = { unitId: event.unitId, year: 2026, month: 11, kind: 'open-day', theme: '走进车站' };
    good(await asOfficer('POST', '/event-plan-items', { id: planItemId, ...item }));
    const [session, group] = [event.content.sessions[0]!.key, event.content.groups[0]!.key];
    const attendeeIds = signUp.attendees.map((one) => one.id);
    const happenedAt = here.county.clock.now();
    const review = { outcome: 'declined', reason: '不行' };
    const writes: [string, object][] = [
      [`/events/${event.id}/changes`, { id: newId(), onRevision: 3, content: event.content }],
      [`/events/${event.id}/proposals`, { onRevision: 3 }],
      [`/events/${event.id}/reviews`, { onRevision: 3, review }],
      [`/events/${event.id}/cancellations`, { reason: '不办了' }],
      [`/events/${event.id}/seats`, { id: newId(), sessionKey: session, groupKey: group, seats: 2 }],
      [`/events/${event.id}/repeats`, { repeats: [{ id: newId(), day: '2027-01-15' }] }],
      [`/events/${event.id}/draws`, { id: newId(), seed: '310245', repeated: '310245' }],
      [`/events/${event.id}/check-ins`, { id: newId(), sessionKey: session, attendeeIds, happenedAt }],
      [`/events/${event.id}/check-in-removals`, { id: newId(), attendeeIds, happenedAt }],
      [`/events/${event.id}/walk-ins`, { id: newId(), sessionKey: session, groupKey: group, happenedAt }],
      [`/events/${event.id}/paper-deliveries`, { id: newId(), sentOn: '2026-11-25' }],
      [`/events/${event.id}/participant-lists`, { id: newId(), attendeeIds }],
      [`/events/${event.id}/record/proposals`, { onRevision: 1 }],
      [`/events/${event.id}/record/reviews`, { onRevision: 1, review }],
      [`/staff-sign-ups/${signUp.id}/withdrawals`, { id: newId(), attendeeIds, reason: '本人来电' }],
      [`/staff-sign-ups/${signUp.id}/calls`, { id: newId(), words: '活动取消了' }],
      [
        `/event-plan-items/${planItemId}/changes`,
        { id: newId(), onVersion: 1, month: 12, kind: 'meeting', theme: '别的' },
      ],
      [`/event-plan-items/${planItemId}/removals`, { onVersion: 1 }],
    ];
    const kept = async () => [
      good(await asOfficer('GET', `/events/${event.id}`)),
      good(await asOfficer('GET', `/events/${event.id}/sign-ups`)),
      good(await asOfficer('GET', `/event-plans?year=2026&unitId=${event.unitId}`)),
    ];
    const links = / *"[^"]*signature[^"]*"/g;
    const before = JSON.stringify(await kept()).replace(links, '');
    for (const [path, body] of writes) {
      const { status } = await here.as('other-township-officer', 'POST', path, body);
      expect([path, status === 403 || status === 404, status]).toEqual([path, true, status]);
    }
    expect(JSON.stringify(await kept()).replace(links, '')).toBe(before);
  });
});

describe('afterwards', () => {
  it('a walk-in is no place to step back from', async () => {
    const event = await here.event();
    here.map.at('2026-12-15', '08:50');
    const { sessions, groups } = event.content;
    const pool = { sessionKey: sessions[0]!.key, groupKey: groups[0]!.key };
    const walkIn = { id: newId(), ...pool, name: null, happenedAt: here.county.clock.now() };
    good(await asOfficer('POST', `/events/${event.id}/walk-ins`, walkIn));
    const { body: door } = await asOfficer('GET', `/events/${event.id}/door`);
    const { attendeeId } = door.items.find(({ via }: { via: string }) => via === 'walk-in');
    const { signUpId } = await here.county.database.read((db) => db.findOneByOrFail(Attendees, { id: attendeeId }));
    const back = { id: newId(), attendeeIds: [attendeeId], reason: '记错了' };
    expect((await asOfficer('POST', `/staff-sign-ups/${signUpId}/withdrawals`, back)).status).toBe(404);
    expect((await here.public(event)).seatsLeft).toBe(20);
  });

  it('an item of the year’s plan is carried out by one event, until that one is off', async () => {
    const unitId = await here.map.unitId('青石镇');
    const planItemId = newId();
    const item = { id: planItemId, unitId, year: 2026, month: 12, kind: 'open-day', theme: '走进水厂' };
    good(await asOfficer('POST', '/event-plan-items', item));
    const event = await here.event({}, { planItemId });
    const another = () => asOfficer('POST', '/events', { id: newId(), unitId, content: here.content(), planItemId });
    expect((await another()).body.issues[0].path).toEqual(['planItemId']);
    good(await cancel(event, '水厂检修'));
    good(await proposed(event, { ...event.content, bring: '雨伞' }));
    const { body } = await asOfficer('GET', `/event-plans?year=2026&unitId=${unitId}`);
    expect(body.items[0].items.find(({ id }: { id: string }) => id === planItemId).state).toBe('cancelled');
    good(await another());
  });
});
