import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { PublicEventDraft } from '@county/shared/public-events/public-event';
import { CHECKED, EventCounty, good } from '../../../test/support/event-county.ts';
import { readCalendar } from '../../../test/support/read-calendar.ts';

let here: EventCounty;
beforeAll(async () => void (here = await EventCounty.start()));
beforeEach(() => here.map.at('2026-11-25'));
afterAll(() => here.close());

const words = async (id: string, key: string) => {
  const { body } = await here.read({ id, key });
  return (body as { steps: { words: string }[] }).steps.map((step) => step.words);
};

describe('a notice', () => {
  it('is public once another person than its author has let it out, with both checks on record', async () => {
    const draft = await here.draft();
    expect((await here.ask('GET', `/public/events/${draft.id}`)).status).toBe(404);
    const { revision } = good<PublicEventDraft>(
      await here.as('township-officer', 'POST', `/events/${draft.id}/proposals`, { onRevision: draft.revision }),
    );
    const review = (person: string, body: object = CHECKED) =>
      here.as(person, 'POST', `/events/${draft.id}/reviews`, { onRevision: revision, review: body });
    expect((await review('township-officer')).body.message).toMatch(/负责人、督查员审查/);
    expect((await review('unit-lead', { outcome: 'published' })).body.code).toBe('invalid-input');
    expect((await review('other-township-officer')).status).toBe(404);
    good(await review('unit-lead'));
    expect((await review('unit-lead')).status).toBe(200);
    const event = await here.public(draft);
    expect([event.title, event.unitName, event.seatsLeft]).toEqual(['走进青石镇自来水厂', '青石镇', 20]);
    expect(event.place.places!.gcj02.longitude).not.toBe(105.52);
  });

  it('is found again by its unit: by what it says, among what is coming, held or cancelled', async () => {
    const listed = async (query: string): Promise<string[]> =>
      (await here.as('township-officer', 'GET', `/events?limit=100&${query}`)).body.items.map(
        ({ id }: PublicEventDraft) => id,
      );
    const coming = await here.event({
      title: '走进青石镇“粮仓” 100%',
      intro: '看粮食怎样入库、怎样保管，问什么都行。',
    });
    const cancelled = await here.event({ title: '走进青石镇消防站' });
    const reason = { reason: '当天有演练任务' };
    good(await here.as('unit-lead', 'POST', `/events/${cancelled.id}/cancellations`, reason));
    expect(await listed(`words=${encodeURIComponent('怎样入库')}`)).toEqual([coming.id]);
    expect(await listed(`words=${encodeURIComponent('“粮仓” 100%')}`)).toEqual([coming.id]);
    expect(await listed(`words=${encodeURIComponent('100_')}`)).toEqual([]);
    expect(await listed('part=cancelled')).toEqual([cancelled.id]);
    expect(await listed('part=coming')).toContain(coming.id);
    expect(await listed('part=coming')).not.toContain(cancelled.id);
    expect(await listed('part=held')).not.toContain(coming.id);
    here.map.at('2026-12-20');
    expect(await listed('part=held')).toContain(coming.id);
    expect(await listed('part=held')).not.toContain(cancelled.id);
  });

  it('that cannot be held as it stands hears every fault at its place', async () => {
    const draft = await here.draft({
      sessions: [{ key: newId(), name: '', day: '2026-11-24', from: '09:00', to: '11:00' }],
    });
    const { status, body } = await here.as('township-officer', 'POST', `/events/${draft.id}/proposals`, {
      onRevision: 1,
    });
    expect([status, body.issues[0].path]).toEqual([400, ['content', 'sessions', 0, 'day']]);
  });

  it('with somebody’s number in it, outside the county, or of another unit is not even kept', async () => {
    const unitId = await here.map.unitId('青石镇');
    const send = (over: object, more: object = {}) =>
      here.as('township-officer', 'POST', '/events', { id: newId(), unitId, content: here.content(over), ...more });
    expect((await send({ bring: '找张三 13912345678' })).body.message).toMatch(/像是有手机号/);
    const place = { pointId: null, words: '别处', position: { longitude: 120, latitude: 30, datum: 'wgs84' } };
    expect((await send({ place })).body.message).toMatch(/不在本县范围内/);
    expect((await send({ place: { ...place, pointId: newId() } })).body.message).toMatch(/不在地图上或已撤下/);
    expect((await send({}, { unitId: await here.map.unitId('白杨镇') })).status).toBe(403);
    expect((await send({}, { planItemId: newId() })).body.message).toMatch(/年度计划里没有这一项/);
  });

  it('changed, tells everybody who signed up what has changed; the old wording is public until then', async () => {
    const event = await here.event();
    const { id, key } = await here.signedUp(event);
    const sessions = [{ ...event.content.sessions[0]!, from: '14:00', to: '16:00' }];
    const change = { id: newId(), onRevision: event.revision, content: { ...event.content, sessions } };
    const changed = good<PublicEventDraft>(
      await here.as('township-officer', 'POST', `/events/${event.id}/changes`, change),
    );
    expect((await here.public(event)).sessions[0]!.from).toBe('09:00');
    expect(await words(id, key)).toEqual([]);
    await here.letOut(changed);
    expect(await words(id, key)).toEqual(['活动有变动：时间。请打开看看；来不了请退出']);
    const shown = await here.public(event);
    expect([shown.sessions[0]!.from, shown.changed, shown.version]).toEqual(['14:00', ['时间'], 2]);
  });

  it('takes no session out under those who signed up for it, and lets in as many as its new seats', async () => {
    const groups = [{ key: newId(), name: '居民', who: '', seats: 1 }];
    const event = await here.event({ groups });
    const [, next] = [await here.signedUp(event), await here.signedUp(event)];
    const other = { ...event.content, sessions: [{ ...event.content.sessions[0]!, key: newId() }] };
    await expect(here.change(event, other)).rejects.toThrow(/已有 2 人报名，不能删去/);
    await here.change(event, { ...event.content, groups: [{ ...groups[0]!, seats: 2 }] });
    expect(await here.states([next])).toEqual(['confirmed']);
  });

  it('cancelled keeps its page with the reason, tells everybody and takes nobody more', async () => {
    const event = await here.event();
    const { id, key } = await here.signedUp(event);
    const cancel = (person: string) =>
      here.as(person, 'POST', `/events/${event.id}/cancellations`, { reason: '水厂检修' });
    expect((await cancel('township-officer')).status).toBe(403);
    expect([(await cancel('unit-lead')).status, (await cancel('unit-lead')).status]).toEqual([201, 200]);
    const shown = await here.public(event);
    expect([shown.isCancelled, shown.cancelledReason]).toEqual([true, '水厂检修']);
    expect(await words(id, key)).toEqual(['活动取消了：水厂检修']);
    expect((await here.signUp(event)).body.message).toMatch(/活动已经取消/);
    expect((await here.read({ id, key })).body).toMatchObject({
      cancelledReason: '水厂检修',
      withdraw: { allowed: false },
    });
    const ring = good<PublicEventDraft>(await here.as('township-officer', 'GET', `/events/${event.id}`));
    expect(ring.toRing).toBe(1);
    const rang = { id: newId(), words: '活动取消了：水厂检修' };
    good(await here.as('township-officer', 'POST', `/staff-sign-ups/${id}/calls`, rang));
    expect(good<PublicEventDraft>(await here.as('township-officer', 'GET', `/events/${event.id}`)).toRing).toBe(0);
  });

  it('tells in WeChat too that it was changed, cancelled and takes place after all', async () => {
    const event = await here.event();
    const own = await here.signedUp(event, { phone: null, token: await here.map.token('resident') });
    const changed = await here.change(event, { ...event.content, bring: '老花镜' });
    good(await here.as('unit-lead', 'POST', `/events/${event.id}/cancellations`, { reason: '水厂检修' }));
    await here.change(event, changed.content);
    good(await here.as('unit-lead', 'POST', `/events/${event.id}/cancellations`, { reason: '又停电了' }));
    const told = await here.county.database.read((db) =>
      db.query('SELECT `words` FROM `reminder` WHERE `subjectId` = ? AND `cause` NOT LIKE ? ORDER BY `id`', [
        own.id,
        '%tomorrow%',
      ]),
    );
    expect(told.map((one: { words: string }) => one.words.slice(0, 10))).toEqual([
      '活动有变动：要带的东',
      '活动取消了：水厂检修',
      '活动恢复举行。请打开',
      '活动取消了：又停电了',
    ]);
  });

  it('cancelled and let out again tells those who signed up that it takes place after all', async () => {
    const event = await here.event();
    const { id, key } = await here.signedUp(event);
    good(await here.as('unit-lead', 'POST', `/events/${event.id}/cancellations`, { reason: '水厂检修' }));
    await here.change(event, event.content);
    expect((await here.public(event)).isCancelled).toBe(false);
    expect(await words(id, key)).toEqual(['活动取消了：水厂检修', '活动恢复举行。请打开看看；来不了请退出']);
  });

  it('is repeated on other days as drafts of their own; sent twice they are there once', async () => {
    const event = await here.event();
    const repeats = {
      repeats: [
        { id: newId(), day: '2027-01-15' },
        { id: newId(), day: '2027-02-15' },
      ],
    };
    const send = () => here.as('township-officer', 'POST', `/events/${event.id}/repeats`, repeats);
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(
      first.body.items.map(({ firstDay, state }: { firstDay: string; state: string }) => [firstDay, state]),
    ).toEqual([
      ['2027-01-15', 'draft'],
      ['2027-02-15', 'draft'],
    ]);
  });

  it('is repeated with its attachments, which go with no one of them', async () => {
    const hearing = await here.hearing();
    const repeats = { repeats: [{ id: newId(), day: '2027-03-15' }] };
    const send = () => here.as('township-officer', 'POST', `/events/${hearing.id}/repeats`, repeats);
    expect([(await send()).status, (await send()).status]).toEqual([201, 200]);
    const repeat = good<PublicEventDraft>(
      await here.as('township-officer', 'GET', `/events/${repeats.repeats[0]!.id}`),
    );
    const [paper] = repeat.content.attachments;
    expect([paper!.title, paper!.isPaper]).toEqual(['水价调整方案', true]);
    expect(paper!.fileId).not.toBe(hearing.content.attachments[0]!.fileId);
    const read = () => fetch(`${here.county.url}/api${repeat.attachmentUrls[paper!.fileId]!}`);
    expect(await (await read()).text()).toMatch(/^%PDF/);
  });
});

