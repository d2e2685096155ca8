import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, instant, integer, nullable, primary, text } from './columns.ts';

/** The ways by which a reminder leaves: WeChat's token and consents, mail addresses, and how fast each goes. */
export class Channels1764000028000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'wechat_token', {
      appId: primary(text(64)),
      cipher: nullable(text(2000)),
      expiresAt: instant,
      askedAt: instant,
      leaseUntil: instant,
      pausedUntil: instant,
      fault: nullable(text(200)),
    });
    await createTable(
      runner,
      'wechat_consent',
      { id: primary(), personId: id, openid: text(64), purpose: text(20), result: text(10), at: instant },
      [{ name: 'wechat_consent_person', columnNames: ['personId', 'at'] }],
    );
    await createTable(runner, 'wechat_credit', {
      personId: primary(),
      purpose: primary(text(20)),
      openid: text(64),
      credits: integer,
      lastResult: text(10),
      lastAt: instant,
      zeroedBecause: nullable(text(60)),
    });
    await createTable(runner, 'wechat_lost_account', { openid: primary(text(64)), since: instant });
    await createTable(runner, 'wechat_stopped_template', {
      key: primary(text(64)),
      purpose: text(20),
      templateId: text(64),
      code: integer,
      stoppedAt: instant,
    });
    await createTable(runner, 'channel_pace', {
      channel: primary(text(10)),
      minute: text(16),
      taken: integer,
      turnedAway: integer,
      stoppedUntil: nullable(instant),
    });
    await createTable(
      runner,
      'mail_address',
      { personId: primary(), cipher: text(600), hash: text(64), confirmedAt: instant },
      [{ name: 'mail_address_hash', columnNames: ['hash'] }],
    );
    await createTable(
      runner,
      'mail_code',
      {
        id: primary(),
        personId: id,
        cipher: text(600),
        hash: text(64),
        codeHash: text(64),
        sentAt: instant,
        expiresAt: instant,
        tries: integer,
      },
      [
        { name: 'mail_code_person', columnNames: ['personId', 'sentAt'] },
        { name: 'mail_code_hash', columnNames: ['hash', 'sentAt'] },
      ],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of [
      'mail_code',
      'mail_address',
      'channel_pace',
      'wechat_stopped_template',
      'wechat_lost_account',
      'wechat_credit',
      'wechat_consent',
      'wechat_token',
    ])
      await runner.dropTable(name);
  }
}
