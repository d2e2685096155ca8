import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, instant, integer, primary, text } from './columns.ts';

/** Photos and attachments, and the records that name them. */
export class Files1764000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'stored_file',
      {
        id: primary(),
        name: text(200),
        mediaType: text(100),
        size: integer,
        sha256: text(64),
        sentSha256: text(64),
        storageKey: text(120),
        uploadedBy: id,
        uploadedAt: instant,
      },
      [{ name: 'stored_file_uploaded', columnNames: ['uploadedAt', 'id'] }],
    );
    await createTable(
      runner,
      'file_claim',
      { fileId: primary(), ownerKind: text(30), ownerId: id, position: integer, claimedBy: id, claimedAt: instant },
      [{ name: 'file_claim_owner', columnNames: ['ownerKind', 'ownerId', 'position'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['file_claim', 'stored_file']) await runner.dropTable(name);
  }
}
