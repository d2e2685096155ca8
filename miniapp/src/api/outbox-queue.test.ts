import { describe, expect, it } from '@jest/globals';
import type { Failure } from './failure';
import {
  afterFailure,
  afterLostPhoto,
  afterPhoto,
  afterPhotoFailure,
  afterRestart,
  afterWords,
  goesOn,
  maySend,
  nextPhoto,
  outboxSentence,
  outworn,
  sendable,
  tryAgain,
  whileSending,
  whyHeld,
  withItem,
  type OutboxItem,
} from './outbox-queue';

const AT = '2026-06-01T02:00:00.000Z';
const WANG = { personId: 'wang', unitId: 'liushu' };

const refusedBy: Failure = {
  kind: 'refused',
  status: 403,
  problem: { code: 'not-allowed', message: '这项任务由县医保局负责', reference: 'R1' },
};

function report(id: string, change: Partial<OutboxItem> = {}): OutboxItem {
  return {
    id,
    kind: 'progress-report',
    title: '第 12 项的进展',
    createdAt: `2026-06-01T01:00:0${id}.000Z`,
    personId: 'wang',
    unitId: 'liushu',
    unitName: '柳树村',
    request: { method: 'POST', path: '/assignments/a/reports', body: { id } },
    wordsSent: false,
    photos: [],
    state: 'waiting',
    reason: null,
    lastTriedAt: null,
    sentAt: null,
    ...change,
  };
}

const photo = (id: string) => ({ id, name: `${id}.jpg`, state: 'waiting' as const, reason: null });

describe('the outbox of a phone with weak signal', () => {
  it('keeps one item per id: writing again replaces what was not sent', () => {
    const queue = withItem([report('1'), report('2')], report('1', { title: '改过的进展' }));
    expect(queue.map(({ id, title }) => [id, title])).toEqual([
      ['2', '第 12 项的进展'],
      ['1', '改过的进展'],
    ]);
  });

  it('after a restart tries again what was being sent, oldest first', () => {
    const queue = afterRestart([report('3', { state: 'sending' }), report('1'), report('2', { state: 'failed' })]);
    expect(queue.map(({ id, state }) => `${id} ${state}`)).toEqual(['1 waiting', '2 failed', '3 waiting']);
  });

  it('sends words first, then photos one by one, and is sent only after the last', () => {
    let item = whileSending(report('1', { photos: [photo('a'), photo('b')] }), AT);
    expect(nextPhoto(item)).toBeUndefined();
    item = afterWords(item, AT);
    expect([item.state, nextPhoto(item)?.id]).toEqual(['sending', 'a']);
    item = afterPhoto(item, 'a', AT);
    expect([item.state, nextPhoto(item)?.id]).toEqual(['sending', 'b']);
    item = afterPhoto(item, 'b', AT);
    expect([item.state, item.sentAt]).toEqual(['sent', AT]);
  });

  it('does not send the words twice when only a photo is missing', () => {
    const item = afterPhotoFailure(afterWords(report('1', { photos: [photo('a')] }), AT), 'a', { kind: 'offline' }, AT);
    expect([item.state, item.wordsSent, nextPhoto(item)?.id]).toEqual(['waiting', true, 'a']);
  });

  it('keeps a refusal with its words, and does not try it by itself', () => {
    const item = afterFailure(report('1'), refusedBy);
    expect([item.state, item.reason]).toEqual(['failed', '这项任务由县医保局负责']);
    expect(sendable([item], WANG)).toEqual([]);
    expect(sendable([tryAgain(item)], WANG)).toHaveLength(1);
  });

  it.each<Failure>([
    { kind: 'offline' },
    { kind: 'timed-out' },
    { kind: 'signed-out' },
    { kind: 'outdated' },
    { kind: 'broken', reference: null },
  ])('goes on waiting after $kind', (failure) => {
    const item = afterFailure(whileSending(report('1'), AT), failure);
    expect(item.state).toBe('waiting');
    expect(item.reason).toBeTruthy();
    expect(sendable([item], WANG)).toHaveLength(1);
  });

  it('goes before what was written after it, though it was tried in vain meanwhile', () => {
    const [first, second] = [report('1'), { ...report('2'), createdAt: '2026-06-01T03:00:00.000Z' }];
    const tried = withItem([first, second], afterFailure(whileSending(first, AT), { kind: 'offline' }));
    expect(sendable(tried, WANG).map(({ id }) => id)).toEqual(['1', '2']);
  });

  it('a refused or lost photo is told, and keeps neither words nor other photos from arriving', () => {
    const words = afterWords(report('1', { photos: [photo('a'), photo('b'), photo('c')] }), AT);
    const item = afterPhoto(afterLostPhoto(afterPhotoFailure(words, 'a', refusedBy, AT), 'b', AT), 'c', AT);
    expect(item.state).toBe('failed');
    expect(item.reason).toContain('2 张照片没有送达');
    expect(item.wordsSent).toBe(true);
  });

  it('is sent only while its writer acts for the same unit', () => {
    const item = report('1');
    expect(maySend(item, WANG)).toBe(true);
    expect(whyHeld(item, undefined)).toBe('等您重新登录后自动发送');
    expect(whyHeld(item, { personId: 'wang', unitId: 'hedong' })).toContain('柳树村');
    expect(whyHeld(item, { personId: 'chen', unitId: 'liushu' })).toContain('另一位');
    expect(sendable([item], { personId: 'chen', unitId: 'liushu' })).toEqual([]);
    expect(maySend(report('1', { personId: null }), undefined)).toBe(true);
  });

  it('never says all is sent while one is not', () => {
    const sent = report('1', { state: 'sent', sentAt: AT });
    expect(outboxSentence([sent])).toBe('全部已发送');
    for (const state of ['waiting', 'sending', 'failed'] as const) {
      expect(outboxSentence([sent, report('2', { state })])).not.toContain('全部已发送');
    }
    expect(outboxSentence([report('1'), report('2', { state: 'failed' })])).toBe('1 条等待发送，1 条需要您处理');
  });

  it('forgets what was refused a month ago, and says the day before', () => {
    const old = report('1', { state: 'failed', lastTriedAt: AT });
    expect(goesOn(old)).toBe('2026-07-01');
    const queue = [old, report('2', { lastTriedAt: AT }), report('3', { state: 'failed', lastTriedAt: null })];
    expect(outworn(queue, '2026-07-01')).toEqual([]);
    expect(outworn(queue, '2026-07-02').map(({ id }) => id)).toEqual(['1', '3']);
  });

  it('forgets sent items only beyond the last twenty', () => {
    const sent = Array.from({ length: 25 }, (_, index) =>
      report(String(index), { state: 'sent', sentAt: `2026-06-01T02:00:${String(index).padStart(2, '0')}.000Z` }),
    );
    expect(outworn([...sent, report('w')], '2026-06-01').map(({ id }) => id)).toEqual(['4', '3', '2', '1', '0']);
  });
});
