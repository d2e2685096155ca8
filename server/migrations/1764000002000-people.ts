import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, day, id, instant, largeText, nullable, primary, text } from './columns.ts';

/** People, their memberships, sessions and invitations. */
export class People1764000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createPeople(runner);
    await createSignIn(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['roster_preview', 'sign_in_failure', 'invitation', 'session', 'membership', 'person'])
      await runner.dropTable(name);
  }
}

async function createPeople(runner: QueryRunner): Promise<void> {
  await createTable(
    runner,
    'person',
    {
      id: primary(),
      name: text(30),
      phoneCipher: nullable(text(200)),
      phoneHash: nullable(text(64)),
      phoneEnding: nullable(text(4)),
      passwordHash: nullable(text(200)),
      wechatOpenid: nullable(text(64)),
      demoKey: nullable(text(40)),
      createdAt: instant,
    },
    [
      { name: 'person_phone', columnNames: ['phoneHash'], isUnique: true },
      { name: 'person_wechat', columnNames: ['wechatOpenid'], isUnique: true },
    ],
  );
  await createTable(
    runner,
    'membership',
    { id: primary(), personId: id, unitId: id, role: text(20), from: day, until: nullable(day) },
    [
      { name: 'membership_person', columnNames: ['personId'] },
      { name: 'membership_unit', columnNames: ['unitId'] },
    ],
  );
}

async function createSignIn(runner: QueryRunner): Promise<void> {
  await createTable(
    runner,
    'session',
    {
      id: primary(),
      tokenHash: text(64),
      personId: id,
      membershipId: nullable(id),
      kind: text(10),
      createdAt: instant,
      lastSeenAt: instant,
      expiresAt: instant,
    },
    [
      { name: 'session_token', columnNames: ['tokenHash'], isUnique: true },
      { name: 'session_person', columnNames: ['personId'] },
    ],
  );
  await createTable(
    runner,
    'invitation',
    { id: primary(), codeHash: text(64), personId: id, expiresAt: instant, usedAt: nullable(instant) },
    [
      { name: 'invitation_code', columnNames: ['codeHash'], isUnique: true },
      { name: 'invitation_person', columnNames: ['personId'] },
    ],
  );
  await createTable(runner, 'sign_in_failure', { id: primary(), keyHash: text(64), at: instant }, [
    { name: 'sign_in_failure_key', columnNames: ['keyHash', 'at'] },
  ]);
  await createTable(
    runner,
    'roster_preview',
    { id: primary(), createdBy: id, content: largeText, expiresAt: instant },
    [{ name: 'roster_preview_expiry', columnNames: ['expiresAt'] }],
  );
}
