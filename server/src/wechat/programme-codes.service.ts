import { Inject, Injectable, Logger } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { postForBytes } from '../http/post-json.ts';
import { WechatToken } from './wechat-token.service.ts';

/** The picture of a small programme code, or why there is none. */
export type CodeAnswer =
  | { kind: 'picture'; bytes: Buffer; mediaType: 'image/png' | 'image/jpeg' }
  | { kind: 'not-configured' }
  | { kind: 'not-now'; reason: string };

const TOKEN_REFUSED = new Set([40001, 42001, 40014]);
const WIDTH = 430;

/** What WeChat says of a code, in words for a person. */
const WORDS: Record<number, string> = {
  41030: '小程序还没有发布这个页面，发布后再取',
  45009: '今天向微信要的码太多了，请明天再取',
};

/** Asks WeChat for small programme codes: `getwxacodeunlimit`, whose number is not limited and whose scene is short. */
@Injectable()
export class ProgrammeCodes {
  private readonly log = new Logger('wechat');

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly token: WechatToken,
  ) {}

  /** `page` without a leading slash. To ask twice gives the same code twice. */
  async picture(scene: string, page: string): Promise<CodeAnswer> {
    const { WECHAT_APP_ID, WECHAT_APP_SECRET } = this.settings;
    if (!WECHAT_APP_ID || !WECHAT_APP_SECRET) return { kind: 'not-configured' };
    const held = await this.token.hold();
    if (!('token' in held)) return { kind: 'not-now', reason: held.reason };
    const first = await this.ask(scene, page, held.token);
    if (first.kind !== 'refused' || !TOKEN_REFUSED.has(first.code)) return this.said(first);
    const next = await this.token.hold(held.token);
    return 'token' in next
      ? this.said(await this.ask(scene, page, next.token))
      : { kind: 'not-now', reason: next.reason };
  }

  private async ask(
    scene: string,
    page: string,
    token: string,
  ): Promise<CodeAnswer | { kind: 'refused'; code: number }> {
    const url = `${this.settings.WECHAT_API_BASE}/wxa/getwxacodeunlimit?access_token=${encodeURIComponent(token)}`;
    const posted = await postForBytes(url, JSON.stringify({ scene, page, width: WIDTH, check_path: true }));
    if (posted.kind !== 'answered') return { kind: 'not-now', reason: `连不上微信服务器（${posted.reason}）` };
    const mediaType = mediaTypeOf(posted.bytes);
    if (posted.status === 200 && mediaType) return { kind: 'picture', bytes: posted.bytes, mediaType };
    const code = errorCode(posted.bytes);
    return code === undefined
      ? { kind: 'not-now', reason: `微信的应答读不懂（HTTP ${posted.status}），请稍后再试` }
      : { kind: 'refused', code };
  }

  private said(answer: CodeAnswer | { kind: 'refused'; code: number }): CodeAnswer {
    if (answer.kind !== 'refused') return answer;
    this.log.warn(`WeChat gives no small programme code: ${answer.code}`);
    return { kind: 'not-now', reason: WORDS[answer.code] ?? `微信没有给出小程序码（${answer.code}），请稍后再试` };
  }
}

/** By its first bytes: WeChat's own word for it is not always right. */
function mediaTypeOf(bytes: Buffer): 'image/png' | 'image/jpeg' | undefined {
  if (bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]))) return 'image/png';
  return bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) ? 'image/jpeg' : undefined;
}

function errorCode(bytes: Buffer): number | undefined {
  try {
    const { errcode } = JSON.parse(bytes.toString('utf8')) as { errcode?: unknown };
    return typeof errcode === 'number' ? errcode : undefined;
  } catch {
    return undefined;
  }
}
