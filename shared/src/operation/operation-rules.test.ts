import { describe, expect, it } from '@jest/globals';
import type { Operation } from './operation.ts';
import { bytesInWords, durationInWords, operationConcerns } from './operation-rules.ts';

const GIGABYTE = 1024 ** 3;
const WELL: Operation = {
  at: '2026-11-25T01:00:00.000Z',
  version: '0.1.0',
  database: 'sqlite',
  startedAt: '2026-11-20T01:00:00.000Z',
  databaseQueued: 0,
  queues: [
    { queue: 'inbox', isOpen: true, oldestSeconds: null },
    { queue: 'wechat', isOpen: true, oldestSeconds: 1_800 },
    { queue: 'sms', isOpen: true, oldestSeconds: 13 * 3_600 },
  ],
  undelivered: [],
  lastTickAt: '2026-11-25T00:59:40.000Z',
  lastSealedAt: '2026-11-25T00:59:40.000Z',
  unsealedSeconds: 600,
  disk: { freeBytes: 5 * GIGABYTE, totalBytes: 50 * GIGABYTE },
  sessions: [],
  lastBackUpAt: '2026-11-23T01:00:00.000Z',
};
const said = (over: Partial<Operation>) => operationConcerns({ ...WELL, ...over }).map(({ what }) => what);
const waiting = (queue: Operation['queues'][number]['queue'], oldestSeconds: number) => ({
  queues: [{ queue, isOpen: true, oldestSeconds }],
});

describe('what needs doing about a server', () => {
  it('is nothing up to the limits', () => expect(operationConcerns(WELL)).toEqual([]));

  it.each<[Partial<Operation>, string]>([
    [waiting('wechat', 2_400), '微信提醒已积压 40 分钟'],
    [waiting('inbox', 1_801), '提醒已积压 30 分钟'],
    [waiting('sms', 14 * 3_600), '短信提醒已积压 14 小时'],
    [{ lastTickAt: '2026-11-25T00:40:00.000Z' }, '已有 20 分钟没有查看到期的提醒'],
    [{ lastTickAt: null }, '已有 5 天没有查看到期的提醒'],
    [{ unsealedSeconds: 660 }, '操作日志已有 11 分钟没有封记'],
    [{ disk: { freeBytes: 4.9 * GIGABYTE, totalBytes: 50 * GIGABYTE } }, '磁盘只剩 4.9 GB'],
    [{ lastBackUpAt: null }, '没有备份的记录'],
    [{ lastBackUpAt: '2026-11-22T01:00:00.000Z' }, '上次备份是 3 天前'],
  ])('%j: %s', (over, words) => expect(said(over)).toEqual([words]));

  it('waits for the first tick after a start', () => {
    expect(said({ startedAt: '2026-11-25T00:50:00.000Z', lastTickAt: null })).toEqual([]);
  });

  it('lets a server that stood still put itself right first', () => {
    const late = { ...waiting('mail', 90_000), unsealedSeconds: 90_000, lastTickAt: null };
    expect(said({ ...late, startedAt: '2026-11-25T00:58:30.000Z' })).toEqual([]);
    expect(said({ ...late, startedAt: '2026-11-25T00:57:30.000Z' })).toHaveLength(2);
  });

  it('names the disk first: when it is full nothing else can be mended', () => {
    const all = said({ ...waiting('mail', 9_000), lastBackUpAt: null, disk: { freeBytes: 1, totalBytes: 100 } });
    expect(all).toEqual(['磁盘只剩 0 MB', '邮件提醒已积压 3 小时', '没有备份的记录']);
  });
});

it('durations and sizes are as exact as matters', () => {
  expect([40, 90, 7_100, 7_300, 100_000, 260_000].map(durationInWords)).toEqual([
    '40 秒',
    '2 分钟',
    '118 分钟',
    '2 小时',
    '28 小时',
    '3 天',
  ]);
  expect([850 * 1024 ** 2, 12.5 * GIGABYTE, 480 * GIGABYTE].map(bytesInWords)).toEqual(['850 MB', '12.5 GB', '480 GB']);
});
