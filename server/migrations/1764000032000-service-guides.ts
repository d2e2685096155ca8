import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, day, flag, id, instant, integer, json, largeText, nullable, primary, text } from './columns.ts';

const writing = {
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
};

const version = {
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
};

/** 办事指南、一本通: what is being written, and every version that was public. */
export class ServiceGuides1764000032000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const guide = { ...writing, reviewOn: day, publicReviewOn: nullable(day), askedReviewOn: nullable(day) };
    await createTable(runner, 'service_guide', guide, [
      { name: 'service_guide_saved', columnNames: ['savedAt', 'id'] },
      { name: 'service_guide_unit', columnNames: ['unitId', 'savedAt', 'id'] },
      { name: 'service_guide_review', columnNames: ['publicReviewOn'] },
    ]);
    const facts = {
      title: text(80),
      plainTitle: text(40),
      everydayWords: json,
      kind: text(20),
      audience: text(20),
      promisedDays: integer,
      isCharged: flag,
      isOnline: flag,
    };
    await createTable(runner, 'service_guide_version', { ...version, ...facts }, [
      { name: 'service_guide_version_of', columnNames: ['writingId', 'version'], isUnique: true },
    ]);
    await createTable(runner, 'handbook', writing, [{ name: 'handbook_saved', columnNames: ['savedAt', 'id'] }]);
    await createTable(runner, 'handbook_version', version, [
      { name: 'handbook_version_of', columnNames: ['writingId', 'version'], isUnique: true },
    ]);
    await createTable(runner, 'guide_stamp', { id: primary(), stamp: integer });
    await runner.query("INSERT INTO `guide_stamp` (`id`, `stamp`) VALUES ('guides', 0)");
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['guide_stamp', 'handbook_version', 'handbook', 'service_guide_version', 'service_guide'])
      await runner.dropTable(name);
  }
}
