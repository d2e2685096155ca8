import { Inject, Injectable, Logger } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { postJson, type Posted } from '../http/post-json.ts';
import { WechatToken } from './wechat-token.service.ts';

/** A subscribe message as WeChat takes it. */
export interface SubscribeMessage {
  openid: string;
  templateId: string;
  /** Without a leading slash. */
  page: string | null;
  data: Record<string, { value: string }>;
}

/** What WeChat made of it. */
export type SubscribeAnswer =
  | { kind: 'sent' }
  /** Refused under a number of WeChat's. */
  | { kind: 'refused'; code: number }
  | { kind: 'not-now'; afterSeconds: number; reason: string }
  | { kind: 'uncertain'; reason: string };

const TOKEN_REFUSED = new Set([40001, 42001, 40014]);
const PAGE_REFUSED = 41030;
const UNREACHED_SECONDS = 60;

/** Hands subscribe messages to WeChat. A message may have arrived unless WeChat says it has not. */
@Injectable()
export class SubscribeMessages {
  private readonly log = new Logger('wechat');

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly token: WechatToken,
  ) {}

  async send(message: SubscribeMessage): Promise<SubscribeAnswer> {
    const answer = await this.sendWithToken(message);
    if (answer.kind !== 'refused' || answer.code !== PAGE_REFUSED || message.page === null) return answer;
    this.log.error(`WeChat does not know the page ${message.page.split('?')[0]}: the message goes without it`);
    return this.sendWithToken({ ...message, page: null });
  }

  /** Once more with a new token where WeChat does not take the one we hold. */
  private async sendWithToken(message: SubscribeMessage): Promise<SubscribeAnswer> {
    const held = await this.token.hold();
    if (!('token' in held)) return { kind: 'not-now', ...held };
    const first = await this.post(message, held.token);
    if (!isTokenRefused(first)) return first;
    const next = await this.token.hold(held.token);
    if (!('token' in next)) return { kind: 'not-now', ...next };
    const second = await this.post(message, next.token);
    if (!isTokenRefused(second)) return second;
    this.log.error('WeChat refuses the token it has just given');
    return { kind: 'not-now', afterSeconds: UNREACHED_SECONDS, reason: '微信不接受访问令牌' };
  }

  private async post({ openid, templateId, page, data }: SubscribeMessage, token: string): Promise<SubscribeAnswer> {
    const url = `${this.settings.WECHAT_API_BASE}/cgi-bin/message/subscribe/send?access_token=${encodeURIComponent(token)}`;
    const body = { touser: openid, template_id: templateId, ...(page ? { page } : {}), data };
    return answerOf(await postJson(url, JSON.stringify({ ...body, miniprogram_state: 'formal', lang: 'zh_CN' })));
  }
}

const isTokenRefused = (answer: SubscribeAnswer) => answer.kind === 'refused' && TOKEN_REFUSED.has(answer.code);

function answerOf(posted: Posted): SubscribeAnswer {
  if (posted.kind === 'unsent')
    return { kind: 'not-now', afterSeconds: UNREACHED_SECONDS, reason: `连不上微信服务器（${posted.reason}）` };
  if (posted.kind === 'unknown')
    return { kind: 'uncertain', reason: `微信没有应答（${posted.reason}），不知道是否送到` };
  const { status, body } = posted;
  if (status >= 500) return { kind: 'uncertain', reason: `微信服务器出错（HTTP ${status}），不知道是否送到` };
  const { errcode } = (body ?? {}) as { errcode?: unknown };
  if (typeof errcode === 'number') return errcode === 0 ? { kind: 'sent' } : { kind: 'refused', code: errcode };
  // Turned away at WeChat's gate, before anybody looked at the message.
  if (status >= 300)
    return { kind: 'not-now', afterSeconds: UNREACHED_SECONDS, reason: `微信没有受理（HTTP ${status}）` };
  return { kind: 'uncertain', reason: '微信的应答读不懂，不知道是否送到' };
}
