import { Inject, Injectable, UnauthorizedException } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { In } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Actor } from '@county/shared/people/actor';
import type {
  DemoPerson,
  InvitationAcceptance,
  NewSession,
  PasswordChange,
  StartedSession,
} from '@county/shared/people/session';
import type { SecondFactorSecret } from '@county/shared/people/second-factor';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { Database } from '../database/database.ts';
import { invalidField, notFound } from '../http/refusal.ts';
import { WechatClient } from '../wechat/wechat-client.service.ts';
import { Invitations, People, type Person } from './people.tables.ts';
import { PhoneCipher } from './phone-cipher.service.ts';
import { SecondFactors } from './second-factor.service.ts';
import { SessionsService } from './sessions.service.ts';
import { SignInAttempts } from './sign-in-attempts.service.ts';

type ByPassword = Extract<NewSession, { kind: 'password' }>;

/** Ways of signing in: WeChat, phone and password, an invitation, and in demo mode a name. */
@Injectable()
export class SignInService {
  /** Verified against for unknown phones, so that they take as long as known ones. */
  private readonly dummy = hash('no such person');

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly cipher: PhoneCipher,
    private readonly sessions: SessionsService,
    private readonly wechat: WechatClient,
    private readonly attempts: SignInAttempts,
    private readonly secondFactors: SecondFactors,
  ) {}

  signIn(request: NewSession): Promise<StartedSession> {
    return request.kind === 'wechat' ? this.byWechat(request.code) : this.byPassword(request);
  }

  /**
   * Binds the invited person; code and phone must fit together, and the words do not tell which did not. An
   * administrator who set a password is bound too when 403 asks for the second factor; whoever then comes back with
   * the code that is used up by themselves is told where to go on.
   */
  async acceptInvitation({ code, phone, wechatCode, password }: InvitationAcceptance): Promise<StartedSession> {
    // WeChat first: that it does not answer is nobody's wrong guess.
    const openid = wechatCode ? await this.wechat.openidOf(wechatCode) : null;
    const attempt = await this.attempts.begin(phone);
    const passwordHash = password ? await hash(password) : null;
    const taken = await this.database.work(async (db) => {
      const invited = await db.findOneBy(Invitations, { codeHash: In(this.cipher.hashes(code)) });
      const invitation = invited && (await this.database.findForChange(db, Invitations, { id: invited.id }));
      const person = invitation && (await db.findOneBy(People, { id: invitation.personId }));
      const fits = this.cipher.hashes(phone).includes(person?.phoneHash ?? '');
      if (!invitation || !person || !fits) return null;
      if (invitation.usedAt) return person.passwordHash || person.wechatOpenid ? 'used' : null;
      if (invitation.expiresAt < this.clock.now()) return null;
      await db.update(Invitations, { id: invitation.id }, { usedAt: this.clock.now() });
      if (openid) await db.update(People, { wechatOpenid: openid }, { wechatOpenid: null });
      await db.update(
        People,
        { id: person.id },
        { ...(openid ? { wechatOpenid: openid } : {}), ...(passwordHash ? { passwordHash } : {}) },
      );
      const who = { personId: person.id, unitId: null };
      await this.audit.record(db, who, { action: 'acceptInvitation', subjectKind: 'person', subjectId: person.id });
      return { personId: person.id };
    });
    if (taken === 'used') {
      await this.attempts.failed();
      throw invalidField('code', '这个邀请码您已经用过了，不用再要一个；请到“登录”里登录');
    }
    if (!taken) {
      await this.attempts.failed();
      throw invalidField('code', '邀请码与手机号对不上，或邀请码已用过、已过期；请核对，或请本单位负责人重新发一个');
    }
    await this.attempts.succeeded(attempt);
    if (!openid) await this.secondFactors.demand(taken.personId, undefined);
    return this.sessions.start(taken.personId, openid ? 'wechat' : 'web');
  }

  /** Ends every other session of the person. */
  async changePassword(actor: Actor, { current, next }: PasswordChange): Promise<void> {
    const attempt = await this.attempts.begin(actor.personId);
    const person = await this.database.read((db) => db.findOneByOrFail(People, { id: actor.personId }));
    const right = person.passwordHash !== null && (await verify(person.passwordHash, current));
    if (!right) {
      await this.attempts.failed();
      throw invalidField('current', '现在的密码不对，请重新输入；连续错 5 次将锁定 30 分钟');
    }
    await this.attempts.succeeded(attempt);
    const passwordHash = await hash(next);
    await this.database.work(async (db) => {
      await db.update(People, { id: actor.personId }, { passwordHash });
      await this.sessions.endAll(db, actor.personId, actor.sessionId);
      await this.audit.record(db, actor, {
        action: 'changePassword',
        subjectKind: 'person',
        subjectId: actor.personId,
      });
    });
  }

  /** Whether the product may be signed in to by name; every demo route answers 404 otherwise. */
  demandDemo(): void {
    if (!this.settings.demo) throw notFound('这个地址');
  }

  async demoSignIn(key: string): Promise<StartedSession> {
    this.demandDemo();
    const person = await this.database.read((db) => db.findOneBy(People, { demoKey: key }));
    if (!person) throw notFound('这个演示身份');
    return this.sessions.start(person.id, 'demo');
  }

  async demoPeople(abouts: ReadonlyMap<string, string>): Promise<DemoPerson[]> {
    this.demandDemo();
    return this.database.read(async (db) => {
      const people = await db
        .createQueryBuilder(People, 'person')
        .where('person.demoKey IS NOT NULL')
        .orderBy('person.id')
        .getMany();
      return Promise.all(people.map((person) => this.demoPerson(person, abouts)));
    });
  }

  private async demoPerson(person: Person, abouts: ReadonlyMap<string, string>): Promise<DemoPerson> {
    const memberships = await this.database.read((db) => this.sessions.currentMemberships(db, person.id));
    const [first] = await this.sessions.withNames(memberships);
    return {
      key: person.demoKey!,
      name: person.name,
      role: first?.role ?? 'resident',
      unitName: first?.unitName ?? null,
      about: abouts.get(person.demoKey!) ?? '',
    };
  }

  /** An openid nobody is bound to becomes a resident. */
  private async byWechat(code: string): Promise<StartedSession> {
    const openid = await this.wechat.openidOf(code);
    const personId = await this.database.work(async (db) => {
      const known = await db.findOneBy(People, { wechatOpenid: openid });
      if (known) return known.id;
      const resident: Person = {
        ...blank,
        id: newId(),
        name: '群众',
        wechatOpenid: openid,
        createdAt: this.clock.now(),
      };
      await db.insert(People, resident);
      const who = { personId: resident.id, unitId: null };
      await this.audit.record(db, who, { action: 'becomeResident', subjectKind: 'person', subjectId: resident.id });
      return resident.id;
    });
    return this.sessions.start(personId, 'wechat');
  }

  /** An administrator's second factor, begun by phone and password: there is no session without it. */
  async beginSecondFactor({ phone, password }: Omit<ByPassword, 'kind'>): Promise<SecondFactorSecret> {
    const { id, name } = await this.personOf(phone, password);
    return this.secondFactors.begin(id, name);
  }

  private async byPassword({ phone, password, oneTimeCode }: ByPassword): Promise<StartedSession> {
    const { id } = await this.personOf(phone, password);
    const isSecondFactorGiven = await this.secondFactors.demand(id, oneTimeCode);
    return this.sessions.start(id, 'web', { isSecondFactorGiven });
  }

  private async personOf(phone: string, password: string): Promise<Person> {
    const attempt = await this.attempts.begin(phone);
    const person = await this.database.read((db) => db.findOneBy(People, { phoneHash: In(this.cipher.hashes(phone)) }));
    const right = await verify(person?.passwordHash ?? (await this.dummy), password);
    if (!person?.passwordHash || !right) {
      await this.attempts.failed();
      throw new UnauthorizedException({
        code: 'wrong-password',
        message: '手机号或密码不对，请重新输入；连续错 5 次将锁定 30 分钟',
      });
    }
    await this.attempts.succeeded(attempt);
    return person;
  }
}

const blank = {
  phoneCipher: null,
  phoneHash: null,
  phoneEnding: null,
  passwordHash: null,
  wechatOpenid: null,
  demoKey: null,
} as const;