describe('the county’s calendar', () => {
  it('shows a month, narrowed to a township, a kind or a subject; drafts are nowhere in it', async () => {
    const event = await here.event({ subject: 'traffic' });
    await here.draft({ subject: 'traffic' });
    const month = async (query: string) => {
      const { body } = await here.ask('GET', `/public/event-months/2026-12?${query}&fresh=${newId()}`);
      return body.items.map(({ id }: { id: string }) => id);
    };
    expect(await month('subject=traffic')).toEqual([event.id]);
    const [own, other] = [await here.map.unitId('青石镇'), await here.map.unitId('白杨镇')];
    expect(await month(`unitId=${own}&subject=traffic`)).toEqual([event.id]);
    expect(await month(`unitId=${other}&subject=traffic`)).toEqual([]);
    expect(await month('kind=hearing&subject=traffic')).toEqual([]);
    expect((await here.ask('GET', '/public/event-months/2026-13')).status).toBe(400);
  });

  it('is kept for a while and says so where nothing has changed', async () => {
    const first = await here.ask('GET', '/public/events?part=coming');
    const etag = first.headers.get('etag')!;
    const again = await fetch(`${here.county.url}/api/public/events?part=coming`, {
      headers: { 'if-none-match': etag },
    });
    expect(again.status).toBe(304);
  });

  it('is read by another programme; a cancelled event is struck out in it', async () => {
    const event = await here.event({ title: '听取；意见, 建议的开放日', subject: 'market' });
    const feed = async () => {
      const { headers, body } = await here.ask('GET', `/public/event-feed?subject=market&fresh=${newId()}`);
      expect(headers.get('content-type')).toContain('text/calendar');
      return readCalendar(body.toString()).map((one) => [one.summary, one.component.getFirstPropertyValue('status')]);
    };
    expect(await feed()).toEqual([['政务开放日：听取；意见, 建议的开放日', 'CONFIRMED']]);
    const { body } = await here.ask('GET', `/public/events/${event.id}/calendar-entry`);
    const [entry] = readCalendar(body.toString());
    expect(entry!.startDate.toJSDate().toISOString()).toBe('2026-12-15T01:00:00.000Z');
    good(await here.as('unit-lead', 'POST', `/events/${event.id}/cancellations`, { reason: '停电' }));
    expect(await feed()).toEqual([['【取消】政务开放日：听取；意见, 建议的开放日', 'CANCELLED']]);
  });

  it('lists those gone by, the latest first', async () => {
    const event = await here.event();
    here.map.at('2026-12-20');
    const { body } = await here.ask('GET', `/public/events?part=over&limit=5&fresh=${newId()}`);
    expect(body.items.map(({ id }: { id: string }) => id)).toContain(event.id);
  });
});

