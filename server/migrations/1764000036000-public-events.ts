import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, day, flag, id, instant, integer, json, largeText, nullable, primary, text } from './columns.ts';

/** 政务开放日 and meetings: notices, places, those who come; what came of them, and what a year has of them. */
export class PublicEvents1764000036000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await notices(runner);
    await signUps(runner);
    await recordsAndPlans(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'event_plan_item',
      'event_question',
      'event_record_version',
      'event_record',
      'event_attendee',
      'event_sign_up',
      'event_pool',
      'public_event_version',
      'public_event',
    ])
      await runner.dropTable(table);
  }
}

async function notices(runner: QueryRunner): Promise<void> {
  await createTable(
    runner,
    'public_event',
    {
      id: primary(),
      unitId: id,
      state: text(20),
      revision: integer,
      content: largeText,
      addedAs: text(64),
      lastChangeId: id,
      authorIds: json,
      writtenBy: id,
      writtenByName: text(60),
      writtenAt: instant,
      savedBy: id,
      savedByName: text(60),
      savedAt: instant,
      declineReason: nullable(text(500)),
      publishedVersion: nullable(integer),
      publishedAt: nullable(instant),
      withdrawnReason: nullable(text(200)),
      withdrawnAt: nullable(instant),
      planItemId: nullable(id),
      kind: nullable(text(20)),
      subject: nullable(text(30)),
      firstDay: nullable(day),
      lastDay: nullable(day),
      startsAt: nullable(instant),
      endsAt: nullable(instant),
      draw: nullable(json),
      papersSentOn: nullable(day),
      participantsPublishedAt: nullable(instant),
      requests: json,
    },
    [
      { name: 'public_event_saved', columnNames: ['savedAt', 'id'] },
      { name: 'public_event_unit', columnNames: ['unitId', 'savedAt', 'id'] },
      { name: 'public_event_start', columnNames: ['startsAt', 'id'] },
      { name: 'public_event_end', columnNames: ['endsAt', 'id'] },
      { name: 'public_event_plan', columnNames: ['planItemId'] },
    ],
  );
  await createTable(
    runner,
    'public_event_version',
    {
      id: primary(),
      writingId: id,
      version: integer,
      unitId: id,
      content: largeText,
      changed: json,
      initials: text(80),
      publishedAt: instant,
      writtenByName: text(60),
      reviewedBy: id,
      reviewedByName: text(60),
      secrecyCheck: text(300),
      personalDataCheck: text(300),
      personalDataScan: text(300),
      afterWithdrawalAt: nullable(instant),
      afterWithdrawalReason: nullable(text(200)),
    },
    [{ name: 'public_event_version_of', columnNames: ['writingId', 'version'], isUnique: true }],
  );
  await createTable(runner, 'event_pool', {
    eventId: primary(),
    sessionKey: primary(),
    groupKey: primary(),
    seats: integer,
    taken: integer,
    waiting: integer,
    entered: integer,
    issued: integer,
  });
}

async function signUps(runner: QueryRunner): Promise<void> {
  await createTable(
    runner,
    'event_sign_up',
    {
      id: primary(),
      eventId: id,
      sessionKey: id,
      groupKey: id,
      via: text(10),
      code: nullable(text(6)),
      addedAs: nullable(text(64)),
      personId: nullable(id),
      contactName: nullable(text(200)),
      phone: nullable(text(200)),
      phoneHash: nullable(text(64)),
      agreesToNames: flag,
      madeBy: nullable(id),
      feedback: nullable(json),
      toBeRungAbout: nullable(text(200)),
      steps: json,
      requests: json,
      isErased: flag,
      madeAt: instant,
    },
    [
      { name: 'event_sign_up_event', columnNames: ['eventId', 'id'] },
      { name: 'event_sign_up_phone', columnNames: ['phoneHash', 'eventId'] },
      { name: 'event_sign_up_person', columnNames: ['personId', 'id'] },
      { name: 'event_sign_up_code', columnNames: ['code'], isUnique: true },
    ],
  );
  await createTable(
    runner,
    'event_attendee',
    {
      id: primary(),
      signUpId: id,
      eventId: id,
      sessionKey: id,
      groupKey: id,
      number: integer,
      place: integer,
      state: text(10),
      name: nullable(text(200)),
      answers: nullable(text(8000)),
      speakingPlace: nullable(integer),
      arrivedAt: nullable(instant),
    },
    [
      { name: 'event_attendee_sign_up', columnNames: ['signUpId', 'number'] },
      { name: 'event_attendee_place', columnNames: ['eventId', 'sessionKey', 'groupKey', 'state', 'place'] },
    ],
  );
}

async function recordsAndPlans(runner: QueryRunner): Promise<void> {
  await createTable(
    runner,
    'event_record',
    {
      id: primary(),
      unitId: id,
      state: text(20),
      revision: integer,
      content: largeText,
      addedAs: text(64),
      lastChangeId: id,
      authorIds: json,
      writtenBy: id,
      writtenByName: text(60),
      writtenAt: instant,
      savedBy: id,
      savedByName: text(60),
      savedAt: instant,
      declineReason: nullable(text(500)),
      publishedVersion: nullable(integer),
      publishedAt: nullable(instant),
      withdrawnReason: nullable(text(200)),
      withdrawnAt: nullable(instant),
      taskLines: json,
    },
    [{ name: 'event_record_unit', columnNames: ['unitId', 'state'] }],
  );
  await createTable(
    runner,
    'event_record_version',
    {
      id: primary(),
      writingId: id,
      version: integer,
      unitId: id,
      content: largeText,
      changed: json,
      initials: text(80),
      publishedAt: instant,
      writtenByName: text(60),
      reviewedBy: id,
      reviewedByName: text(60),
      secrecyCheck: text(300),
      personalDataCheck: text(300),
      personalDataScan: text(300),
      afterWithdrawalAt: nullable(instant),
      afterWithdrawalReason: nullable(text(200)),
    },
    [{ name: 'event_record_version_of', columnNames: ['writingId', 'version'], isUnique: true }],
  );
  await createTable(
    runner,
    'event_question',
    {
      id: primary(),
      eventId: id,
      unitId: id,
      words: text(300),
      askedAt: instant,
      notedBy: id,
      answer: nullable(text(1000)),
      answerRevision: integer,
      state: text(10),
      writtenBy: nullable(id),
      writtenByName: nullable(text(60)),
      writtenAt: nullable(instant),
      reviewedBy: nullable(id),
      reviewedByName: nullable(text(60)),
      reviewedAt: nullable(instant),
      secrecyCheck: nullable(text(300)),
      personalDataCheck: nullable(text(300)),
      declineReason: nullable(text(500)),
      publishedAnswer: nullable(text(1000)),
      publishedAt: nullable(instant),
    },
    [
      { name: 'event_question_event', columnNames: ['eventId', 'id'] },
      { name: 'event_question_unit', columnNames: ['unitId', 'state', 'id'] },
    ],
  );
  await createTable(
    runner,
    'event_plan_item',
    {
      id: primary(),
      unitId: id,
      year: integer,
      month: integer,
      kind: text(20),
      theme: text(60),
      version: integer,
      addedBy: id,
      lastChangeId: id,
    },
    [{ name: 'event_plan_item_year', columnNames: ['year', 'unitId', 'month', 'id'] }],
  );
}
