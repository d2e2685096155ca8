import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Recurring } from '../clock/recurring.ts';
import { Database } from '../database/database.ts';
import { FileStorage } from './file-storage.ts';
import { FileClaims, StoredFiles } from './files.tables.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const FIRST_AFTER_MS = 5 * 60 * 1000;
const KEPT_DAYS = 7;
const BATCH = 200;

/** Removes files that no record has named for a week, and bytes that never got a row. */
@Injectable()
export class OrphanSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly sweeping = new Recurring('sweeping files', (signal) => this.sweep(signal), {
    firstAfterMs: FIRST_AFTER_MS,
    everyMs: DAY_MS,
  });

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly storage: FileStorage,
    private readonly audit: AuditService,
  ) {}

  onApplicationBootstrap(): void {
    this.sweeping.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.sweeping.stop();
  }

  /** How many files went. */
  async sweep(signal?: AbortSignal): Promise<number> {
    const cutoff = new Date(Date.parse(this.clock.now()) - KEPT_DAYS * DAY_MS).toISOString();
    let removed = 0;
    for (let after = ''; !signal?.aborted;) {
      const orphans = await this.orphans(cutoff, after);
      for (const id of orphans) {
        if (signal?.aborted) return removed;
        if (await this.removeOrphan(id)) removed += 1;
      }
      if (orphans.length < BATCH) break;
      after = orphans.at(-1)!;
    }
    await this.removeStrayBytes(signal);
    return removed;
  }

  private async orphans(cutoff: string, after: string): Promise<string[]> {
    const rows = await this.database.read((db) =>
      db
        .createQueryBuilder(StoredFiles, 'file')
        .select('file.id', 'id')
        .leftJoin(FileClaims.options.name, 'claim', 'claim.fileId = file.id AND claim.claimedBy = file.uploadedBy')
        .where('file.uploadedAt < :cutoff AND file.id > :after AND claim.fileId IS NULL', { cutoff, after })
        .orderBy('file.id')
        .limit(BATCH)
        .getRawMany<{ id: string }>(),
    );
    return rows.map(({ id }) => id);
  }

  /** Looks again under the lock: a record may have named the file this instant. */
  private async removeOrphan(id: string): Promise<boolean> {
    const storageKey = await this.database.work(async (db) => {
      const file = await this.database.findForChange(db, StoredFiles, { id });
      if (!file || (await db.existsBy(FileClaims, { fileId: id, claimedBy: file.uploadedBy }))) return undefined;
      await db.delete(StoredFiles, { id });
      await this.audit.record(db, null, { action: 'removeOrphanFile', subjectKind: 'file', subjectId: id });
      const isShared = await db.existsBy(StoredFiles, { storageKey: file.storageKey });
      return isShared ? null : file.storageKey;
    });
    if (storageKey) await this.storage.remove(storageKey);
    return storageKey !== undefined;
  }

  /** Bytes are written before their row; a crash between the two leaves them alone. The storage keeps real time. */
  private async removeStrayBytes(signal?: AbortSignal): Promise<void> {
    const dayAgo = Date.now() - DAY_MS;
    for await (const { key, writtenAt } of this.storage.all()) {
      if (signal?.aborted) return;
      if (writtenAt >= dayAgo) continue;
      const known = await this.database.read((db) => db.existsBy(StoredFiles, { storageKey: key }));
      if (!known) await this.storage.remove(key);
    }
  }
}
