import { describe, expect, it } from '@jest/globals';
import { workingCalendar } from '../../calendar/working-days.ts';
import {
  announcement,
  datedSteps,
  movedSteps,
  remindersDue,
  stepAsHistory,
  stepByName,
  stepInWords,
  stepOfKey,
  dueSteps,
  stepsDue,
  stepsToCome,
} from './due-steps.ts';
import { ReminderSettings, USUAL_SETTINGS } from './reminder-settings.ts';

/** The holidays around the turn of 2026, as noticed: New Year's Day to 3 January, 4 January (a Sunday) worked. */
const calendar = workingCalendar([
  { date: '2025-10-01', kind: 'holiday' },
  { date: '2025-10-02', kind: 'holiday' },
  { date: '2025-10-03', kind: 'holiday' },
  { date: '2025-10-06', kind: 'holiday' },
  { date: '2025-10-07', kind: 'holiday' },
  { date: '2025-10-08', kind: 'holiday' },
  { date: '2025-09-28', kind: 'workday' },
  { date: '2025-10-11', kind: 'workday' },
  { date: '2026-01-01', kind: 'holiday' },
  { date: '2026-01-02', kind: 'holiday' },
  { date: '2026-01-04', kind: 'workday' },
]);

const line = { dueOn: '2025-12-31', status: 'in-progress', assignedOn: '2025-03-01' } as const;
const on = (today: string, since = '2025-01-01') => remindersDue(line, calendar, USUAL_SETTINGS, { since, today })?.key;

describe('the steps of a due day', () => {
  it('come 30, 10 and 3 working days before, on the day, and 1, 7 and 15 after', () =>
    expect(datedSteps(calendar, USUAL_SETTINGS, '2025-12-31').map(({ key, day }) => `${key} ${day}`)).toEqual([
      'before-30 2025-11-19',
      'before-10 2025-12-17',
      'before-3 2025-12-26',
      'on-day 2025-12-31',
      'late-unit-1 2026-01-04',
      'late-leads-7 2026-01-12',
      'late-circular-15 2026-01-22',
    ]));

  it('move with a holiday announced late, those still to come alone', () => {
    const later = workingCalendar([
      { date: '2025-12-29', kind: 'holiday' },
      { date: '2026-01-01', kind: 'holiday' },
      { date: '2026-01-02', kind: 'holiday' },
      { date: '2026-01-04', kind: 'workday' },
    ]);
    const moved = (today: string) =>
      movedSteps(calendar, later, USUAL_SETTINGS, { dueOn: '2025-12-31', today }).map(
        (step) => `${stepByName(step)} ${step.from} ${step.to}`,
      );
    expect(moved('2025-12-01')).toEqual([
      '到期前 10 个工作日的提醒 2025-12-17 2025-12-16',
      '到期前 3 个工作日的提醒 2025-12-26 2025-12-25',
    ]);
    expect(moved('2025-12-17')).toEqual(['到期前 3 个工作日的提醒 2025-12-26 2025-12-25']);
    expect(moved('2025-12-26')).toEqual([]);
    expect(movedSteps(calendar, calendar, USUAL_SETTINGS, { dueOn: '2025-12-31', today: '2025-01-01' })).toEqual([]);
    expect(
      movedSteps(calendar, later, { ...USUAL_SETTINGS, isOn: false }, { dueOn: '2025-12-31', today: '2025-01-01' }),
    ).toEqual([]);
  });

  it('go out on the last working day before, where the due day is one of rest', () =>
    expect(datedSteps(calendar, USUAL_SETTINGS, '2025-10-08').map(({ day }) => day)).toEqual([
      '2025-08-21',
      '2025-09-18',
      '2025-09-28',
      '2025-09-30',
      '2025-10-09',
      '2025-10-16',
      '2025-10-28',
    ]));

  it('keep out of quiet days: earlier before the day, later after it', () => {
    const quiet = [{ from: '2025-12-29', until: '2026-01-05', why: '迎检' }];
    const days = datedSteps(calendar, { ...USUAL_SETTINGS, quiet }, '2025-12-31');
    expect(days.map(({ key, day }) => `${key} ${day}`).slice(2, 5)).toEqual([
      'before-3 2025-12-26',
      'on-day 2025-12-26',
      'late-unit-1 2026-01-06',
    ]);
  });

  it('say when they rest on a year whose notice is missing', () => {
    const steps = datedSteps(calendar, USUAL_SETTINGS, '2026-12-31');
    expect(steps.map(({ key, provisional }) => [key, provisional])).toEqual([
      ['before-30', false],
      ['before-10', false],
      ['before-3', false],
      ['on-day', false],
      ['late-unit-1', true],
      ['late-leads-7', true],
      ['late-circular-15', true],
    ]);
  });

  it('are found again by their keys', () => {
    for (const one of dueSteps(USUAL_SETTINGS)) expect(stepOfKey(one.key)).toEqual(one);
    expect(stepOfKey('sometime')).toBeUndefined();
  });

  it('are none where reminding is off', () => {
    expect(dueSteps({ ...USUAL_SETTINGS, isOn: false })).toEqual([]);
    expect(
      stepsDue(calendar, { ...USUAL_SETTINGS, isOn: false }, { since: '2025-01-01', today: '2025-12-17' }),
    ).toEqual(new Map());
  });
});

