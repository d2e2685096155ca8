import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { PublicEventDraft } from '@county/shared/public-events/public-event';
import type { DoorEntry, PublicDraw, SignUpView } from '@county/shared/public-events/sign-up';
import { EventCounty, good } from '../../../test/support/event-county.ts';
import { AuditEntries } from '../audit/audit.tables.ts';

let here: EventCounty;
beforeAll(async () => void (here = await EventCounty.start()));
beforeEach(() => here.map.at('2026-11-25'));
afterAll(() => here.close());

const at = (time: string) => new Date(`2026-12-15T${time}:00+08:00`).toISOString();
const checkIn = (event: PublicEventDraft, body: object) =>
  here.as('township-officer', 'POST', `/events/${event.id}/check-ins`, {
    id: newId(),
    sessionKey: event.content.sessions[0]!.key,
    ...body,
  });

describe('a draw', () => {
  const draw = { seedSource: '12月13日公布的公开数字', drawnOn: '2026-12-13' };
  it('is made by the number the notice named, and anybody gets the same by hand', async () => {
    const event = await here.event({
      groups: [{ key: newId(), name: '居民', who: '', seats: 3 }],
      signUp: { ...here.content().signUp!, draw },
    });
    const all: SignUpView[] = [];
    for (let one = 0; one < 8; one += 1) all.push(await here.signedUp(event));
    expect(all.map(({ attendees }) => attendees[0]!.state)).toEqual(all.map(() => 'entered'));
    const send = (over: object = {}) =>
      here.as('township-officer', 'POST', `/events/${event.id}/draws`, {
        id: newId(),
        seed: '310245',
        repeated: '310245',
        ...over,
      });
    expect((await send()).body.message).toMatch(/报名还没有截止/);
    here.map.at('2026-12-13');
    expect((await send({ repeated: '310254' })).body.message).toMatch(/两遍输入的数字不一样/);
    const id = newId();
    expect([(await send({ id })).status, (await send({ id })).status, (await send()).status]).toEqual([201, 200, 409]);
    const published = good<PublicDraw>(await here.ask('GET', `/public/events/${event.id}/draw`));
    const byHand = [1, 2, 3, 4, 5, 6, 7, 8]
      .map((number) => [createHash('sha256').update(`310245-${number}`).digest('hex'), number] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1));
    expect(published.pools[0]!.lots.map(({ number, lot }) => [lot, number])).toEqual(byHand);
    const winners = new Set(byHand.slice(0, 3).map(([, number]) => number));
    for (const one of all) {
      const { attendees, steps } = good<SignUpView>(await here.read(one));
      expect(attendees[0]!.state).toBe(winners.has(attendees[0]!.number) ? 'confirmed' : 'waiting');
      expect(steps.at(-1)!.words).toMatch(/^抽签结果：\d 号(?:抽中了|没有抽中，候补第 \d 位)$/);
    }
    // Whoever steps back is followed by the next of the draw, and the draw stays as it was made.
    const loser = byHand[3]![1];
    const [winner, next] = [byHand[0]![1], loser].map((number) => all[number - 1]!);
    good(await here.withdraw(winner!));
    expect(await here.states([winner!, next!])).toEqual(['withdrawn', 'confirmed']);
    const after = good<PublicDraw>(await here.ask('GET', `/public/events/${event.id}/draw?again=1`));
    expect(after.pools[0]!.lots.filter(({ hasPlace }) => hasPlace).map(({ number }) => number)).toEqual([...winners]);
  });

  it('is of those alone who still stood in it', async () => {
    const event = await here.event({
      groups: [{ key: newId(), name: '居民', who: '', seats: 2 }],
      signUp: { ...here.content().signUp!, draw },
    });
    const all: SignUpView[] = [];
    for (let one = 0; one < 6; one += 1) all.push(await here.signedUp(event));
    good(await here.withdraw(all[2]!));
    here.map.at('2026-12-13');
    const body = { id: newId(), seed: '310245', repeated: '310245' };
    good(await here.as('township-officer', 'POST', `/events/${event.id}/draws`, body));
    const published = good<PublicDraw>(await here.ask('GET', `/public/events/${event.id}/draw`));
    const { lots } = published.pools[0]!;
    expect(lots.map(({ number }) => number).sort()).toEqual([1, 2, 4, 5, 6]);
    const drawn = await here.states(all);
    expect(drawn[2]).toBe('withdrawn');
    for (const { number, hasPlace } of lots) expect(drawn[number - 1]!.startsWith('confirmed')).toBe(hasPlace);
  });

  it('is nowhere while it is not made', async () => {
    const event = await here.event();
    expect((await here.ask('GET', `/public/events/${event.id}/draw`)).body.message).toMatch(/按先后报名，不抽签/);
  });
});

