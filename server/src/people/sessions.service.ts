import { createHash, randomBytes } from 'node:crypto';
import { ForbiddenException, Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Actor } from '@county/shared/people/actor';
import type { Membership, MembershipView } from '@county/shared/people/person';
import { hasNoPostIn } from '@county/shared/people/scope';
import type { Role } from '@county/shared/people/role';
import type { CurrentSession, OwnSession, StartedSession } from '@county/shared/people/session';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { demand, notFound } from '../http/refusal.ts';
import { Measures, type Count } from '../measures/measures.service.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { Memberships, Sessions, type Session } from './people.tables.ts';

const KINDS = { kind: ['wechat', 'web', 'demo'] } as const;
const MINUTE = 60_000;
const WECHAT_MS = 30 * 24 * 60 * MINUTE;
const WEB_MS = 12 * 60 * MINUTE;
const IDLE_MINUTES = 30;
const IDLE_MINUTES_ADMINISTRATOR = 15;

/** One statement for every signed request: who holds the token, in which unit and role. */
const FIND = `SELECT s.\`id\` AS \`sessionId\`, s.\`kind\`, s.\`lastSeenAt\`, s.\`expiresAt\`, p.\`id\` AS \`personId\`, p.\`name\`,
  m.\`unitId\`, m.\`role\`, m.\`until\`
  FROM \`session\` s JOIN \`person\` p ON p.\`id\` = s.\`personId\` LEFT JOIN \`membership\` m ON m.\`id\` = s.\`membershipId\`
  WHERE s.\`tokenHash\` = ?`;

interface Found {
  sessionId: string;
  kind: Session['kind'];
  lastSeenAt: string;
  expiresAt: string;
  personId: string;
  name: string;
  unitId: string | null;
  role: Role | null;
  until: string | null;
}

type Lifetime = Pick<Found, 'kind' | 'role' | 'lastSeenAt' | 'expiresAt' | 'until'>;

