import { BadRequestException, Inject, Injectable, Logger, ServiceUnavailableException } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { Database } from '../database/database.ts';

const TIMEOUT_MS = 8_000;

/** What WeChat says of a sign-in code, in words for a person. */
const WORDS: Record<number, string> = {
  40029: '微信登录凭证已失效，请重新打开小程序再试',
  40163: '微信登录凭证已用过，请重新打开小程序再试',
  45011: '登录太频繁，请一分钟后再试',
  40226: '微信判定此账号有风险，暂时不能登录，请改用手机号登录网页版',
};

interface Answer {
  openid?: string;
  errcode?: number;
  errmsg?: string;
}

/** The one client of WeChat's servers. */
@Injectable()
export class WechatClient {
  private readonly log = new Logger('wechat');

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
  ) {}

  /** The openid behind a `wx.login` code (good once, for 5 minutes). The session key stays here and is dropped. */
  async openidOf(code: string): Promise<string> {
    const { WECHAT_APP_ID: appid, WECHAT_APP_SECRET: secret, WECHAT_API_BASE } = this.settings;
    if (!appid || !secret) {
      throw new ServiceUnavailableException({
        code: 'not-configured',
        message: '微信登录尚未开通，请用手机号和密码登录',
      });
    }
    this.database.mustBeOutsideWork('Asking WeChat');
    const query = new URLSearchParams({ appid, secret, js_code: code, grant_type: 'authorization_code' });
    const answer = await fetch(`${WECHAT_API_BASE}/sns/jscode2session?${query}`, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
      .then((reply) => reply.json() as Promise<Answer>)
      .catch((error: Error): Answer => ({ errcode: -1, errmsg: error.message }));
    if (answer.openid) return answer.openid;
    // For whoever runs the server: a wrong secret or a closed line is no fault of the person who signs in.
    this.log.warn(`WeChat gave no openid: ${answer.errcode ?? 'no code'} ${answer.errmsg ?? ''}`);
    const message = WORDS[answer.errcode ?? -1];
    if (message) throw new BadRequestException({ code: 'wechat-refused', message });
    throw new ServiceUnavailableException({ code: 'wechat-unreachable', message: '微信暂时没有应答，请稍后再试' });
  }
}
