import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { In, MoreThan, type EntityManager } from 'typeorm';
import {
  canConsent,
  type NewWechatConsent,
  type WechatCredit,
  type WechatReach,
} from '@county/shared/channels/wechat-consent';
import { MessagePurpose, type WechatTemplate } from '@county/shared/channels/wechat-template';
import type { Actor } from '@county/shared/people/actor';
import { Clock } from '../clock/clock.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { Database } from '../database/database.ts';
import { insertNew } from '../database/insert-row.ts';
import { demand, idTaken } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { ContactPoints } from '../people/contact-points.service.ts';
import { VERSION } from '../version.ts';
import { ChannelPaceService } from './channel-pace.service.ts';
import * as stored from './channels.tables.ts';

/** One message that somebody's WeChat may be sent. */
export interface HeldCredit {
  personId: string;
  purpose: MessagePurpose;
  openid: string;
}

/** Who has consented to how many messages, and which templates WeChat takes. */
@Injectable()
export class WechatCredits {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly contacts: ContactPoints,
    private readonly pace: ChannelPaceService,
  ) {}

  /** The county's template, where WeChat is set up for the purpose. */
  template(purpose: MessagePurpose): WechatTemplate | undefined {
    const { WECHAT_APP_ID, WECHAT_APP_SECRET, WECHAT_TEMPLATES } = this.settings;
    return WECHAT_APP_ID && WECHAT_APP_SECRET ? WECHAT_TEMPLATES?.[purpose] : undefined;
  }

  /** Each purpose, whether or not anything can be sent for it. */
  list(actor: Actor): Promise<{ items: WechatCredit[] }> {
    return this.database.read(async (db) => {
      const items = await Promise.all(MessagePurpose.options.map((purpose) => this.view(db, actor.personId, purpose)));
      return { items };
    });
  }

  /** Each acceptance is one message; the account is the one the person signs in with. */
  consent(actor: Actor, { id, purpose, result }: NewWechatConsent) {
    return this.database.work(async (db): Promise<WechatCredit | Repeated<WechatCredit>> => {
      const { personId } = actor;
      const earlier = await db.findOneBy(stored.WechatConsents, { id });
      if (earlier) {
        const isSame = earlier.personId === personId && earlier.purpose === purpose && earlier.result === result;
        if (!isSame) throw idTaken();
        return new Repeated(await this.view(db, personId, purpose));
      }
      demand(canConsent(await this.reach(db, personId, purpose)));
      const openid = (await this.contacts.openids(db, [personId])).get(personId)!;
      const at = this.clock.now();
      await db.insert(stored.WechatConsents, { id, personId, openid, purpose, result, at });
      await this.enter(db, { personId, purpose, openid, lastResult: result, lastAt: at });
      return this.view(db, personId, purpose);
    });
  }

  /** Who of them has at least one message left, to the account they sign in with now. */
  async reachable(db: EntityManager, personIds: readonly string[], purpose: MessagePurpose): Promise<Set<string>> {
    const openids = await this.contacts.openids(db, personIds);
    if (!openids.size) return new Set();
    const rows = await db.findBy(stored.WechatCredits, {
      personId: In([...openids.keys()]),
      purpose,
      credits: MoreThan(0),
    });
    const lost = await this.lost(db, [...openids.values()]);
    const own = rows.filter(({ personId, openid }) => openids.get(personId) === openid && !lost.has(openid));
    return new Set(own.map(({ personId }) => personId));
  }

  /** Held against everybody else until the unit ends; undefined where no message is left. */
  async hold(db: EntityManager, personId: string, purpose: MessagePurpose): Promise<HeldCredit | undefined> {
    if (!(await this.reachable(db, [personId], purpose)).size) return undefined;
    const row = await this.database.findForChange(db, stored.WechatCredits, { personId, purpose });
    return row && row.credits > 0 ? { personId, purpose, openid: row.openid } : undefined;
  }

  /** Within the unit of work that holds it. */
  async spend(db: EntityManager, credit: HeldCredit): Promise<void> {
    await this.change(db, credit, (credits) => credits - 1);
  }

  /** For what has surely not been sent. */
  async giveBack(db: EntityManager, credit: HeldCredit): Promise<void> {
    await this.change(db, credit, (credits) => credits + 1);
  }

  /** WeChat takes no more for this consent, whatever we counted. */
  async zero(db: EntityManager, { personId, purpose, openid }: HeldCredit, because: string): Promise<void> {
    await db.update(stored.WechatCredits, { personId, purpose, openid }, { credits: 0, zeroedBecause: because });
  }

  async markLost(db: EntityManager, openid: string): Promise<void> {
    await insertNew(db, stored.LostWechatAccounts, [{ openid, since: this.clock.now() }], this.database.kind);
  }

  async stopTemplate(db: EntityManager, purpose: MessagePurpose, code: number): Promise<void> {
    const template = this.template(purpose);
    if (!template) return;
    const row = { key: keyOf(template), purpose, templateId: template.id, code, stoppedAt: this.clock.now() };
    await insertNew(db, stored.StoppedTemplates, [row], this.database.kind);
  }

  isTemplateStopped(db: EntityManager, purpose: MessagePurpose): Promise<boolean> {
    const template = this.template(purpose);
    return template ? db.existsBy(stored.StoppedTemplates, { key: keyOf(template) }) : Promise.resolve(false);
  }

  private async view(db: EntityManager, personId: string, purpose: MessagePurpose): Promise<WechatCredit> {
    const reach = await this.reach(db, personId, purpose);
    const openid = (await this.contacts.openids(db, [personId])).get(personId);
    const row = openid ? await db.findOneBy(stored.WechatCredits, { personId, purpose, openid }) : null;
    const isLost = openid !== undefined && (await this.lost(db, [openid])).has(openid);
    const templateId = canConsent(reach).allowed ? this.template(purpose)!.id : null;
    return { purpose, reach, templateId, credits: isLost ? 0 : (row?.credits ?? 0) };
  }

  private async reach(db: EntityManager, personId: string, purpose: MessagePurpose): Promise<WechatReach> {
    if (!this.template(purpose)) return 'not-set-up';
    if (!(await this.contacts.openids(db, [personId])).size) return 'not-bound';
    if (await this.isTemplateStopped(db, purpose)) return 'template-stopped';
    return (await this.pace.isResting(db, 'wechat')) ? 'stopped-today' : 'open';
  }

  /** What an answer comes to: one message more for an acceptance, from nothing where the account is another than before. */
  private async enter(
    db: EntityManager,
    answer: Omit<stored.WechatCredit, 'credits' | 'zeroedBecause'>,
  ): Promise<void> {
    const { personId, purpose, openid, lastResult } = answer;
    await insertNew(db, stored.WechatCredits, [{ ...answer, credits: 0, zeroedBecause: null }], this.database.kind);
    const row = (await this.database.findForChange(db, stored.WechatCredits, { personId, purpose }))!;
    const wasLost = (await this.lost(db, [openid])).has(openid);
    const kept = row.openid === openid && !wasLost ? row.credits : 0;
    const isAccepted = lastResult === 'accept';
    await db.update(
      stored.WechatCredits,
      { personId, purpose },
      { ...answer, credits: kept + (isAccepted ? 1 : 0), zeroedBecause: isAccepted ? null : row.zeroedBecause },
    );
    if (isAccepted && wasLost) await db.delete(stored.LostWechatAccounts, { openid });
  }

  /** A credit of an account the person no longer has is nobody's. */
  private async change(db: EntityManager, { personId, purpose, openid }: HeldCredit, by: (credits: number) => number) {
    const row = await this.database.findForChange(db, stored.WechatCredits, { personId, purpose });
    if (row?.openid !== openid) return;
    await db.update(stored.WechatCredits, { personId, purpose }, { credits: Math.max(0, by(row.credits)) });
  }

  private async lost(db: EntityManager, openids: readonly string[]): Promise<Set<string>> {
    const rows = await db.findBy(stored.LostWechatAccounts, { openid: In([...openids]) });
    return new Set(rows.map(({ openid }) => openid));
  }
}

/** The template as it is filled; what WeChat refused of it may be put right by other fields or by another release. */
const keyOf = (template: WechatTemplate): string =>
  createHash('sha256')
    .update(JSON.stringify([VERSION, template]))
    .digest('hex');
