import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { announce, useAnnounced } from './announce.ts';

describe('what is said of things that happen by themselves', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());
  const said = () => {
    const all: string[] = [];
    const stop = useAnnounced.subscribe(({ words }) => void (words && all.push(words)));
    return { all, stop };
  };

  it('is all of it when several are done one upon the other, each heard to its end', () => {
    const { all, stop } = said();
    announce('已送出：投诉');
    jest.advanceTimersByTime(20);
    announce('已送出：纠错');
    announce('已送出：填报');
    jest.runAllTimers();
    expect(all).toEqual(['已送出：投诉；已送出：纠错；已送出：填报']);
    stop();
  });

  it('is news again when the same happens once more', () => {
    const { all, stop } = said();
    announce('叫到您了');
    jest.runAllTimers();
    announce('叫到您了');
    jest.runAllTimers();
    expect(all).toEqual(['叫到您了', '叫到您了']);
    stop();
  });
});
