import { createHmac } from 'node:crypto';
import { HttpException, HttpStatus, Inject, Injectable } from '@nestjs/common';
import { In, LessThan, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Clock } from '../clock/clock.ts';
import { derivedKey } from '../config/derived-key.ts';
import { secretKeys } from '../config/key-ring.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { FilingAttempts } from './traffic.tables.ts';

const HOUR_MS = 60 * 60 * 1000;
const CLOCK_TIME = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

/** What is counted apart: of an event, its own sign-ups. */
type Kind =
  'complaint' | 'task-question' | 'point-correction' | 'home-visit-request' | 'home-visit-look-up' | `event ${string}`;

interface Most {
  most: number;
  /** What else can be done than to wait. */
  wayOut: string;
}

const USUAL: Most = { most: 10, wayOut: '已写的内容请先保留' };

/** So many of a kind an hour from one address, counted in the database so that every process of the server counts alike. */
@Injectable()
export class FilingLimit {
  private readonly keys: readonly Buffer[];

  constructor(
    @Inject(SETTINGS) settings: Settings,
    private readonly clock: Clock,
  ) {
    this.keys = secretKeys(settings).map((secret) => derivedKey(secret, 'complaint-address'));
  }

  /** Counts one filing within its unit of work; over the limit it is refused, with the time to try again. */
  async count(db: EntityManager, address: string, kind: Kind, { most, wayOut }: Most = USUAL): Promise<void> {
    const at = this.clock.now();
    const hourAgo = new Date(Date.parse(at) - HOUR_MS).toISOString();
    const hashes = this.keys.map((key) => createHmac('sha256', key).update(`${kind} ${address}`).digest('hex'));
    await db.delete(FilingAttempts, { at: LessThan(hourAgo) });
    const lately = await db.find(FilingAttempts, {
      where: { addressHash: In(hashes), at: MoreThanOrEqual(hourAgo) },
      order: { at: 'DESC' },
      take: most,
    });
    if (lately.length >= most) throw tooMany(lately.at(-1)!.at, { most, wayOut });
    await db.insert(FilingAttempts, { id: newId(), addressHash: hashes[0]!, at });
  }
}

function tooMany(oldest: string, { most, wayOut }: Most): HttpException {
  // The minute shown is a full one, so that whoever waits for it is let in.
  const again = CLOCK_TIME.format(new Date(Date.parse(oldest) + HOUR_MS + 60_000));
  const message = `您所在的网络一小时内已提交 ${most} 条，请在 ${again} 以后再提交；${wayOut}`;
  return new HttpException({ code: 'too-many', message }, HttpStatus.TOO_MANY_REQUESTS);
}
