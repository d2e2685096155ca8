import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { LATE_SECONDS, LEAST_FREE_SHARE } from '@county/shared/operation/operation-rules';
import { startCounty, type County } from '../support/county.ts';
import { METRICS_TOKEN, Scrape } from '../support/read-metrics.ts';

interface Alert {
  alert: string;
  expr: string;
  for: string;
  labels: { severity: string };
  annotations: { summary: string };
}

const root = path.resolve(import.meta.dirname, '../..');
const { groups } = parse(readFileSync(path.join(root, 'docs/alerts.yml'), 'utf8')) as { groups: { rules: Alert[] }[] };
const alerts = groups.flatMap(({ rules }) => rules);
const exprOf = (name: string) => alerts.find(({ alert }) => alert === name)!.expr;

/** The names and, in braces, the labels by which an expression chooses; functions and words of PromQL are neither. */
const chosenBy = (expr: string) =>
  [...expr.matchAll(/\b((?:county|process|nodejs)_\w+)(?:\{([^}]*)\})?/g)].map(([, name, labels]) => ({
    name: name!,
    labels: [...(labels ?? '').matchAll(/(\w+)(!?=)"([^"]*)"/g)].map(([, label, , value]) => [label!, value!] as const),
  }));

describe('docs/alerts.yml', () => {
  let county: County;
  let scrape: Scrape;
  beforeAll(async () => {
    county = await startCounty({ environment: { METRICS_TOKEN } });
    // Whatever is timed by its status is there once somebody has asked.
    await county.ask('GET', '/site');
    scrape = await Scrape.of(county);
  });
  afterAll(() => county.close());

  it('has rules that are whole, each of a name of its own', () => {
    expect(alerts.length).toBeGreaterThan(10);
    expect(new Set(alerts.map(({ alert }) => alert)).size).toBe(alerts.length);
    for (const { alert, expr, for: during, labels, annotations } of alerts) {
      expect([alert, expr.length > 0, /^\d+[md]$/.test(during)]).toEqual([alert, true, true]);
      expect(['page', 'ticket']).toContain(labels.severity);
      expect(annotations.summary).toMatch(/[一-鿿]{4}/);
    }
  });

  it.each(alerts.filter(({ alert }) => alert !== 'CountyDown').map(({ alert, expr }) => [alert, expr] as const))(
    '%s goes by what the server really tells',
    (_alert, expr) => {
      const chosen = chosenBy(expr);
      expect(chosen.length).toBeGreaterThan(0);
      for (const { name, labels } of chosen) {
        expect([name, scrape.series(name).length > 0]).toEqual([name, true]);
        for (const [label, value] of labels) {
          const values = scrape.series(name).flatMap(([own]) => own.split(','));
          const isThere = label === 'status' || values.includes(`${label}="${value}"`);
          expect([name, label, value, isThere]).toEqual([name, label, value, true]);
        }
      }
    },
  );

  it('draws the line where the administrators’ page draws it', () => {
    expect(exprOf('CountyRemindersLate')).toContain(`> ${LATE_SECONDS.reminders}`);
    expect(exprOf('CountyRemindersLate')).toContain(`> ${LATE_SECONDS.sms}`);
    expect(exprOf('CountyReminderTickLate')).toMatch(new RegExp(`> ${LATE_SECONDS.tick}$`));
    expect(exprOf('CountyAuditNotSealed')).toMatch(new RegExp(`> ${LATE_SECONDS.seal}$`));
    expect(exprOf('CountyBackUpOld')).toMatch(new RegExp(`> ${LATE_SECONDS.backUp}$`));
    expect(exprOf('CountyDiskLow')).toMatch(new RegExp(`< ${LEAST_FREE_SHARE}$`));
  });

  it('is explained in the README, every rule and none besides', () => {
    const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
    const explained = [...readme.matchAll(/^\| `(County\w+)`/gm)].map(([, name]) => name);
    expect(explained.toSorted()).toEqual(alerts.map(({ alert }) => alert).toSorted());
  });
});