describe('at the door', () => {
  it('a code lets in all who have a place; sent again, late and out of order it is when they came first', async () => {
    const event = await here.event({ groups: [{ key: newId(), name: '居民', who: '', seats: 2 }] });
    const three = await here.signedUp(event, { names: ['甲', '乙', '丙'] });
    here.map.at('2026-12-15', '09:30');
    const first = await checkIn(event, { code: ` ${three.code.toLowerCase()} `, happenedAt: at('08:55') });
    expect([first.status, first.body.entries.map(({ name }: DoorEntry) => name)]).toEqual([201, ['甲', '乙']]);
    expect((await checkIn(event, { code: three.code, happenedAt: at('09:10') })).status).toBe(200);
    expect((await checkIn(event, { code: three.code, happenedAt: at('08:50') })).status).toBe(201);
    expect(good<SignUpView>(await here.read(three)).attendees.map(({ arrivedAt }) => arrivedAt)).toEqual([
      at('08:50'),
      at('08:50'),
      null,
    ]);
    const last = three.attendees[2]!.id;
    expect((await checkIn(event, { attendeeIds: [last], happenedAt: at('09:00') })).body.message).toMatch(/还在候补/);
    expect((await checkIn(event, { happenedAt: at('09:00') })).body.message).toMatch(/请扫码或输入报名号/);
    expect((await checkIn(event, { code: 'K7M2QX', happenedAt: at('09:00') })).status).toBe(404);
    expect((await checkIn(event, { code: three.code, happenedAt: at('09:40') })).body.message).toMatch(/在将来/);
  });

  it('whoever was noted by mistake is taken back, whatever older word comes later; a newer one stands', async () => {
    const event = await here.event();
    const two = await here.signedUp(event, { names: ['甲', '乙'] });
    const [one, other] = two.attendees.map(({ id }) => id) as [string, string];
    here.map.at('2026-12-15', '09:30');
    const cameAt = async () => good<SignUpView>(await here.read(two)).attendees.map(({ arrivedAt }) => arrivedAt);
    const path = `/events/${event.id}/check-in-removals`;
    const takeBack = (happenedAt: string, over: object = {}, person = 'township-officer') =>
      here.as(person, 'POST', path, { id: newId(), attendeeIds: [one], happenedAt, ...over });
    good(await checkIn(event, { code: two.code, happenedAt: at('08:55') }));
    expect((await takeBack(at('09:00'), {}, 'other-township-officer')).status).toBe(404);
    expect((await takeBack(at('09:00'), { attendeeIds: [newId()] })).body.message).toMatch(/不在这个活动的名单里/);
    expect([(await takeBack(at('09:00'))).status, (await takeBack(at('09:00'))).status]).toEqual([201, 200]);
    expect(await cameAt()).toEqual([null, at('08:55')]);
    const told = await here.county.database.read((db) => db.findBy(AuditEntries, { action: 'takeBackCheckIn' }));
    expect(told.map(({ subjectKind, subjectId }) => [subjectKind, subjectId])).toEqual([['event-sign-up', two.id]]);
    const longAgo = await takeBack('2026-12-11T01:00:00.000Z');
    expect([longAgo.status, longAgo.body.message]).toEqual([400, expect.stringContaining('不能再撤回')]);
    // Another door's word from before arrives late; then they really come.
    expect((await checkIn(event, { attendeeIds: [one], happenedAt: at('08:58') })).status).toBe(200);
    expect(await cameAt()).toEqual([null, at('08:55')]);
    good(await checkIn(event, { attendeeIds: [one], happenedAt: at('09:10') }));
    expect((await takeBack(at('09:05'))).status).toBe(200);
    expect(await cameAt()).toEqual([at('09:10'), at('08:55')]);
    expect(other).not.toBe(one);
    const { sessions, groups } = event.content;
    const walkIn = { id: newId(), sessionKey: sessions[0]!.key, groupKey: groups[0]!.key, happenedAt: at('09:06') };
    const walksIn = () => here.as('township-officer', 'POST', `/events/${event.id}/walk-ins`, walkIn);
    good(await walksIn());
    good(await takeBack(at('09:20'), { attendeeIds: [walkIn.id] }));
    expect((await walksIn()).status).toBe(200);
    const { body: door } = await here.as('township-officer', 'GET', `/events/${event.id}/door`);
    expect(door.items.map(({ attendeeId }: DoorEntry) => attendeeId)).not.toContain(walkIn.id);
  });

  it('whoever is here cannot step back, here or through staff, until the check-in is taken back', async () => {
    const event = await here.event({ signUp: { ...here.content().signUp!, withdrawHours: 0 } });
    const signUp = await here.signedUp(event, { names: ['石大娘', '石小妹'] });
    const [one, other] = signUp.attendees.map(({ id }) => id) as [string, string];
    here.map.at('2026-12-15', '08:50');
    good(await checkIn(event, { attendeeIds: [one], happenedAt: at('08:45') }));
    const byStaff = (attendeeIds: string[]) =>
      here.as('township-officer', 'POST', `/staff-sign-ups/${signUp.id}/withdrawals`, {
        id: newId(),
        attendeeIds,
        reason: '来电说不来了',
      });
    for (const send of [(ids: string[]) => here.withdraw(signUp, { attendeeIds: ids }), byStaff]) {
      expect(await send([one])).toMatchObject({
        status: 409,
        body: { message: '已经签到，不能再退出；签错了，请现场工作人员撤回签到' },
      });
      expect(await send([])).toMatchObject({
        status: 409,
        body: { message: expect.stringMatching(/^有 1 位已经签到/) },
      });
    }
    good(await here.withdraw(signUp, { attendeeIds: [other] }));
    expect(await here.states([signUp])).toEqual(['confirmed', 'withdrawn']);
    expect(good<SignUpView>(await here.read(signUp)).withdraw).toMatchObject({
      allowed: false,
      reason: expect.stringMatching(/^已经签到/),
    });
    const removal = { id: newId(), attendeeIds: [one], happenedAt: at('08:48') };
    good(await here.as('township-officer', 'POST', `/events/${event.id}/check-in-removals`, removal));
    good(await here.withdraw(signUp));
    expect(await here.states([signUp])).toEqual(['withdrawn', 'withdrawn']);
  });

  it('somebody who just comes is noted once, above the places; the list is the whole of it', async () => {
    const event = await here.event();
    const one = await here.signedUp(event);
    here.map.at('2026-12-15', '09:30');
    const { sessions, groups } = event.content;
    const body = {
      id: newId(),
      sessionKey: sessions[0]!.key,
      groupKey: groups[0]!.key,
      name: null,
      happenedAt: at('09:05'),
    };
    const send = () => here.as('township-officer', 'POST', `/events/${event.id}/walk-ins`, body);
    here.map.at('2026-12-14', '23:59');
    const early = '2026-12-14T15:59:00.000Z';
    const tooEarly = [
      await here.as('township-officer', 'POST', `/events/${event.id}/walk-ins`, { ...body, happenedAt: early }),
      await checkIn(event, { code: one.code, happenedAt: early }),
    ];
    for (const { status, body: refusal } of tooEarly) {
      expect(status).toBe(409);
      expect(refusal.message).toBe('签到从当天开始：12月15日 周二');
    }
    here.map.at('2026-12-15', '09:30');
    const taken = { ...body, id: one.id };
    expect(await here.as('township-officer', 'POST', `/events/${event.id}/walk-ins`, taken)).toMatchObject({
      status: 409,
      body: { code: 'id-taken' },
    });
    expect([(await send()).status, (await send()).status]).toEqual([201, 200]);
    const { body: door } = await here.as('township-officer', 'GET', `/events/${event.id}/door`);
    expect(door.items.map(({ via, code }: DoorEntry) => [via, code])).toEqual([
      ['walk-in', ''],
      ['web', one.code],
    ]);
    expect((await here.public(event)).seatsLeft).toBe(19);
    expect((await here.as('other-township-officer', 'GET', `/events/${event.id}/door`)).status).toBe(404);
  });

  it('whoever came says how it was, once, and no name stands beside it', async () => {
    const event = await here.event();
    const one = await here.signedUp(event);
    const give = (over: object = {}) =>
      here.ask('POST', `/event-sign-ups/${one.id}/feedback`, {
        id: newId(),
        key: one.key,
        grade: 4,
        words: '讲得明白',
        ...over,
      });
    expect((await give()).body.message).toMatch(/还没有开始/);
    here.map.at('2026-12-15', '11:30');
    expect((await give({ grade: 0 })).status).toBe(400);
    const id = newId();
    expect([(await give({ id })).status, (await give({ id })).status]).toEqual([201, 200]);
    good(await give({ grade: 5, words: '' }));
    const { body } = await here.as('township-officer', 'GET', `/events/${event.id}/feedback`);
    expect(body).toEqual({ grades: [0, 0, 0, 0, 1], words: [] });
  });
});

