import { describe, expect, it } from '@jest/globals';
import { Meter } from './meter.ts';
import { networkOf } from './network-of.ts';

const AT = Date.parse('2026-11-25T01:00:10.000Z');

describe('what may be asked for in a minute', () => {
  it('is counted for each by itself, and tells how long to wait', () => {
    const meter = new Meter();
    expect([4, 4, 2].map((units) => meter.take('one', units, 10, AT))).toEqual([0, 0, 0]);
    expect(meter.take('one', 1, 10, AT)).toBe(50);
    expect(meter.take('other', 10, 10, AT)).toBe(0);
  });

  it('begins anew with the next minute', () => {
    const meter = new Meter();
    meter.take('one', 10, 10, AT);
    expect(meter.take('one', 1, 10, AT + 49_999)).toBe(1);
    expect(meter.take('one', 1, 10, AT + 50_000)).toBe(0);
  });

  it('counts nothing that was refused: whoever keeps knocking is let in no later', () => {
    const meter = new Meter();
    meter.take('one', 9, 10, AT);
    for (let knock = 0; knock < 50; knock += 1) expect(meter.take('one', 4, 10, AT)).toBe(50);
    expect(meter.take('one', 1, 10, AT)).toBe(0);
  });

  it('tells the others of the busy ones only, and each unit once', () => {
    const meter = new Meter();
    const minute = meter.minuteOf(AT);
    meter.take('busy', 6, 100, AT);
    meter.take('quiet', 2, 100, AT);
    const told = meter.untold(5, AT);
    expect(told).toEqual([{ subject: 'busy', units: 6 }]);
    meter.heard(told[0]!, 6, minute);
    expect(meter.untold(5, AT)).toEqual([]);
    meter.take('busy', 3, 100, AT);
    expect(meter.untold(5, AT)).toEqual([{ subject: 'busy', units: 3 }]);
  });

  it('counts what was taken elsewhere too, and not that of a minute that is over', () => {
    const meter = new Meter();
    const minute = meter.minuteOf(AT);
    meter.take('one', 3, 10, AT);
    meter.heard({ subject: 'one', units: 3 }, 9, minute);
    expect([meter.take('one', 2, 10, AT), meter.take('one', 1, 10, AT)]).toEqual([50, 0]);
    meter.take('one', 1, 10, AT + 60_000);
    meter.heard({ subject: 'one', units: 1 }, 10, minute);
    expect(meter.take('one', 9, 10, AT + 60_000)).toBe(0);
  });
});

describe('who stands behind an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0db8:0001:0002:0:0:0:1', '2001:db8:1:2::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::', '0:0:0:0::/64'],
    ['', ''],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
