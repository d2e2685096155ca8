import { expect } from '@jest/globals';
import type { County } from './county.ts';

export const METRICS_TOKEN = 'a-token-of-the-watcher-in-tests';

/** What Prometheus would have read of a county at one instant. */
export class Scrape {
  private constructor(readonly text: string) {}

  static async of(county: Pick<County, 'url'>): Promise<Scrape> {
    const reply = await askMetrics(county.url, METRICS_TOKEN);
    expect(reply.status).toBe(200);
    return new Scrape(await reply.text());
  }

  /** The names of all that is measured. */
  get names(): string[] {
    return [...this.text.matchAll(/^# TYPE (\S+) /gm)].map(([, name]) => name!);
  }

  /** The value of one series; undefined where there is none. */
  value(name: string, labels: Record<string, string> = {}): number | undefined {
    const wanted = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
    const found = this.series(name).find(([own]) => wanted.every((one) => own.split(',').includes(one)));
    return found?.[1];
  }

  /** Every series of a name: its labels as they are written, and its value. */
  series(name: string): [labels: string, value: number][] {
    const line = new RegExp(`^${name}(?:\\{(.*)\\})? (\\S+)$`, 'gm');
    return [...this.text.matchAll(line)].map(([, labels, value]) => [labels ?? '', Number(value)]);
  }
}

export const askMetrics = (url: string, token?: string): Promise<Response> =>
  fetch(`${url}/metrics`, { headers: token ? { authorization: `Bearer ${token}` } : {} });