describe('a unit’s year', () => {
  it('shows what is planned, announced, held and missing', async () => {
    const unitId = await here.map.unitId('青石镇');
    const item = async (month: number, theme: string) => {
      const sent = { id: newId(), unitId, year: 2026, month, kind: 'open-day', theme };
      good(await here.as('township-officer', 'POST', '/event-plan-items', sent));
      return sent.id;
    };
    const [missed, announced, planned] = [
      await item(10, '走进敬老院'),
      await item(12, '走进水厂'),
      await item(12, '走进车站'),
    ];
    await here.event({}, { planItemId: announced });
    const plan = async () => {
      const { body } = await here.as('township-officer', 'GET', `/event-plans?year=2026&unitId=${unitId}`);
      const items = body.items[0].items as { id: string; state: string }[];
      return new Map(items.map(({ id, state }) => [id, state]));
    };
    const now = await plan();
    expect([now.get(missed), now.get(announced), now.get(planned)]).toEqual(['missing', 'announced', 'planned']);
    here.map.at('2027-01-02');
    const later = await plan();
    expect([later.get(announced), later.get(planned)]).toEqual(['held', 'missing']);
    const drop = (id: string, onVersion = 1) =>
      here.as('township-officer', 'POST', `/event-plan-items/${id}/removals`, { onVersion });
    expect((await drop(announced)).body.message).toMatch(/已经起草了活动/);
    expect((await drop(planned, 2)).body.message).toMatch(/刚被别人改过/);
    good(await drop(planned));
    good(await drop(planned));
  });

  it('a change of an item sent twice is one; the same id for something else is refused', async () => {
    const unitId = await here.map.unitId('青石镇');
    const item = { id: newId(), unitId, year: 2026, month: 10, kind: 'open-day', theme: '走进粮站' };
    good(await here.as('township-officer', 'POST', '/event-plan-items', item));
    const change = { id: newId(), onVersion: 1, month: 11, kind: 'open-day', theme: '走进粮站' };
    const send = (over: object = {}) =>
      here.as('township-officer', 'POST', `/event-plan-items/${item.id}/changes`, { ...change, ...over });
    expect([(await send()).status, (await send()).status]).toEqual([201, 200]);
    for (const other of [{ month: 12 }, { kind: 'meeting' }, { theme: '走进水库' }])
      expect(await send(other)).toMatchObject({ status: 409, body: { code: 'id-taken' } });
    expect((await send()).body).toMatchObject({ month: 11, kind: 'open-day', theme: '走进粮站', version: 2 });
  });
});
