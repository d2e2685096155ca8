import { describe, expect, it } from '@jest/globals';
import { BookingCounty } from '../../../test/support/booking-county.ts';
import { EventCounty } from '../../../test/support/event-county.ts';
import { METRICS_TOKEN, Scrape } from '../../../test/support/read-metrics.ts';
import type { Operation } from '@county/shared/operation/operation';
import { operationConcerns } from '@county/shared/operation/operation-rules';
import { startWechatCounty } from '../../../test/support/wechat-county.ts';

const environment = { METRICS_TOKEN };
const DAY = '2026-11-26';
const TICK_SECRET = 'a-secret-of-the-timer-in-tests';

describe('what features tell of themselves', () => {
  it('counts the times that somebody else had a moment before', async () => {
    const here = await BookingCounty.start({ environment });
    try {
      const { id } = await here.service();
      const [held] = [await here.hold(id, DAY, '9:00'), await here.hold(id, DAY, '9:00')];
      here.later(11);
      const taken = await here.hold(id, DAY, '9:00');
      expect((await here.confirm(held!.body)).status).toBe(404);
      expect((await here.confirm(taken.body)).status).toBe(201);
      const scrape = await Scrape.of(here.county);
      expect(scrape.series('county_slot_conflicts_total').map(([labels, value]) => `${labels} ${value}`)).toEqual([
        'step="hold" 1',
        'step="confirm" 1',
        'step="move" 0',
        'step="staff" 0',
      ]);
    } finally {
      await here.close();
    }
  });

  it('counts sign-ups by what they came to, and who is waiting for a place', async () => {
    const here = await EventCounty.start({ environment });
    try {
      const before = await Scrape.of(here.county);
      const content = here.content();
      const groups = [{ ...content.groups[0]!, seats: 1 }];
      const event = await here.event({ groups });
      const sent = { over: here.newSignUp(event) };
      await here.signUp(event, sent);
      await here.signUp(event, sent);
      await here.signedUp(event);
      expect((await here.signUp(event, { phone: null })).status).toBe(400);
      const after = await Scrape.of(here.county);
      const more = (name: string, labels: Record<string, string>) =>
        after.value(name, labels)! - before.value(name, labels)!;
      const outcomes = ['confirmed', 'waiting', 'repeated', 'refused'];
      expect(outcomes.map((outcome) => more('county_event_sign_ups_total', { outcome }))).toEqual([1, 1, 1, 1]);
      expect(['confirmed', 'waiting'].map((state) => more('county_event_people', { state }))).toEqual([1, 1]);
    } finally {
      await here.close();
    }
  });

  it('follows reminders on their way, and tells how long the oldest has been waiting', async () => {
    const at = await startWechatCounty({ environment: { ...environment, TICK_SECRET } });
    const tick = () => at.county.ask('POST', '/reminder-ticks', { body: { secret: TICK_SECRET } });
    try {
      for (const person of ['unit-lead', 'township-officer', 'department-officer', 'department-lead']) {
        await at.bind(person, `o-${person}`);
        await at.allow(person, `o-${person}`, 2);
      }
      await tick();
      at.county.clock.set('2026-12-17T01:05:00.000Z');
      at.wechat.treats('send', ['taken, then no answer'], 'o-township-officer');
      at.wechat.treats('send', [{ errcode: 43101 }], 'o-department-officer');
      at.wechat.treats('send', [{ errcode: -1 }], 'o-department-lead');
      const before = await Scrape.of(at.county);
      await tick();
      await tick();
      const after = await Scrape.of(at.county);
      const handed = (outcome: string) =>
        after.value('county_reminders_handed_over_total', { channel: 'wechat', outcome })!;
      expect(['sent', 'refused', 'later', 'uncertain'].map(handed)).toEqual([1, 1, 1, 1]);
      const undelivered = (state: string) =>
        after.value('county_reminders_undelivered', { state })! -
        before.value('county_reminders_undelivered', { state })!;
      expect([undelivered('failed'), undelivered('uncertain')]).toEqual([1, 1]);
      expect(after.value('county_reminders_owed', { stage: 'channel' })).toBe(1);
      expect(after.value('county_reminder_ticks_total', { outcome: 'done' })).toBe(3);

      at.county.clock.set('2026-12-17T01:45:00.000Z');
      const late = await Scrape.of(at.county);
      const oldest = (channel: string) => late.value('county_reminders_oldest_seconds', { channel })!;
      expect(Math.round(oldest('wechat') / 60)).toBe(40);
      expect([oldest('mail'), oldest('unchosen')]).toEqual([0, 0]);
      expect(Math.round(late.value('county_reminders_last_tick_age_seconds')! / 60)).toBe(40);

      // The administrator's page says in words what the numbers say.
      const token = await at.county.signIn('administrator');
      const { body } = await at.county.ask('GET', '/operation', { token });
      const operation = body as Operation;
      expect(operationConcerns(operation).map(({ what }) => what)).toEqual(
        expect.arrayContaining(['微信提醒已积压 40 分钟', '已有 40 分钟没有查看到期的提醒', '没有备份的记录']),
      );
      const wechat = operation.queues.find(({ queue }) => queue === 'wechat');
      expect(wechat).toMatchObject({ isOpen: true, oldestSeconds: expect.any(Number) });
      expect(operation.queues.find(({ queue }) => queue === 'mail')).toMatchObject({
        isOpen: false,
        oldestSeconds: null,
      });
      const kinds = operation.undelivered.map(({ state, count }) => `${state} ${count}`);
      expect(kinds).toEqual(expect.arrayContaining(['failed 1', 'uncertain 1']));
      expect(operation.undelivered.every(({ reason }) => reason.length > 3)).toBe(true);
    } finally {
      await at.close();
    }
  });
});
