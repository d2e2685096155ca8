import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startCounty, type County } from '../../../test/support/county.ts';
import { ChannelPaceService, type Admission } from './channel-pace.service.ts';

describe('ten messages a minute', () => {
  let county: County;
  /** Two processes: they know of each other through the database alone. */
  let processes: ChannelPaceService[];

  beforeAll(async () => {
    county = await startCounty();
    processes = [0, 1].map(() => new ChannelPaceService(county.database, county.clock));
  });
  afterAll(() => county?.close());

  const admit = (process = 0): Promise<Admission> =>
    county.database.work((db) => processes[process]!.admit(db, 'wechat', 10));
  const many = (count: number) => Promise.all(Array.from({ length: count }, (_, turn) => admit(turn % 2)));
  const at = (time: string) => county.clock.set(`2026-11-25T${time}.000Z`);

  it('are counted over all processes; the others come back in as many minutes as they fill', async () => {
    at('01:00:20');
    const admissions = await many(36);
    expect(admissions.filter(({ kind }) => kind === 'admitted')).toHaveLength(10);
    const minutes = admissions.flatMap((one) => (one.kind === 'full' ? [Math.ceil((one.afterSeconds - 40) / 60)] : []));
    expect([0, 1, 2].map((minute) => minutes.filter((one) => one === minute).length)).toEqual([10, 10, 6]);
  });

  it('are counted anew each minute', async () => {
    at('01:01:00');
    expect((await many(11)).filter(({ kind }) => kind === 'admitted')).toHaveLength(10);
    at('02:01:00');
    expect(await admit()).toEqual({ kind: 'admitted' });
  });

  it('stop for every process until an instant', async () => {
    at('03:00:00');
    await county.database.work((db) => processes[0]!.stop(db, 'wechat', '2026-11-25T16:00:00.000Z'));
    expect([await admit(0), await admit(1)]).toEqual([{ kind: 'resting' }, { kind: 'resting' }]);
    at('16:00:00');
    expect(await admit(1)).toEqual({ kind: 'admitted' });
  });
});
