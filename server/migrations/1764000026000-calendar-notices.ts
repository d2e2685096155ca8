import type { QueryRunner, MigrationInterface } from 'typeorm';
import { shanghaiDay } from '@county/shared/calendar/day';
import { workingCalendar, type CalendarDay, type WorkingCalendar } from '@county/shared/calendar/working-days';
import { thirtyDaysFrom } from '@county/shared/circulars/circular-rules';
import { answerByFor } from '@county/shared/task-questions/task-question-rules';
import {
  addColumn,
  changeNullability,
  createIndex,
  createTable,
  day,
  dropColumn,
  id,
  instant,
  integer,
  json,
  largeText,
  primary,
  text,
} from './columns.ts';

/** Whose notice a day is by, what was entered when, and the limits that move with it, which were reckoned at each look. */
export class CalendarNotices1764000026000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'calendar_day', 'noticeYear', integer);
    await addColumn(runner, 'task_question', 'answerBy', day);
    await addColumn(runner, 'circular_receipt', 'objectUntil', day);
    const calendar = await nameNotices(runner);
    await fill(runner, 'task_question', 'answerBy', 'askedAt', (at) => answerByFor(calendar, shanghaiDay(at)));
    await fill(runner, 'circular_receipt', 'objectUntil', 'receivedOn', (on) => thirtyDaysFrom(calendar, on).day);
    await changeNullability(runner, 'calendar_day', 'noticeYear', false);
    await changeNullability(runner, 'task_question', 'answerBy', false);
    await changeNullability(runner, 'circular_receipt', 'objectUntil', false);
    await createIndex(runner, 'calendar_day', { name: 'calendar_day_notice', columnNames: ['noticeYear', 'date'] });
    await createIndex(runner, 'circular_receipt', { name: 'circular_receipt_until', columnNames: ['objectUntil'] });
    await createTable(
      runner,
      'calendar_change',
      {
        id: primary(),
        year: integer,
        version: integer,
        source: text(200),
        days: json,
        moves: largeText,
        moveCount: integer,
        by: id,
        at: instant,
      },
      [{ name: 'calendar_change_year', columnNames: ['year', 'version'], isUnique: true }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('calendar_change');
    await runner.dropIndex('circular_receipt', 'circular_receipt_until');
    await runner.dropIndex('calendar_day', 'calendar_day_notice');
    await dropColumn(runner, 'circular_receipt', 'objectUntil');
    await dropColumn(runner, 'task_question', 'answerBy');
    await dropColumn(runner, 'calendar_day', 'noticeYear');
  }
}

/** A day's notice names its year in its title; without one it is the day's own. */
async function nameNotices(runner: QueryRunner): Promise<WorkingCalendar> {
  const days = (await runner.query('SELECT * FROM `calendar_day`')) as CalendarDay[];
  const named = days.map((one) => ({
    ...one,
    noticeYear: Number(/关于(\d{4})年/.exec(one.source)?.[1] ?? one.date.slice(0, 4)),
  }));
  for (const { date, noticeYear } of named)
    await runner.query('UPDATE `calendar_day` SET `noticeYear` = ? WHERE `date` = ?', [noticeYear, date]);
  return workingCalendar(named);
}

async function fill(
  runner: QueryRunner,
  table: string,
  column: string,
  from: string,
  reckon: (value: string) => string,
): Promise<void> {
  const rows = (await runner.query(`SELECT DISTINCT \`${from}\` AS given FROM \`${table}\``)) as { given: string }[];
  for (const { given } of rows)
    await runner.query(`UPDATE \`${table}\` SET \`${column}\` = ? WHERE \`${from}\` = ?`, [reckon(given), given]);
}