describe('what a line is reminded of on a day', () => {
  it.each([
    ['2025-11-18', undefined],
    ['2025-11-19', 'before-30'],
    ['2025-12-31', 'on-day'],
    ['2026-01-04', 'late-unit-1'],
    ['2026-03-02', 'late-circular-15'],
  ])('%s: %s', (today, key) => expect(on(today)).toBe(key));

  it.each([
    ['a Saturday', '2025-12-20'],
    ['New Year', '2026-01-02'],
  ])('is nothing on %s', (_name, today) => expect(on(today)).toBeUndefined());

  it('is the latest step only, where several were missed', () =>
    expect(on('2025-12-30', '2025-11-01')).toBe('before-3'));

  it('is nothing for steps from before the window', () => expect(on('2025-12-30', '2025-12-26')).toBeUndefined());

  it.each(['completed', 'closed', 'withdrawn'] as const)('is nothing once it is %s', (status) =>
    expect(
      remindersDue({ ...line, status }, calendar, USUAL_SETTINGS, { since: '2025-01-01', today: '2025-12-17' }),
    ).toBeUndefined(),
  );

  it('is owed again once it was returned', () =>
    expect(
      remindersDue({ ...line, status: 'returned' }, calendar, USUAL_SETTINGS, {
        since: '2025-12-16',
        today: '2025-12-17',
      })?.key,
    ).toBe('before-10'));

  it('is nothing for a step from before the line was given out, or of that very day', () => {
    const window = { since: '2025-01-01', today: '2025-12-19' };
    expect(remindersDue({ ...line, assignedOn: '2025-12-17' }, calendar, USUAL_SETTINGS, window)).toBeUndefined();
    expect(remindersDue({ ...line, assignedOn: '2025-12-16' }, calendar, USUAL_SETTINGS, window)?.key).toBe(
      'before-10',
    );
  });

  it('is the same whether lines or due days are asked', () => {
    const window = { since: '2025-12-10', today: '2025-12-17' };
    const byDay = stepsDue(calendar, USUAL_SETTINGS, window);
    for (const [dueOn, dated] of byDay)
      expect(remindersDue({ ...line, dueOn }, calendar, USUAL_SETTINGS, window)).toEqual(dated);
    expect(byDay.get('2025-12-31')?.key).toBe('before-10');
    expect(byDay.has('2026-01-20')).toBe(false);
  });
});

