import { HttpException, Injectable } from '@nestjs/common';
import { In, LessThan, MoreThan } from 'typeorm';
import { v7 as newId } from 'uuid';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { currentRequest } from '../http/request-context.ts';
import { Measures, type Count } from '../measures/measures.service.ts';
import { SignInFailures, SignInGates } from './people.tables.ts';
import { PhoneCipher } from './phone-cipher.service.ts';

const LOCK_MS = 30 * 60_000;
/** From one address (rules D5); a village behind one address is not locked out by one person's mistakes. */
const FROM_ONE_ADDRESS = 5;
/** From all addresses together: a guesser who changes his address gets no further. */
const FROM_ANYWHERE = 30;

/** An attempt that has been counted and may go on. */
export interface Attempt {
  ids: string[];
  keyHashes: string[];
}

/**
 * Locks after failures. An attempt counts as failed from its beginning until it has succeeded, so that guesses sent at
 * the same moment do not all slip past the limit.
 */
@Injectable()
export class SignInAttempts {
  private readonly count: Count<{ outcome: ['wrong', 'locked'] }>;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly cipher: PhoneCipher,
    measures: Measures,
  ) {
    const help = 'Wrong passwords and codes, and attempts of any kind, look-ups too, that a lock-out turned away';
    this.count = measures.counter('county_sign_in_failures_total', help, { outcome: ['wrong', 'locked'] });
  }

  /**
   * `subject` is a phone number, a person's id where they change a password, or a booking's number. Throws 429 once
   * locked, with the way out.
   */
  async begin(subject: string, wayOut = '可先用微信登录，或请负责人重置'): Promise<Attempt> {
    const limits = [
      { hashes: this.cipher.hashes(`sign-in ${subject} ${currentRequest()?.address ?? ''}`), most: FROM_ONE_ADDRESS },
      { hashes: this.cipher.hashes(`sign-in ${subject}`), most: FROM_ANYWHERE },
    ].map(({ hashes, most }) => ({ keyHash: hashes[0]!, hashes, most }));
    const now = this.clock.now();
    const since = new Date(Date.parse(now) - LOCK_MS).toISOString();
    const attempt = { ids: limits.map(() => newId()), keyHashes: limits.map(({ keyHash }) => keyHash) };
    const isLocked = await this.database.work(async (db) => {
      for (const counted of [SignInFailures, SignInGates]) await db.delete(counted, { at: LessThan(since) });
      await db.upsert(SignInGates, { keyHash: limits[1]!.keyHash, at: now }, ['keyHash']);
      for (const { hashes, most } of limits)
        if ((await db.countBy(SignInFailures, { keyHash: In(hashes), at: MoreThan(since) })) >= most) return true;
      const rows = limits.map(({ keyHash }, index) => ({ id: attempt.ids[index]!, keyHash, at: now }));
      await db.insert(SignInFailures, rows);
      return false;
    });
    if (!isLocked) return attempt;
    this.count({ outcome: 'locked' });
    const message = `连续输错 5 次，已锁定 30 分钟；${wayOut}`;
    throw new HttpException({ code: 'too-many', message }, 429);
  }

  /** Clears the address's failures, and of the other count only this attempt: others may still be guessing. */
  async succeeded({ ids, keyHashes }: Attempt): Promise<void> {
    await this.database.work(async (db) => {
      await db.delete(SignInFailures, { keyHash: keyHashes[0]! });
      await db.delete(SignInFailures, { id: In(ids) });
    });
  }

  /**
   * What somebody looks up by the number they were given and their phone; null where nothing is of both. Guesses are
   * counted for the number and for the phone.
   */
  async lookUp<Found>(
    what: string,
    { code, phone }: { code: string; phone: string },
    wayOut: string,
    find: () => Promise<Found | null>,
  ): Promise<Found | null> {
    const attempts: Attempt[] = [];
    for (const subject of [`${what} ${code}`, `${what} ${phone}`]) attempts.push(await this.begin(subject, wayOut));
    const found = await find();
    if (found) for (const attempt of attempts) await this.succeeded(attempt);
    return found;
  }

  async failed(): Promise<void> {
    this.count({ outcome: 'wrong' });
    const entry = { action: 'signIn' as const, subjectKind: 'session', subjectId: null, outcome: 'refused' as const };
    await this.database.work((db) => this.audit.record(db, null, entry));
  }
}
