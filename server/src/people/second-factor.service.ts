import { ForbiddenException, Inject, Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import type { EntityManager } from 'typeorm';
import type { AuditAction } from '@county/shared/audit/audit-acts';
import type { Actor } from '@county/shared/people/actor';
import {
  SECOND_FACTOR_MISSING,
  SECOND_FACTOR_WANTED,
  type SecondFactorSecret,
} from '@county/shared/people/second-factor';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { Database } from '../database/database.ts';
import { invalidField } from '../http/refusal.ts';
import { SecondFactors as Factors, type StoredSecondFactor } from './people.tables.ts';
import { PhoneCipher } from './phone-cipher.service.ts';
import { SessionsService } from './sessions.service.ts';
import { SignInAttempts } from './sign-in-attempts.service.ts';

const SECRET_BYTES = 20;
/** The code before and the one after are taken too: a telephone's clock is seldom right to the second. */
const WINDOW = 1;
const LOST = '手机丢了，请另一位管理员在“人员”里重置';

/** The second factor of administrators on the web (rules D5): codes by time, RFC 6238, as every authenticator app shows them. */
@Injectable()
export class SecondFactors {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly cipher: PhoneCipher,
    private readonly sessions: SessionsService,
    private readonly attempts: SignInAttempts,
  ) {}

  /**
   * Answers whether one was given; passes whoever needs none. 403 says what is missing, 400 that the code is wrong, 429
   * comes after five wrong ones.
   */
  async demand(personId: string, code: string | undefined): Promise<boolean> {
    const factor = await this.database.read(async (db) =>
      (await this.isNeeded(db, personId)) ? ((await db.findOneBy(Factors, { personId })) ?? 'missing') : undefined,
    );
    if (!factor) return false;
    if (factor === 'missing' || (!factor.confirmedAt && !code)) throw missing();
    if (!code) throw wanted();
    await this.pass(personId, code);
    return true;
  }

  /** A new secret, shown once; for who needs one and has none that ever held. */
  begin(personId: string, name: string): Promise<SecondFactorSecret> {
    return this.database.work(async (db) => {
      if (!(await this.isNeeded(db, personId)))
        throw new ForbiddenException({ code: 'not-allowed', message: '动态验证码只用于管理员，您可直接登录' });
      const known = await this.database.findForChange(db, Factors, { personId });
      if (known?.confirmedAt) throw wanted();
      const secret = new Secret({ size: SECRET_BYTES });
      const kept = { secret: this.cipher.encrypt(secret.base32), lastStep: 0, confirmedAt: null };
      await db.upsert(Factors, { ...kept, personId, createdAt: this.clock.now() }, ['personId']);
      return { secret: secret.base32, address: this.totp(secret, name).toString() };
    });
  }

  /** With a code of the present one, so that a computer left open gives nobody a way to set up their own. */
  async remove(actor: Actor, code: string): Promise<void> {
    await this.pass(actor.personId, code);
    await this.database.work(async (db) => {
      await this.forget(db, actor.personId);
      await this.sessions.endAll(db, actor.personId, actor.sessionId);
      await this.record(db, actor.personId, 'removeSecondFactor');
    });
  }

  /** Within a unit of work: the next sign-in sets one up anew. */
  async forget(db: EntityManager, personId: string): Promise<void> {
    await db.delete(Factors, { personId });
  }

  private async isNeeded(db: EntityManager, personId: string): Promise<boolean> {
    const memberships = await this.sessions.currentMemberships(db, personId);
    return memberships.some(({ role }) => role === 'administrator');
  }

  private async pass(personId: string, code: string): Promise<void> {
    const attempt = await this.attempts.begin(`second factor ${personId}`, LOST);
    const isRight = await this.database.work(async (db) => {
      const factor = await this.database.findForChange(db, Factors, { personId });
      const step = factor && this.stepOf(factor, code);
      // A code that was used is used up: who looked over a shoulder comes too late.
      if (!factor || step === null || step <= factor.lastStep) return false;
      const confirmedAt = factor.confirmedAt ?? this.clock.now();
      await db.update(Factors, { personId }, { lastStep: step, confirmedAt });
      if (!factor.confirmedAt) await this.record(db, personId, 'setUpSecondFactor');
      return true;
    });
    if (isRight) return this.attempts.succeeded(attempt);
    await this.attempts.failed();
    throw invalidField('oneTimeCode', '动态验证码不对或已经用过，请等手机上换了新的 6 位数字再填，并看手机时间准不准');
  }

  /** Which half minute the code belongs to, or null. */
  private stepOf({ secret }: StoredSecondFactor, code: string): number | null {
    const totp = this.totp(Secret.fromBase32(this.cipher.decrypt(secret)), '');
    const timestamp = Date.parse(this.clock.now());
    const delta = totp.validate({ token: code, timestamp, window: WINDOW });
    return delta === null ? null : totp.counter({ timestamp }) + delta;
  }

  private totp(secret: Secret, name: string): TOTP {
    return new TOTP({ issuer: `${this.settings.COUNTY_NAME}政务公开`, label: name || '管理员', secret });
  }

  private record(db: EntityManager, personId: string, action: AuditAction): Promise<void> {
    return this.audit.record(db, { personId, unitId: null }, { action, subjectKind: 'person', subjectId: personId });
  }
}

const missing = () =>
  new ForbiddenException({
    code: SECOND_FACTOR_MISSING,
    message: '管理员登录还要动态验证码，请先设置',
  });

const wanted = () =>
  new ForbiddenException({ code: SECOND_FACTOR_WANTED, message: '请填写手机验证器上的 6 位动态验证码' });