describe('the words', () => {
  const dated = (key: string) => datedSteps(calendar, USUAL_SETTINGS, '2025-12-31').find((step) => step.key === key)!;

  it.each([
    ['2025-12-17', 'before-10', '还有 10 个工作日到期（12月31日 周三）'],
    ['2025-12-18', 'before-10', '还有 9 个工作日到期（12月31日 周三）'],
    ['2025-12-31', 'on-day', '今天到期（12月31日 周三）'],
    ['2026-01-04', 'late-unit-1', '2025年12月31日 周三到期，已逾期 1 个工作日'],
    ['2026-01-22', 'late-circular-15', '2025年12月31日 周三到期，已逾期 15 个工作日，可能列入通报'],
  ])('say on %s how many days are left or gone', (today, key, words) =>
    expect(stepInWords(calendar, '2025-12-31', dated(key), today)).toBe(words),
  );

  it.each([
    ['a Saturday', '2025-12-20', '2025-12-19', '到期日是休息日（12月20日 周六），请在今天办好'],
    ['a Sunday', '2025-12-21', '2025-12-19', '到期日是休息日（12月21日 周日），请在今天办好'],
    ['in the holidays', '2025-10-08', '2025-09-30', '到期日是休息日（10月8日 周三），请在今天办好'],
    ['a Sunday that is worked', '2026-01-04', '2026-01-04', '今天到期（1月4日 周日）'],
    ['a Saturday, three days before', '2025-12-20', '2025-12-17', '还有 2 个工作日到期（12月20日 周六）'],
  ])('say the due day plainly where it is %s', (_name, dueOn, today, words) =>
    expect(stepInWords(calendar, dueOn, { kind: 'on-day', provisional: false }, today)).toBe(words),
  );

  it('announce what will happen if nothing is done', () => {
    const today = '2026-01-05';
    const words = stepsToCome(line, calendar, USUAL_SETTINGS, today).map((one) => announcement(calendar, one, today));
    expect(words).toEqual([
      '再过 5 个工作日（1月12日 周一）将提醒责任单位、上级单位负责人和督查员',
      '再过 13 个工作日（1月22日 周四）将提示督查员可以列入通报',
    ]);
    expect(stepsToCome({ ...line, status: 'completed' }, calendar, USUAL_SETTINGS, today)).toEqual([]);
    expect(stepsToCome(line, calendar, { ...USUAL_SETTINGS, isOn: false }, today)).toEqual([]);
    expect(stepsToCome({ ...line, dueOn: null }, calendar, USUAL_SETTINGS, today)).toEqual([]);
    expect(stepsToCome({ ...line, assignedOn: '2026-01-12' }, calendar, USUAL_SETTINGS, today)).toHaveLength(1);
    expect(stepsToCome(line, calendar, USUAL_SETTINGS, '2026-01-22')).toEqual([]);
  });

  it('stand in the history', () => {
    expect(dueSteps(USUAL_SETTINGS).map(stepAsHistory)).toEqual([
      '到期前 30 个工作日，提醒责任单位',
      '到期前 10 个工作日，提醒责任单位',
      '到期前 3 个工作日，提醒责任单位',
      '到期当天，提醒责任单位',
      '逾期 1 个工作日，提醒责任单位',
      '逾期 7 个工作日，提醒责任单位、上级单位负责人和督查员',
      '逾期 15 个工作日，提醒责任单位，并提示督查员可以列入通报',
    ]);
  });
});

describe('settings', () => {
  const issues = (changes: object) => {
    const { error } = ReminderSettings.safeParse({ ...USUAL_SETTINGS, ...changes });
    return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
  };

  it.each([
    [{ before: [10, 10] }, 'before: 提前的天数有重复的，请去掉一个'],
    [{ lateLeads: 1 }, 'lateLeads: 逾期后的提醒要一步比一步晚，例如 1、7、15'],
    [{ quiet: [{ from: '2026-02-02', until: '2026-02-01', why: '开会' }] }, 'quiet.0.until: 最后一天不能早于第一天'],
    [
      { quiet: [{ from: '2026-02-02', until: '2026-06-01', why: '开会' }] },
      'quiet.0.until: 一次最多停两个月，再长请直接关闭提醒',
    ],
  ])('refuse %j', (changes, words) => expect(issues(changes)).toEqual([words]));

  it('may leave out any step', () =>
    expect(issues({ before: [], onDay: false, lateUnit: null, lateLeads: null })).toEqual([]));
});
