import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock/clock.ts';
import { KeyRing } from '../config/key-ring.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { Database } from '../database/database.ts';
import { insertNew } from '../database/insert-row.ts';
import { postJson } from '../http/post-json.ts';
import { WechatTokens, type StoredToken } from './wechat.tables.ts';

/** A token WeChat takes for now, or why there is none. */
export type HeldToken = { token: string } | { afterSeconds: number; reason: string };

const EARLY_SECONDS = 300;
/** Not asked again sooner, should WeChat give one that is about to end. */
const ASKED_LATELY_SECONDS = 30;
/** Longer than the asking can take: whoever has not come back by then is dead. */
const LEASE_SECONDS = 30;
const PAUSE_SECONDS = 60;
/** For a wrong secret or an address WeChat does not let in: somebody must put it right first. */
const FAULT_PAUSE_SECONDS = 300;
const PASSING = new Set([-1, 45011]);
const LOOK_AGAIN_MS = 100;
const LOOKS = 120;
const LONG_AGO = '2000-01-01T00:00:00.000Z';

/**
 * The token every process asks WeChat with. It is kept in the database and fetched by one process at a time, while the
 * others go on with the one before, which WeChat takes for another five minutes.
 */
@Injectable()
export class WechatToken {
  private readonly log = new Logger('wechat');
  private readonly ring: KeyRing;
  private readonly appId: string;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.ring = new KeyRing(settings, 'wechat-token');
    this.appId = settings.WECHAT_APP_ID ?? '';
  }

  /** `refused` is a token WeChat has just refused: it is not given out again unless WeChat itself does. */
  async hold(refused?: string): Promise<HeldToken> {
    this.database.mustBeOutsideWork('Asking WeChat for a token');
    for (let look = 0; look < LOOKS; look += 1) {
      const row = await this.database.read((db) => db.findOneBy(WechatTokens, { appId: this.appId }));
      const token = this.tokenOf(row);
      const now = this.clock.now();
      const isGood = token !== undefined && token !== refused && row!.expiresAt > now;
      if (isGood && (row!.expiresAt > after(now, EARLY_SECONDS) || row!.askedAt > after(now, -ASKED_LATELY_SECONDS)))
        return { token };
      if (row && row.pausedUntil > now)
        return isGood ? { token } : { afterSeconds: secondsFrom(now, row.pausedUntil), reason: row.fault ?? '' };
      const lease = await this.takeLease(row);
      if (lease) {
        const asked = await this.ask(lease);
        return 'reason' in asked && isGood ? { token } : asked;
      }
      if (isGood) return { token };
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
    return { afterSeconds: PAUSE_SECONDS, reason: '等不到微信的访问令牌' };
  }

  private tokenOf(row: StoredToken | null): string | undefined {
    if (!row?.cipher) return undefined;
    try {
      return this.ring.open(row.cipher);
    } catch {
      return undefined; // sealed by a key that is in no setting any more: as if there were none
    }
  }

  /** The end of the lease, where it is ours; not while somebody else asks, nor where they have asked since `seen`. */
  private takeLease(seen: StoredToken | null): Promise<string | undefined> {
    return this.database.work(async (db) => {
      const blank = { cipher: null, fault: null, expiresAt: LONG_AGO, askedAt: LONG_AGO, leaseUntil: LONG_AGO };
      await insertNew(db, WechatTokens, [{ ...blank, appId: this.appId, pausedUntil: LONG_AGO }], this.database.kind);
      const row = await this.database.findForChange(db, WechatTokens, { appId: this.appId });
      const now = this.clock.now();
      if (!row || row.leaseUntil > now || row.askedAt !== (seen?.askedAt ?? LONG_AGO)) return undefined;
      const leaseUntil = after(now, LEASE_SECONDS);
      await db.update(WechatTokens, { appId: this.appId }, { leaseUntil });
      return leaseUntil;
    });
  }

  private async ask(leaseUntil: string): Promise<HeldToken> {
    const answer = await this.fetchToken();
    const now = this.clock.now();
    const kept =
      'token' in answer
        ? { cipher: this.ring.seal(answer.token), expiresAt: after(now, answer.seconds), fault: null }
        : { pausedUntil: after(now, answer.afterSeconds), fault: answer.reason };
    await this.database.work((db) =>
      db.update(
        WechatTokens,
        { appId: this.appId, leaseUntil },
        { pausedUntil: LONG_AGO, ...kept, askedAt: now, leaseUntil: LONG_AGO },
      ),
    );
    return 'token' in answer ? { token: answer.token } : answer;
  }

  private async fetchToken(): Promise<{ token: string; seconds: number } | { afterSeconds: number; reason: string }> {
    const { WECHAT_APP_SECRET: secret, WECHAT_API_BASE } = this.settings;
    const wanted = { grant_type: 'client_credential', appid: this.appId, secret, force_refresh: false };
    const posted = await postJson(`${WECHAT_API_BASE}/cgi-bin/stable_token`, JSON.stringify(wanted));
    if (posted.kind !== 'answered') return this.none(PAUSE_SECONDS, `微信服务器没有应答（${posted.reason}）`);
    const { access_token: token, expires_in: seconds, errcode } = (posted.body ?? {}) as Record<string, unknown>;
    if (typeof token === 'string' && typeof seconds === 'number' && seconds > 0) return { token, seconds };
    if (typeof errcode !== 'number' || posted.status >= 500)
      return this.none(PAUSE_SECONDS, `微信没有给出访问令牌（HTTP ${posted.status}）`);
    if (PASSING.has(errcode)) return this.none(PAUSE_SECONDS, `微信暂时不给访问令牌（${errcode}）`);
    this.log.error(
      `WeChat gives no token: ${errcode}. Check WECHAT_APP_ID, WECHAT_APP_SECRET and its list of addresses`,
    );
    return this.none(FAULT_PAUSE_SECONDS, `微信不给访问令牌（${errcode}），请检查小程序设置`);
  }

  private none(afterSeconds: number, reason: string) {
    this.log.warn(`No token: ${reason}`);
    return { afterSeconds, reason };
  }
}

const after = (instant: string, seconds: number) => new Date(Date.parse(instant) + seconds * 1000).toISOString();

const secondsFrom = (from: string, to: string) => Math.ceil((Date.parse(to) - Date.parse(from)) / 1000);
