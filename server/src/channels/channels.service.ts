import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Day } from '@county/shared/calendar/day';
import type { ReminderChannel } from '@county/shared/reminders/reminder';

/** One message to one person, as meaning; each channel puts it into its own form. */
export interface Message {
  id: string;
  personId: string;
  purpose: 'work';
  what: string;
  /** The unit it is about, where it is about one. */
  unit: string | null;
  on: Day | null;
  words: string;
  /** Page path with its query. */
  link: string;
}

/** What became of handing a message over; the reason is for the supervisor's list. */
export type HandOver =
  | { outcome: 'sent' }
  /** Surely not taken, and it never will be: the next channel may be tried. */
  | { outcome: 'refused'; reason: string }
  /** Surely not taken now: may be tried again. */
  | { outcome: 'later'; afterSeconds: number; reason: string }
  /** It may have arrived: never repeated. */
  | { outcome: 'uncertain'; reason: string };

/** A way by which a message leaves the county's server. */
export interface Channel {
  readonly name: ReminderChannel;
  /** Whether the county has set it up. */
  readonly isOpen: boolean;
  /** Whom of them it reaches now. */
  reachable(db: EntityManager, personIds: readonly string[]): Promise<Set<string>>;
  /** Never within a unit of work; never throws. */
  handOver(message: Message): Promise<HandOver>;
}

/** The channels, in the order in which they are tried. */
@Injectable()
export class Channels {
  private readonly channels: Channel[] = [];

  all(): readonly Channel[] {
    return this.channels;
  }

  /** For the channels themselves, and for tests that need one of their own. */
  add(channel: Channel): void {
    this.channels.push(channel);
    this.channels.sort((a, b) => ORDER[a.name] - ORDER[b.name]);
  }
}

const ORDER = { wechat: 0, mail: 1, sms: 2 } as const satisfies Record<ReminderChannel, number>;
