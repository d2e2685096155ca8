import { createHmac } from 'node:crypto';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { smsOf } from '@county/shared/channels/message-text';
import { cut, plain } from '@county/shared/channels/plain-text';
import { Clock } from '../clock/clock.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { Database } from '../database/database.ts';
import { postJson, type Posted } from '../http/post-json.ts';
import { ContactPoints } from '../people/contact-points.service.ts';
import { Channels, type Channel, type HandOver, type Message } from './channels.service.ts';
import { MessageSender } from './message-sender.service.ts';

const AGAIN_SECONDS = 60;
const FAULT_SECONDS = 300;
const DAY_SECONDS = 86_400;

const later = (afterSeconds: number, reason: string): HandOver => ({ outcome: 'later', afterSeconds, reason });

/** Text messages, by the adapter of whichever provider the county has (docs/sms.md). */
@Injectable()
export class SmsChannel implements Channel, OnModuleInit {
  readonly name = 'sms';
  private readonly log = new Logger('sms');

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly channels: Channels,
    private readonly contacts: ContactPoints,
    private readonly sender: MessageSender,
  ) {}

  onModuleInit(): void {
    this.channels.add(this);
  }

  get isOpen(): boolean {
    return this.settings.SMS_URL !== undefined && this.settings.SMS_KEY !== undefined;
  }

  reachable(db: EntityManager, personIds: readonly string[]): Promise<Set<string>> {
    return this.contacts.havingPhones(db, personIds);
  }

  async handOver(message: Message): Promise<HandOver> {
    this.database.mustBeOutsideWork('Sending a text message');
    const { SMS_URL: url, SMS_KEY: key } = this.settings;
    if (!url || !key) return { outcome: 'refused', reason: '短信提醒没有开通' };
    try {
      const phone = await this.contacts.phone(message.personId);
      if (!phone) return { outcome: 'refused', reason: '没有登记手机号' };
      const body = JSON.stringify({ id: message.id, phone, text: smsOf(message, this.sender) });
      const timestamp = String(Math.floor(Date.parse(this.clock.now()) / 1000));
      const signature = createHmac('sha256', key).update(`${timestamp}\n${body}`).digest('hex');
      return this.outcomeOf(await postJson(url, body, { 'x-timestamp': timestamp, 'x-signature': signature }));
    } catch (error) {
      this.log.error({ message: 'A text message was not handed over', error: String(error) });
      return later(AGAIN_SECONDS, '系统繁忙');
    }
  }

  private outcomeOf(posted: Posted): HandOver {
    if (posted.kind === 'unsent') return later(AGAIN_SECONDS, `连不上短信服务（${posted.reason}）`);
    if (posted.kind === 'unknown')
      return { outcome: 'uncertain', reason: `短信服务没有应答（${posted.reason}），不知道是否送到` };
    const { status, headers, body } = posted;
    if (status >= 500) return { outcome: 'uncertain', reason: `短信服务出错（HTTP ${status}），不知道是否送到` };
    if (status === 429) return later(seconds(headers.get('retry-after')), '短信服务限制频率');
    if (status === 401 || status === 403 || (status >= 300 && status < 400)) {
      this.log.error(`The SMS adapter does not let us in: HTTP ${status}. Check SMS_URL, SMS_KEY and both clocks`);
      return later(FAULT_SECONDS, `短信服务不让进入（HTTP ${status}），请检查设置`);
    }
    if (status >= 400) return { outcome: 'refused', reason: `短信服务拒收（HTTP ${status}）` };
    return this.answerOf(body);
  }

  private answerOf(body: unknown): HandOver {
    const { accepted, reason, retryAfterSeconds } = (body ?? {}) as Record<string, unknown>;
    if (accepted === true) return { outcome: 'sent' };
    if (accepted !== false) return { outcome: 'uncertain', reason: '短信服务的应答读不懂，不知道是否送到' };
    const said = typeof reason === 'string' && plain(reason) ? `：${cut(plain(reason), MOST_REASON, '…')}` : '';
    if (retryAfterSeconds !== undefined) return later(seconds(retryAfterSeconds), `短信服务暂时不收${said}`);
    return { outcome: 'refused', reason: `短信服务拒收${said}` };
  }
}

const MOST_REASON = 60;

/** Between a moment and a day, whatever was answered. */
function seconds(given: unknown): number {
  const wanted = Number(given);
  return Number.isFinite(wanted) && wanted > 0 ? Math.min(DAY_SECONDS, Math.ceil(wanted)) : AGAIN_SECONDS;
}
