import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { In, LessThan, MoreThan } from 'typeorm';
import { Clock } from '../clock/clock.ts';
import { Recurring } from '../clock/recurring.ts';
import { Database } from '../database/database.ts';
import { Posts } from '../people/posts.service.ts';
import { MailAddresses, MailCodes } from './channels.tables.ts';

const HOUR_MS = 3_600_000;
const EVERY_MS = 600_000;
const BATCH = 500;

/**
 * Addresses nobody has use of any more go: those that were typed and never confirmed, once they need not be counted,
 * and those of people who have left their posts.
 */
@Injectable()
export class MailSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly sweeping = new Recurring('sweeping mail addresses', (signal) => this.sweep(signal), {
    everyMs: EVERY_MS,
  });

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly posts: Posts,
  ) {}

  onApplicationBootstrap(): void {
    this.sweeping.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.sweeping.stop();
  }

  async sweep(signal?: AbortSignal): Promise<void> {
    const hourAgo = new Date(Date.parse(this.clock.now()) - HOUR_MS).toISOString();
    await this.database.work((db) => db.delete(MailCodes, { sentAt: LessThan(hourAgo) }));
    for (let after: string | undefined = ''; after !== undefined && !signal?.aborted;)
      after = await this.dropTheLeft(after);
  }

  /** Looks through some of the addresses; answers where to go on, undefined at the end. */
  private dropTheLeft(after: string): Promise<string | undefined> {
    return this.database.work(async (db) => {
      const some = await db.find(MailAddresses, {
        select: { personId: true },
        where: { personId: MoreThan(after) },
        order: { personId: 'ASC' },
        take: BATCH,
      });
      const ids = some.map(({ personId }) => personId);
      const holding = await this.posts.holding(db, ids);
      const gone = ids.filter((id) => !holding.has(id));
      if (gone.length) await db.delete(MailAddresses, { personId: In(gone) });
      return ids.length < BATCH ? undefined : ids.at(-1);
    });
  }
}
