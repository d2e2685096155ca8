import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ReminderChannel } from '@county/shared/reminders/reminder';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { insertNew } from '../database/insert-row.ts';
import { ChannelPaces, type ChannelPace } from './channels.tables.ts';

/** Whether one more may go, or why not: too many this minute, or the channel rests until an instant. */
export type Admission = { kind: 'admitted' } | { kind: 'full'; afterSeconds: number } | { kind: 'resting' };

/** How fast a channel goes, counted in the database so that every process of the server counts alike. */
@Injectable()
export class ChannelPaceService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Counts one message within its unit of work. Those turned away come back in as many minutes as they fill. */
  async admit(db: EntityManager, channel: ReminderChannel, perMinute: number): Promise<Admission> {
    const now = this.clock.now();
    const minute = now.slice(0, 16);
    const row = await this.held(db, channel);
    if (row.stoppedUntil && row.stoppedUntil > now) return { kind: 'resting' };
    const { taken, turnedAway } = row.minute === minute ? row : NONE;
    const isFull = taken >= perMinute;
    const counted = isFull ? { taken, turnedAway: turnedAway + 1 } : { taken: taken + 1, turnedAway };
    await db.update(ChannelPaces, { channel }, { minute, ...counted });
    if (!isFull) return { kind: 'admitted' };
    const minutes = 1 + Math.floor(turnedAway / perMinute);
    return { kind: 'full', afterSeconds: minutes * 60 - Number(now.slice(17, 19)) };
  }

  /** Nothing more goes by the channel until then, from any process. */
  async stop(db: EntityManager, channel: ReminderChannel, until: string): Promise<void> {
    await this.held(db, channel);
    await db.update(ChannelPaces, { channel }, { stoppedUntil: until });
  }

  async isResting(db: EntityManager, channel: ReminderChannel): Promise<boolean> {
    const row = await db.findOneBy(ChannelPaces, { channel });
    return !!row?.stoppedUntil && row.stoppedUntil > this.clock.now();
  }

  /** The channel's row, made where there was none, against everybody else until the unit ends. */
  private async held(db: EntityManager, channel: ReminderChannel): Promise<ChannelPace> {
    const row = await this.database.findForChange(db, ChannelPaces, { channel });
    if (row) return row;
    const blank: ChannelPace = { channel, ...NONE, minute: '', stoppedUntil: null };
    await insertNew(db, ChannelPaces, [blank], this.database.kind);
    return (await this.database.findForChange(db, ChannelPaces, { channel }))!;
  }
}

const NONE = { taken: 0, turnedAway: 0 } as const;
