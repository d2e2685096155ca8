import { v7 as newId } from 'uuid';
import type { WechatTemplates } from '@county/shared/channels/wechat-template';
import { startCounty, type County, type CountyOptions } from './county.ts';
import { startWechatStandIn, type WechatStandIn } from './wechat-stand-in.ts';

const SECRET = 'the secret of a mini-program';

const WORK_TEMPLATE: WechatTemplates['work'] = {
  id: 'template-of-work',
  fields: { thing1: 'what', thing2: 'unit', date3: 'on', thing4: 'words' },
};

/** What a server is told of the stand-in; the template is one the stand-in has. */
export const wechatSettings = (url: string) => ({
  WECHAT_APP_ID: 'wx0123',
  WECHAT_APP_SECRET: SECRET,
  WECHAT_API_BASE: url,
  WECHAT_TEMPLATES: JSON.stringify({ work: WORK_TEMPLATE }),
});

/** A county whose reminders go by WeChat, or by what stands in for it; both have the same time. */
export interface WechatCounty {
  county: County;
  wechat: WechatStandIn;
  /** A demo person signs in by WeChat from now on; answers their id. */
  bind(person: string, openid: string): Promise<string>;
  /** Somebody bound taps “allow” so many times, at WeChat and here. */
  allow(person: string, openid: string, count?: number): Promise<void>;
  /** What their WeChat still takes, as their own page says. */
  creditsOf(person: string): Promise<number>;
  close(): Promise<void>;
}

export async function startWechatCounty({ environment, ...options }: CountyOptions = {}): Promise<WechatCounty> {
  let now = () => Date.now();
  const wechat = await startWechatStandIn({ now: () => now(), secret: SECRET });
  wechat.subscriptions.addTemplate(WORK_TEMPLATE.id, Object.keys(WORK_TEMPLATE.fields));
  const county = await startCounty({
    ...options,
    environment: { ...wechatSettings(wechat.url), ...environment },
  });
  now = () => Date.parse(county.clock.now());
  return {
    county,
    wechat,
    bind: (person, openid) =>
      county.database.work(async (db) => {
        await db.query('UPDATE `person` SET `wechatOpenid` = ? WHERE `demoKey` = ?', [openid, person]);
        const rows = await db.query<{ id: string }[]>('SELECT `id` FROM `person` WHERE `demoKey` = ?', [person]);
        return rows[0]!.id;
      }),
    async allow(person, openid, count = 1) {
      const token = await county.signIn(person);
      for (let time = 0; time < count; time += 1) {
        wechat.subscriptions.grant(openid, WORK_TEMPLATE.id);
        const body = { id: newId(), purpose: 'work', result: 'accept' };
        const { status } = await county.ask('POST', '/wechat-consents', { token, body });
        if (status !== 201) throw new Error(`the consent was not taken: ${status}`);
      }
    },
    async creditsOf(person) {
      const { body } = await county.ask('GET', '/wechat-credits', { token: await county.signIn(person) });
      return body.items[0].credits as number;
    },
    async close() {
      await county.close();
      await wechat.close();
    },
  };
}
