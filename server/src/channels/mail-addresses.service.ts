import { randomInt } from 'node:crypto';
import { HttpException, HttpStatus, Injectable, ServiceUnavailableException } from '@nestjs/common';
import { In, MoreThan, type EntityManager } from 'typeorm';
import type { AuditAction } from '@county/shared/audit/audit-acts';
import { shanghaiTime } from '@county/shared/calendar/day';
import {
  canGiveMailAddress,
  MAIL_CODE_MINUTES,
  MAIL_CODE_TRIES,
  masked,
  type MailReach,
  type NewMailAddress,
} from '@county/shared/channels/mail-address';
import { codeMailOf } from '@county/shared/channels/message-text';
import type { Actor } from '@county/shared/people/actor';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { demand, idTaken, invalidField } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { PhoneCipher } from '../people/phone-cipher.service.ts';
import { ChannelPaceService } from './channel-pace.service.ts';
import { MailAddresses, MailCodes, type MailCode } from './channels.tables.ts';
import { MailSender } from './mail-sender.service.ts';
import { MessageSender } from './message-sender.service.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** To one address, and by one person: nobody's mailbox is filled from here. */
const CODES_AN_HOUR = 5;
/** By everybody together; counting them also lets one after the other in. */
const CODES_A_MINUTE = 60;

type Tried = 'right' | 'none' | { left: number };

