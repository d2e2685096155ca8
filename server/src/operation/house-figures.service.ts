import { statfs } from 'node:fs/promises';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/clock.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { Database } from '../database/database.ts';
import { PublicCache } from '../http/public-cache.ts';
import { lastBackUpAt } from '../last-back-up.ts';
import { Measures } from '../measures/measures.service.ts';
import { VERSION } from '../version.ts';

/** The room on the disk where the county's data lie. */
export interface DiskRoom {
  freeBytes: number;
  totalBytes: number;
}

/** What no feature knows: the disk, the queue before the database, the last back-up, replies that were at hand. */
@Injectable()
export class HouseFigures implements OnModuleInit {
  readonly startedAt: string;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly publicCache: PublicCache,
    private readonly measures: Measures,
  ) {
    this.startedAt = clock.now();
  }

  onModuleInit(): void {
    const build = this.measures.gauge('county_build', 'Always 1; what runs here', ['version', 'database']);
    build.set({ version: VERSION, database: this.database.kind }, 1);
    this.measureDatabase();
    this.measureDisk();
    this.measureAtHand();
  }

  async disk(): Promise<DiskRoom> {
    const { bavail, blocks, bsize } = await statfs(this.settings.DATA_DIR);
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  }

  /** When this county was last backed up by this machine; null where nobody has told it of one. */
  backUpAt(): Promise<string | null> {
    return lastBackUpAt(this.settings.DATA_DIR);
  }

  private measureDatabase(): void {
    const queued = this.measures.gauge(
      'county_database_queued',
      'Units of work that wait for the writer (SQLite) or a connection (MariaDB, MySQL) at this instant',
    );
    const answer = this.measures.gauge(
      'county_database_answer_seconds',
      'How long the database took to answer SELECT 1',
    );
    this.measures.beforeReading('database', async () => {
      queued.set(this.database.queued);
      const asked = performance.now();
      await this.database.read((db) => db.query('SELECT 1'));
      answer.set((performance.now() - asked) / 1000);
    });
  }

  private measureDisk(): void {
    const free = this.measures.gauge('county_disk_free_bytes', 'Room left on the disk of DATA_DIR');
    const size = this.measures.gauge('county_disk_size_bytes', 'The whole disk of DATA_DIR');
    const backUp = this.measures.gauge(
      'county_last_back_up_age_seconds',
      'Since the last back-up that was made here; NaN where none is known',
    );
    this.measures.beforeReading('disk', async () => {
      const { freeBytes, totalBytes } = await this.disk();
      free.set(freeBytes);
      size.set(totalBytes);
      const at = await this.backUpAt();
      backUp.set(at ? Math.max(0, (Date.now() - Date.parse(at)) / 1000) : Number.NaN);
    });
  }

  private measureAtHand(): void {
    const help = 'Open replies that were at hand and left before the application, by the route that had made them';
    const atHand = this.measures.gauge('county_http_replies_at_hand', help, ['route']);
    this.measures.beforeReading('http', async () => {
      for (const { route, count } of this.publicCache.answeredAtHand()) atHand.set({ route }, count);
    });
  }
}
