import { Injectable } from '@nestjs/common';
import type { Operation } from '@county/shared/operation/operation';
import { AuditFigures } from '../audit/audit-figures.service.ts';
import { Channels } from '../channels/channels.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { SessionsService } from '../people/sessions.service.ts';
import { ReminderFigures } from '../reminders/reminder-figures.service.ts';
import { VERSION } from '../version.ts';
import { HouseFigures } from './house-figures.service.ts';

/** What the metrics are made of, gathered for a person. */
@Injectable()
export class OperationService {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly house: HouseFigures,
    private readonly audit: AuditFigures,
    private readonly channels: Channels,
    private readonly reminders: ReminderFigures,
    private readonly sessions: SessionsService,
  ) {}

  async operation(): Promise<Operation> {
    const open = new Set<string>(this.channels.all().flatMap(({ name, isOpen }) => (isOpen ? [name] : [])));
    const isOpen = (queue: string) => queue === 'inbox' || queue === 'unchosen' || open.has(queue);
    const ages = await this.reminders.oldestSeconds();
    return {
      at: this.clock.now(),
      version: VERSION,
      database: this.database.kind,
      startedAt: this.house.startedAt,
      databaseQueued: this.database.queued,
      queues: [...ages].map(([queue, oldestSeconds]) => ({ queue, isOpen: isOpen(queue), oldestSeconds })),
      undelivered: await this.reminders.undelivered(),
      lastTickAt: this.reminders.lastTickAt,
      ...(await this.audit.sealed()),
      disk: await this.house.disk(),
      sessions: [...(await this.sessions.alive())].map(([kind, count]) => ({ kind, count })),
      lastBackUpAt: await this.house.backUpAt(),
    };
  }
}
