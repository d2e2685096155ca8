import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays, startOfDay } from '@county/shared/calendar/day';
import { templateData, type WechatTemplate } from '@county/shared/channels/wechat-template';
import { Clock } from '../clock/clock.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { Database } from '../database/database.ts';
import { SubscribeMessages, type SubscribeAnswer } from '../wechat/subscribe-messages.service.ts';
import { ChannelPaceService } from './channel-pace.service.ts';
import { Channels, type Channel, type HandOver, type Message } from './channels.service.ts';
import { WechatCredits, type HeldCredit } from './wechat-credits.service.ts';

const BUSY_SECONDS = 60;
const AT_ONCE_SECONDS = 5;

const refused = (reason: string): HandOver => ({ outcome: 'refused', reason });
const later = (afterSeconds: number, reason: string): HandOver => ({ outcome: 'later', afterSeconds, reason });

/** WeChat's subscribe messages: one for each consent. */
@Injectable()
export class WechatChannel implements Channel, OnModuleInit {
  readonly name = 'wechat';
  private readonly log = new Logger('wechat');

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly channels: Channels,
    private readonly credits: WechatCredits,
    private readonly pace: ChannelPaceService,
    private readonly messages: SubscribeMessages,
  ) {}

  onModuleInit(): void {
    this.channels.add(this);
  }

  get isOpen(): boolean {
    return this.credits.template('work') !== undefined;
  }

  reachable(db: EntityManager, personIds: readonly string[]): Promise<Set<string>> {
    return this.credits.reachable(db, personIds, 'work');
  }

  /** The credit is spent before WeChat is asked: whoever dies in between costs the person one, never a second message. */
  async handOver(message: Message): Promise<HandOver> {
    this.database.mustBeOutsideWork('Asking WeChat');
    const template = this.credits.template(message.purpose);
    if (!template) return refused('微信提醒没有开通');
    try {
      const held = await this.database.work((db) => this.spend(db, message));
      if ('outcome' in held) return held;
      return await this.send(message, template, held);
    } catch (error) {
      this.log.error({ message: 'A message was not handed to WeChat', error: String(error) });
      return later(BUSY_SECONDS, '系统繁忙');
    }
  }

  private async spend(db: EntityManager, { personId, purpose }: Message): Promise<HeldCredit | HandOver> {
    if (await this.credits.isTemplateStopped(db, purpose)) return refused('微信停用了提醒模板');
    const credit = await this.credits.hold(db, personId, purpose);
    if (!credit) return refused('没有可用的微信提醒次数');
    const admission = await this.pace.admit(db, 'wechat', this.settings.WECHAT_PER_MINUTE);
    if (admission.kind === 'resting') return refused(USED_UP_TODAY);
    if (admission.kind === 'full') return later(admission.afterSeconds, '微信消息较多，排队发送');
    await this.credits.spend(db, credit);
    return credit;
  }

  private async send(message: Message, template: WechatTemplate, credit: HeldCredit): Promise<HandOver> {
    const answer = await this.messages.send({
      openid: credit.openid,
      templateId: template.id,
      page: pageOf(message),
      data: templateData(template, message, this.clock.today()),
    });
    // What WeChat has said stands, whether or not we can write it down.
    await this.database
      .work((db) => this.settle(db, credit, answer))
      .catch((error: unknown) => {
        this.log.error({ message: 'What WeChat answered was not kept', error: String(error) });
      });
    return outcomeOf(answer);
  }

  /** What an answer means for the messages after this one. */
  private async settle(db: EntityManager, credit: HeldCredit, answer: SubscribeAnswer): Promise<void> {
    if (answer.kind === 'sent' || answer.kind === 'uncertain') return;
    const code = answer.kind === 'refused' ? answer.code : undefined;
    if (code === 43101) return this.credits.zero(db, credit, '微信答复：次数已用完或本人已拒收');
    await this.credits.giveBack(db, credit);
    switch (code) {
      case 47003:
      case 40037:
        this.log.error(
          `WeChat refuses the template of ${credit.purpose} (${code}): it is not used until WECHAT_TEMPLATES fits`,
        );
        return this.credits.stopTemplate(db, credit.purpose, code);
      case 40003:
        return this.credits.markLost(db, credit.openid);
      case 45009:
        this.log.error('The messages WeChat takes in a day are used up: none go by WeChat until tomorrow');
        return this.pace.stop(db, 'wechat', startOfDay(addDays(this.clock.today(), 1)));
      case undefined:
      case -1:
      case 45011:
      case 43108:
        return;
      default:
        this.log.error(`WeChat refuses a message: ${code}`);
    }
  }
}

const USED_UP_TODAY = '今天的微信发送次数已用完';

function outcomeOf(answer: SubscribeAnswer): HandOver {
  switch (answer.kind) {
    case 'sent':
      return { outcome: 'sent' };
    case 'uncertain':
      return { outcome: 'uncertain', reason: answer.reason };
    case 'not-now':
      return later(answer.afterSeconds, answer.reason);
    case 'refused':
      return REFUSALS[answer.code] ?? refused(`微信拒收（${answer.code}）`);
  }
}

const REFUSALS: Partial<Record<number, HandOver>> = {
  43101: refused('微信提醒次数已用完，或本人已拒收'),
  47003: refused('微信停用了提醒模板'),
  40037: refused('微信停用了提醒模板'),
  40003: refused('微信账号已不能接收'),
  43108: later(AT_ONCE_SECONDS, '同时有另一条微信消息'),
  [-1]: later(BUSY_SECONDS, '微信繁忙'),
  45011: later(BUSY_SECONDS, '微信限制频率'),
  // Not tomorrow's first minute: what is due today is for another channel, or for the telephone.
  45009: refused(USED_UP_TODAY),
};

/** As WeChat writes paths; the id tells which message brought the person here. */
function pageOf({ link, id }: Message): string {
  return `${link.replace(/^\//, '')}${link.includes('?') ? '&' : '?'}reminder=${id}`;
}
