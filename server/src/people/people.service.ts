import { randomInt } from 'node:crypto';
import { ConflictException, Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { AuditAction } from '@county/shared/audit/audit-acts';
import type { Page, PageQuery } from '@county/shared/http/page';
import { isValidOn } from '@county/shared/org-units/org-unit';
import type { Actor } from '@county/shared/people/actor';
import type { Invitation, NewPerson, OpenWork, PersonMove, PersonView } from '@county/shared/people/person';
import { canGiveRole, canInvite, canMoveOrLetGo } from '@county/shared/people/people-rules';
import type { Role } from '@county/shared/people/role';
import { scopeOf } from '@county/shared/people/scope';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { anywhere, contains } from '../database/contains.ts';
import { Database } from '../database/database.ts';
import { readIdCursor } from '../http/page-cursor.ts';
import { demand, idTaken, invalidField, notFound } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { Invitations, Memberships, People, type Person } from './people.tables.ts';
import { PhoneCipher } from './phone-cipher.service.ts';
import { SecondFactors } from './second-factor.service.ts';
import { SessionsService } from './sessions.service.ts';

const INVITED_MS = 7 * 24 * 3_600_000;
/** Without letters and digits that are taken for one another. */
export const OTHER_NAME = '这个手机号登记在另一个姓名下，请核对手机号和姓名';

const CODE_SIGNS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

const lastAdministrator = () =>
  new ConflictException({
    code: 'wrong-state',
    message: '这是最后一位能登录的管理员，请先设置另一位管理员，再办理调动或离任',
  });

/** Tells what a unit still owes; registered by the feature that knows. */
export type OpenWorkSource = (db: EntityManager, unitIds: readonly string[]) => Promise<OpenWork[]>;

/** Staff of the units one manages: added, invited, moved, let go. */
@Injectable()
export class PeopleService {
  private openWork: OpenWorkSource = async () => [];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly cipher: PhoneCipher,
    private readonly sessions: SessionsService,
    private readonly secondFactors: SecondFactors,
    private readonly units: OrgUnitsService,
  ) {}

  onOpenWork(source: OpenWorkSource): void {
    this.openWork = source;
  }

  list(
    actor: Actor,
    { unitId, text }: { unitId?: string | undefined; text?: string | undefined },
    page: PageQuery,
  ): Promise<Page<PersonView>> {
    return this.database.read(async (db) => {
      const query = db
        .createQueryBuilder(People, 'person')
        .innerJoin(Memberships.options.name, 'm', 'm.personId = person.id')
        .distinct(true);
      query.where('(m.until IS NULL OR m.until > :today)', { today: this.clock.today() });
      const scope = scopeOf(actor);
      if (scope) query.andWhere('m.unitId IN (:...scope)', { scope });
      if (unitId) query.andWhere('m.unitId = :unitId', { unitId });
      if (text) query.andWhere(contains('person.name', 'name'), { name: anywhere(text) });
      const after = readIdCursor(page.cursor);
      if (after) query.andWhere('person.id > :after', { after });
      const rows = await query
        .orderBy('person.id')
        .limit(page.limit + 1)
        .getMany();
      const shown = rows.slice(0, page.limit);
      const items = await Promise.all(shown.map((person) => this.view(db, actor, person)));
      return { items, next: rows.length > page.limit ? shown.at(-1)!.id : null };
    });
  }

  /** Somebody whose phone is known gets another membership rather than a double of themselves. */
  async add(actor: Actor, { id, name, phone, unitId, role }: NewPerson): Promise<PersonView | Repeated<PersonView>> {
    await this.demandUnit(unitId);
    demand(canGiveRole(actor, unitId, role));
    return this.database.work(async (db) => {
      const hashes = this.cipher.hashes(phone);
      const known = (await db.findOneBy(People, { phoneHash: In(hashes) })) ?? (await db.findOneBy(People, { id }));
      if (known && !hashes.includes(known.phoneHash ?? '')) throw idTaken();
      if (known?.id === id && known.name !== name) throw idTaken();
      if (known && known.name !== name) throw invalidField('name', OTHER_NAME);
      if (known) {
        const memberships = await this.sessions.currentMemberships(db, known.id);
        if (memberships.some((m) => m.unitId === unitId && m.role === role))
          return new Repeated(await this.view(db, actor, known));
      }
      const person = known ?? { ...this.newPerson(id, name), ...this.phoneColumns(phone) };
      if (!known) await db.insert(People, person);
      await this.endInvitations(db, person.id);
      await db.insert(Memberships, {
        id: newId(),
        personId: person.id,
        unitId,
        role,
        from: this.clock.today(),
        until: null,
      });
      await this.record(db, actor, 'addPerson', person.id);
      return this.view(db, actor, person);
    });
  }

  /** Whether the phone is known under another name, which somebody must look at before anything is written. */
  isKnownOtherwise(phone: string, name: string): Promise<boolean> {
    return this.database.read(async (db) => {
      const known = await db.findOneBy(People, { phoneHash: In(this.cipher.hashes(phone)) });
      return known !== null && known.name !== name;
    });
  }

  /** What adding somebody would come to, without doing it. */
  outcomeOfAdding(phone: string, unitId: string, role: Role): Promise<'added' | 'moved' | 'unchanged'> {
    return this.database.read(async (db) => {
      const known = await db.findOneBy(People, { phoneHash: In(this.cipher.hashes(phone)) });
      const memberships = known ? await this.sessions.currentMemberships(db, known.id) : [];
      if (memberships.some((m) => m.unitId === unitId && m.role === role)) return 'unchanged';
      return known ? 'moved' : 'added';
    });
  }

  /** A code shown once; inviting again ends the earlier one, a reset ends sessions and the old ways of signing in. */
  invite(actor: Actor, personId: string, reset: boolean): Promise<Invitation> {
    const code = Array.from({ length: 10 }, () => CODE_SIGNS[randomInt(CODE_SIGNS.length)]).join('');
    return this.database.work(async (db) => {
      await this.getManaged(db, actor, personId);
      demand(canInvite(actor, await this.sessions.currentMemberships(db, personId)));
      await this.endInvitations(db, personId);
      if (reset) {
        await db.update(People, { id: personId }, { passwordHash: null, wechatOpenid: null });
        await this.secondFactors.forget(db, personId);
        await this.sessions.endAll(db, personId);
      }
      const expiresAt = new Date(Date.parse(this.clock.now()) + INVITED_MS).toISOString();
      await db.insert(Invitations, {
        id: newId(),
        codeHash: this.cipher.hash(code),
        personId,
        expiresAt,
        usedAt: null,
      });
      await this.record(db, actor, reset ? 'resetPerson' : 'invitePerson', personId);
      return { code, personId, expiresAt };
    });
  }

  async move(actor: Actor, personId: string, { unitId, role }: PersonMove): Promise<PersonView> {
    await this.demandUnit(unitId);
    demand(canMoveOrLetGo(actor, personId));
    demand(canGiveRole(actor, unitId, role));
    return this.database.work(async (db) => {
      const person = await this.getManaged(db, actor, personId);
      if (role !== 'administrator') await this.demandAnotherAdministrator(db, personId);
      await this.endMemberships(db, actor, personId);
      await db.insert(Memberships, { id: newId(), personId, unitId, role, from: this.clock.today(), until: null });
      await this.endInvitations(db, personId);
      await this.sessions.endAll(db, personId);
      await this.record(db, actor, 'movePerson', personId);
      return this.view(db, actor, person);
    });
  }

  /** Sessions end at once; what the unit still owes is listed for whoever takes over. */
  letGo(actor: Actor, personId: string): Promise<{ person: PersonView; openWork: OpenWork[] }> {
    demand(canMoveOrLetGo(actor, personId));
    return this.database.work(async (db) => {
      const person = await this.getManaged(db, actor, personId);
      await this.demandAnotherAdministrator(db, personId);
      const unitIds = await this.endMemberships(db, actor, personId);
      await this.sessions.endAll(db, personId);
      await this.endInvitations(db, personId);
      await this.record(db, actor, 'letPersonGo', personId);
      return { person: await this.view(db, actor, person), openWork: await this.openWork(db, unitIds) };
    });
  }

  private async demandUnit(unitId: string): Promise<void> {
    const unit = await this.units.get(unitId);
    if (!isValidOn(unit, this.clock.today()))
      throw invalidField('unitId', `${unit.name}已撤销或并入其他单位，请选择现在的单位`);
  }

  /** Whether anybody holds the administrator's post today. */
  hasAdministrator(): Promise<boolean> {
    return this.database.read((db) =>
      db
        .createQueryBuilder(Memberships, 'm')
        .where("m.role = 'administrator' AND (m.until IS NULL OR m.until > :today)", { today: this.clock.today() })
        .getExists(),
    );
  }

  /** A person's row before anything but the name is known. */
  newPerson(id: string, name: string): Person {
    const nothing = {
      phoneCipher: null,
      phoneHash: null,
      phoneEnding: null,
      passwordHash: null,
      wechatOpenid: null,
      demoKey: null,
    };
    return { id, name, ...nothing, createdAt: this.clock.now() };
  }

  phoneColumns(phone: string): Pick<Person, 'phoneCipher' | 'phoneHash' | 'phoneEnding'> {
    return {
      phoneCipher: this.cipher.encrypt(phone),
      phoneHash: this.cipher.hash(phone),
      phoneEnding: phone.slice(-4),
    };
  }

  /** A county without an administrator who can sign in has nobody who could make one. */
  private async demandAnotherAdministrator(db: EntityManager, personId: string): Promise<void> {
    const posts = await this.sessions.currentMemberships(db, personId);
    if (!posts.some(({ role }) => role === 'administrator')) return;
    // Held in one order by whoever asks: two administrators letting each other go at once must not both find the other.
    await db.query(
      `SELECT \`id\` FROM \`membership\` WHERE \`role\` = 'administrator' ORDER BY \`id\`${this.database.forUpdate}`,
    );
    const others = await db
      .createQueryBuilder(Memberships, 'm')
      .innerJoin(People.options.name, 'person', 'person.id = m.personId')
      .where("m.role = 'administrator' AND m.personId <> :personId", { personId })
      .andWhere('(m.until IS NULL OR m.until > :today)', { today: this.clock.today() })
      .andWhere('(person.passwordHash IS NOT NULL OR person.wechatOpenid IS NOT NULL OR person.demoKey IS NOT NULL)')
      .getCount();
    if (!others) throw lastAdministrator();
  }

  /** The person, when one of their units is the actor's to manage; 404 otherwise. */
  private async getManaged(db: EntityManager, actor: Actor, personId: string): Promise<Person> {
    const person = await this.database.findForChange(db, People, { id: personId });
    const memberships = await this.managedMemberships(db, actor, personId);
    if (!person || !memberships.length) throw notFound('这位人员');
    for (const { unitId, role } of memberships) demand(canGiveRole(actor, unitId, role));
    return person;
  }

  private async managedMemberships(db: EntityManager, actor: Actor, personId: string) {
    const scope = scopeOf(actor);
    const memberships = await this.sessions.currentMemberships(db, personId);
    return memberships.filter(({ unitId }) => scope === null || scope.includes(unitId));
  }

  /** A code given out for what somebody was does not open what they have become. */
  private async endInvitations(db: EntityManager, personId: string): Promise<void> {
    await db.delete(Invitations, { personId, usedAt: IsNull() });
  }

  private async endMemberships(db: EntityManager, actor: Actor, personId: string): Promise<string[]> {
    const memberships = await this.managedMemberships(db, actor, personId);
    await db.update(Memberships, { id: In(memberships.map(({ id }) => id)) }, { until: this.clock.today() });
    return memberships.map(({ unitId }) => unitId);
  }

  private async view(db: EntityManager, actor: Actor, person: Person): Promise<PersonView> {
    const invitation = await db.findOneBy(Invitations, { personId: person.id, usedAt: IsNull() });
    return {
      id: person.id,
      name: person.name,
      phoneEnding: person.phoneEnding,
      memberships: await this.sessions.withNames(await this.managedMemberships(db, actor, person.id)),
      canSignIn: person.wechatOpenid !== null || person.passwordHash !== null,
      invitedUntil: invitation && invitation.expiresAt > this.clock.now() ? invitation.expiresAt : null,
    };
  }

  private record(db: EntityManager, actor: Actor, action: AuditAction, subjectId: string) {
    return this.audit.record(db, actor, { action, subjectKind: 'person', subjectId });
  }
}