describe('a hearing', () => {
  it('has its papers with the participants seven days before, and its list of speakers by consent', async () => {
    const event = await here.hearing();
    expect((await here.signUp(event)).body.message).toMatch(/先同意公布姓名/);
    const agreed = { over: { agreesToNames: true } };
    const [one, other] = [
      await here.signedUp(event, { names: ['石大娘'], ...agreed }),
      await here.signedUp(event, { names: ['陈建国'], ...agreed }),
    ];
    const deliver = (sentOn: string) =>
      here.as('township-officer', 'POST', `/events/${event.id}/paper-deliveries`, { id: newId(), sentOn });
    here.map.at('2026-12-14');
    expect((await deliver('2026-12-14')).body.message).toMatch(/最迟 2026-12-13 送达/);
    good(await deliver('2026-12-13'));
    expect(good<SignUpView>(await here.read(one)).steps.at(-1)!.words).toMatch(/^听证材料已于 2026年12月13日 送达/);
    const ids = [other, one].map(({ attendees }) => attendees[0]!.id);
    const publish = (attendeeIds: string[]) =>
      here.as('township-officer', 'POST', `/events/${event.id}/participant-lists`, { id: newId(), attendeeIds });
    expect((await publish([...ids, newId()])).body.message).toMatch(/没有报上或已经退出/);
    expect((await here.public(event)).participants).toEqual([]);
    good(await publish(ids));
    const shown = await here.public(event);
    expect(shown.participants.map(({ name, speakingPlace }) => [name, speakingPlace])).toEqual([
      ['陈建国', 1],
      ['石大娘', 2],
    ]);
    expect(shown.papersSentOn).toBe('2026-12-13');
    const [url] = Object.values(shown.attachmentUrls);
    expect((await here.ask('GET', url!)).status).toBe(200);
  });
});