/** Sessions: opaque tokens, hashed in the database (decisions: people and access). */
@Injectable()
export class SessionsService implements OnModuleInit {
  private readonly count: Count<typeof KINDS>;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly units: OrgUnitsService,
    private readonly measures: Measures,
  ) {
    this.count = measures.counter('county_sessions_started_total', 'Sign-ins that succeeded', KINDS);
  }

  onModuleInit(): void {
    const alive = this.measures.gauge('county_sessions_alive', 'Sessions that may be acted in now', ['kind']);
    this.measures.beforeReading('sessions', async () => {
      const found = await this.alive();
      for (const kind of KINDS.kind) alive.set({ kind }, found.get(kind) ?? 0);
    });
  }

  /** How many sessions of each kind have neither expired nor, on the web, been idle too long. */
  async alive(): Promise<Map<Session['kind'], number>> {
    // Sums instead of groups: those are made without sorting.
    const [sums] = await this.database.read(
      (db) =>
        db.query(
          `SELECT SUM(\`kind\` = 'wechat') AS \`wechat\`, SUM(\`kind\` = 'demo') AS \`demo\`,
             SUM(\`kind\` = 'web' AND \`lastSeenAt\` > ?) AS \`web\`
           FROM \`session\` WHERE \`expiresAt\` > ?`,
          [this.after(-IDLE_MINUTES * MINUTE), this.clock.now()],
        ) as Promise<Record<Session['kind'], number | string | null>[]>,
    );
    return new Map(KINDS.kind.map((kind) => [kind, Number(sums?.[kind] ?? 0)]));
  }

  /**
   * Starts a session in the person's first current membership they may act in so, or as a resident when there is none.
   */
  async start(personId: string, kind: Session['kind'], { isSecondFactorGiven = false } = {}): Promise<StartedSession> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const secondFactorAt = isSecondFactorGiven ? now : null;
    await this.database.work(async (db) => {
      const memberships = await this.currentMemberships(db, personId);
      const membership = memberships.find(({ role }) => mayActAs(role, { kind, secondFactorAt }));
      const session: Session = {
        id: newId(),
        tokenHash: hashOf(token),
        personId,
        membershipId: membership?.id ?? null,
        kind,
        secondFactorAt,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: this.after(kind === 'wechat' ? WECHAT_MS : WEB_MS),
      };
      await db.insert(Sessions, session);
      const who = { personId, unitId: membership?.unitId ?? null };
      await this.audit.record(db, who, {
        action: 'signIn',
        subjectKind: 'session',
        subjectId: session.id,
        detail: kind,
      });
    });
    this.count({ kind });
    const actor = await this.actorOf(token);
    return { token, ...(await this.describe(actor!)) };
  }

  /** Who holds the token, or undefined when its session has ended, is idle too long, or its membership has. */
  async actorOf(token: string): Promise<Actor | undefined> {
    const [found] = await this.database.read((db) => db.query(FIND, [hashOf(token)]) as Promise<Found[]>);
    if (!found || !this.lives(found)) return undefined;
    this.noteUse(found);
    return this.actor(found);
  }

  /** Whether the session may still be acted in; for links signed for it. */
  async isAlive(sessionId: string): Promise<boolean> {
    const session = await this.database.read((db) => db.findOneBy(Sessions, { id: sessionId }));
    return !!session && session.expiresAt > this.clock.now();
  }

  /** The actor's session with every membership the person may act in. */
  async describe(actor: Actor): Promise<CurrentSession> {
    return this.database.read(async (db) => {
      const session = await db.findOneByOrFail(Sessions, { id: actor.sessionId });
      const memberships = await this.currentMemberships(db, actor.personId);
      const idle = session.kind === 'web' ? idleMinutes(actor.role) : null;
      return { actor, memberships: await this.withNames(memberships), expiresAt: session.expiresAt, idleMinutes: idle };
    });
  }

  async switchMembership(actor: Actor, membershipId: string): Promise<CurrentSession> {
    const found = await this.database.work(async (db) => {
      const membership = (await this.currentMemberships(db, actor.personId)).find(({ id }) => id === membershipId);
      if (!membership) throw notFound('这个身份');
      const session = await db.findOneByOrFail(Sessions, { id: actor.sessionId });
      if (!mayActAs(membership.role, session)) throw secondFactorWanted();
      await db.update(Sessions, { id: actor.sessionId }, { membershipId });
      await this.audit.record(db, actor, {
        action: 'switchMembership',
        subjectKind: 'membership',
        subjectId: membershipId,
      });
      return membership;
    });
    const { sessionId, personId, name } = actor;
    return this.describe(await this.actor({ sessionId, personId, name, unitId: found.unitId, role: found.role }));
  }

  async end(actor: Actor): Promise<void> {
    await this.database.work(async (db) => {
      await db.delete(Sessions, { id: actor.sessionId });
      await this.audit.record(db, actor, { action: 'signOut', subjectKind: 'session', subjectId: actor.sessionId });
    });
  }

  /** Where the person is signed in now, the latest first. */
  listOwn(actor: Actor): Promise<OwnSession[]> {
    return this.database.read(async (db) => {
      const sessions = await db.find(Sessions, { where: { personId: actor.personId }, order: { lastSeenAt: 'DESC' } });
      return sessions
        .filter((session) => this.lives({ ...session, role: actor.role, until: null }))
        .map((session) => ({
          id: session.id,
          kind: session.kind,
          startedAt: session.createdAt,
          lastSeenAt: session.lastSeenAt,
          isThis: session.id === actor.sessionId,
        }));
    });
  }

  /** Ends every session of the person but this one. */
  async endOthers(actor: Actor): Promise<void> {
    await this.database.work(async (db) => {
      await this.endAll(db, actor.personId, actor.sessionId);
      const subject = { subjectKind: 'session', subjectId: actor.sessionId };
      await this.audit.record(db, actor, { action: 'endOtherSessions', ...subject });
    });
  }

  /** Ends a person's sessions within the unit of work that makes it necessary. */
  async endAll(db: EntityManager, personId: string, exceptId?: string): Promise<void> {
    const sessions = await db.findBy(Sessions, { personId });
    const ids = sessions.map(({ id }) => id).filter((id) => id !== exceptId);
    if (ids.length) await db.delete(Sessions, { id: In(ids) });
  }

  async currentMemberships(db: EntityManager, personId: string): Promise<Membership[]> {
    const today = this.clock.today();
    const memberships = await db.find(Memberships, { where: { personId }, order: { id: 'ASC' } });
    return memberships.filter(({ from, until }) => from <= today && (until === null || today < until));
  }

  /** Within a unit of work: refuses somebody who has a post in one of the units too. */
  async demandNoPost(db: EntityManager, actor: Actor, unitIds: readonly string[]): Promise<void> {
    demand(hasNoPostIn(await this.currentMemberships(db, actor.personId), unitIds));
  }

  /** Whether somebody leads the unit now. */
  async hasLead(db: EntityManager, unitId: string): Promise<boolean> {
    const today = this.clock.today();
    const posts = await db.findBy(Memberships, { unitId, role: 'unit-lead' });
    return posts.some(({ from, until }) => from <= today && (until === null || today < until));
  }

  async withNames(memberships: readonly Membership[]): Promise<MembershipView[]> {
    return Promise.all(
      memberships.map(async (membership) => ({
        ...membership,
        unitName: (await this.units.find(membership.unitId))?.name ?? '',
      })),
    );
  }

  private async actor({
    unitId,
    role,
    ...found
  }: Pick<Found, 'sessionId' | 'personId' | 'name' | 'unitId' | 'role'>): Promise<Actor> {
    const { sessionId, personId, name } = found;
    if (!unitId || !role)
      return { sessionId, personId, name, role: 'resident', unitId: null, unitName: null, unitIds: [] };
    const unit = await this.units.find(unitId);
    const unitIds = role === 'unit-lead' ? await this.units.underUnit(unitId) : [unitId];
    return { sessionId, personId, name, role, unitId, unitName: unit?.name ?? null, unitIds };
  }

  private lives({ kind, role, lastSeenAt, expiresAt, until }: Lifetime): boolean {
    const now = this.clock.now();
    if (expiresAt <= now || (until !== null && until <= this.clock.today())) return false;
    return kind !== 'web' || Date.parse(now) - Date.parse(lastSeenAt) < idleMinutes(role) * MINUTE;
  }

  /** Written at most once a minute and not waited for: a request need not wait to be remembered. */
  private noteUse({ sessionId, kind, lastSeenAt }: Found): void {
    if (Date.parse(this.clock.now()) - Date.parse(lastSeenAt) < MINUTE) return;
    const seen = { lastSeenAt: this.clock.now(), ...(kind === 'wechat' ? { expiresAt: this.after(WECHAT_MS) } : {}) };
    void this.database.work((db) => db.update(Sessions, { id: sessionId }, seen)).catch(() => undefined);
  }

  private after(ms: number): string {
    return new Date(Date.parse(this.clock.now()) + ms).toISOString();
  }
}

/** Whoever had no post yet when they signed in gave no second factor. */
const mayActAs = (role: Role, { kind, secondFactorAt }: Pick<Session, 'kind' | 'secondFactorAt'>): boolean =>
  role !== 'administrator' || kind !== 'web' || secondFactorAt !== null;

const secondFactorWanted = () =>
  new ForbiddenException({
    code: 'not-allowed',
    message: '用管理员身份要动态验证码，请退出登录，再登录一次',
  });

const idleMinutes = (role: Role | null): number =>
  role === 'administrator' ? IDLE_MINUTES_ADMINISTRATOR : IDLE_MINUTES;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