/** People's own mail addresses: confirmed by a mailed code, shown masked, theirs to delete. */
@Injectable()
export class MailAddressesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly cipher: PhoneCipher,
    private readonly pace: ChannelPaceService,
    private readonly mails: MailSender,
    private readonly sender: MessageSender,
  ) {}

  reach(actor: Actor): Promise<MailReach> {
    return this.database.read((db) => this.view(db, actor.personId));
  }

  /** Mails a code to the address; the codes before it are good no more. */
  async give(actor: Actor, given: NewMailAddress): Promise<MailReach | Repeated<MailReach>> {
    demand(canGiveMailAddress(this.mails.isOpen));
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const isNew = await this.database.work((db) => this.begin(db, actor, given, code));
    if (!isNew) return new Repeated(await this.reach(actor));
    const { address: to, id } = given;
    const handed = await this.mails.send({ id, to, ...codeMailOf(code, MAIL_CODE_MINUTES, this.sender) });
    if (handed.outcome === 'sent' || handed.outcome === 'uncertain') return this.reach(actor);
    await this.database.work((db) => db.update(MailCodes, { id }, { expiresAt: this.clock.now() }));
    if (handed.outcome === 'refused') throw invalidField('address', '这个邮箱不接收邮件，请核对地址');
    throw new ServiceUnavailableException({ code: 'mail-unreachable', message: '邮件暂时发不出去，请过几分钟再试' });
  }

  /** A try counts before it is compared, so that guesses sent at once are all counted. */
  async confirm(actor: Actor, code: string): Promise<MailReach> {
    const tried = await this.database.work((db) => this.try(db, actor, code));
    if (tried === 'right') return this.reach(actor);
    if (tried === 'none') throw invalidField('code', '验证码已失效，请重新获取');
    const left = tried.left ? `还可以试 ${tried.left} 次` : '请重新获取';
    throw invalidField('code', `验证码不对，${left}`);
  }

  remove(actor: Actor): Promise<MailReach> {
    const { personId } = actor;
    return this.database.work(async (db) => {
      const hadOne = await db.existsBy(MailAddresses, { personId });
      await db.delete(MailAddresses, { personId });
      await this.endCodes(db, personId);
      if (hadOne) await this.record(db, actor, 'removeMailAddress');
      return this.view(db, personId);
    });
  }

  /** Who of them has an address. */
  async having(db: EntityManager, personIds: readonly string[]): Promise<Set<string>> {
    if (!personIds.length) return new Set();
    const rows = await db.find(MailAddresses, { select: { personId: true }, where: { personId: In([...personIds]) } });
    return new Set(rows.map(({ personId }) => personId));
  }

  /** For sending alone. */
  async addressOf(personId: string): Promise<string | undefined> {
    const row = await this.database.read((db) => db.findOneBy(MailAddresses, { personId }));
    return row ? this.cipher.decrypt(row.cipher) : undefined;
  }

  /** False where the id is known: the code has been mailed. */
  private async begin(db: EntityManager, { personId }: Actor, { id, address }: NewMailAddress, code: string) {
    const hashes = this.cipher.hashes(`mail ${address}`);
    const hash = hashes[0]!;
    const earlier = await db.findOneBy(MailCodes, { id });
    if (earlier && (earlier.personId !== personId || !hashes.includes(earlier.hash))) throw idTaken();
    if (earlier) return false;
    const now = Date.parse(this.clock.now());
    const admission = await this.pace.admit(db, 'mail', CODES_A_MINUTE);
    if (admission.kind !== 'admitted') throw tooMany(now + MINUTE_MS);
    for (const who of [{ personId }, { hash: In(hashes) }]) {
      const where = { ...who, sentAt: MoreThan(iso(now - HOUR_MS)) };
      const lately = await db.find(MailCodes, { where, order: { sentAt: 'DESC' }, take: CODES_AN_HOUR });
      if (lately[0] && Date.parse(lately[0].sentAt) > now - MINUTE_MS) throw tooMany(now + MINUTE_MS);
      if (lately.length >= CODES_AN_HOUR) throw tooMany(Date.parse(lately.at(-1)!.sentAt) + HOUR_MS + MINUTE_MS);
    }
    await this.endCodes(db, personId);
    const row: MailCode = {
      id,
      personId,
      cipher: this.cipher.encrypt(address),
      hash,
      codeHash: this.cipher.hash(codeWords(id, code)),
      sentAt: iso(now),
      expiresAt: iso(now + MAIL_CODE_MINUTES * MINUTE_MS),
      tries: 0,
    };
    await db.insert(MailCodes, row);
    return true;
  }

  private async try(db: EntityManager, actor: Actor, code: string): Promise<Tried> {
    const { personId } = actor;
    const now = this.clock.now();
    const found = await db.findOneBy(MailCodes, { personId, expiresAt: MoreThan(now) });
    const waiting = found && (await this.database.findForChange(db, MailCodes, { id: found.id }));
    if (!waiting || waiting.expiresAt <= now || waiting.tries >= MAIL_CODE_TRIES) return 'none';
    const tries = waiting.tries + 1;
    await db.update(MailCodes, { id: waiting.id }, { tries });
    if (!this.cipher.hashes(codeWords(waiting.id, code)).includes(waiting.codeHash))
      return { left: MAIL_CODE_TRIES - tries };
    await this.endCodes(db, personId);
    await db.delete(MailAddresses, { personId });
    await db.insert(MailAddresses, { personId, cipher: waiting.cipher, hash: waiting.hash, confirmedAt: now });
    await this.record(db, actor, 'confirmMailAddress');
    return 'right';
  }

  /** They stay for an hour, for counting alone; then the sweep takes them. */
  private async endCodes(db: EntityManager, personId: string): Promise<void> {
    const now = this.clock.now();
    await db.update(MailCodes, { personId, expiresAt: MoreThan(now) }, { expiresAt: now });
  }

  private async view(db: EntityManager, personId: string): Promise<MailReach> {
    const row = await db.findOneBy(MailAddresses, { personId });
    const code = await db.findOneBy(MailCodes, { personId, expiresAt: MoreThan(this.clock.now()) });
    return {
      isOpen: this.mails.isOpen,
      address: row && masked(this.cipher.decrypt(row.cipher)),
      waiting: code && { address: masked(this.cipher.decrypt(code.cipher)), until: code.expiresAt },
    };
  }

  private record(db: EntityManager, actor: Actor, action: AuditAction) {
    return this.audit.record(db, actor, { action, subjectKind: 'person', subjectId: actor.personId });
  }
}

const codeWords = (id: string, code: string): string => `mail code ${id} ${code}`;

const iso = (ms: number) => new Date(ms).toISOString();

function tooMany(until: number): HttpException {
  const message = `验证码发得太频繁，请在 ${shanghaiTime(iso(until))} 以后再试`;
  return new HttpException({ code: 'too-many', message }, HttpStatus.TOO_MANY_REQUESTS);
}
