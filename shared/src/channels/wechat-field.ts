import * as z from '../zod.ts';
import { cut, ELLIPSIS, plain } from './plain-text.ts';

/** The kinds of fields WeChat's templates have, as far as a message of ours can fill them. */
export const WechatFieldKind = z.enum(['thing', 'character_string', 'phrase', 'name', 'number', 'date']);
export type WechatFieldKind = z.infer<typeof WechatFieldKind>;

const MOST = { thing: 20, character_string: 32, phrase: 5, name: 10, latinName: 20, number: 32 } as const;

/** What stands where there is nothing to say: WeChat refuses a message with an empty field. */
const NOTHING = {
  thing: '见小程序',
  character_string: '-',
  phrase: '见小程序',
  name: '见小程序',
  number: '0',
  date: '2000年1月1日',
} as const satisfies Record<WechatFieldKind, string>;

const WECHAT_DATE = /^\d{4}年\d{1,2}月\d{1,2}日(?: \d{1,2}:\d{2})?$/;

/** A text as a field of the kind takes it: never empty, never longer than WeChat allows, nothing it refuses. */
export function fieldText(kind: WechatFieldKind, text: string): string {
  return FORMS[kind](plain(text)) || NOTHING[kind];
}

const FORMS: Record<WechatFieldKind, (text: string) => string> = {
  thing: (text) => cut(text, MOST.thing, ELLIPSIS),
  character_string: (text) => cut(text.replace(/[^\x20-\x7e]/g, ''), MOST.character_string, '...'),
  // Pure Chinese: not even the sign of something left out.
  phrase: (text) => cut(text.replace(/[^\p{Script=Han}]/gu, ''), MOST.phrase),
  name: (text) => {
    const letters = text.replace(/[^\p{Script=Han}A-Za-z ]/gu, '');
    return cut(letters, /\p{Script=Han}/u.test(letters) ? MOST.name : MOST.latinName);
  },
  number: (text) => cut(text.replace(/[^0-9]/g, ''), MOST.number),
  date: (text) => (WECHAT_DATE.test(text) ? text : ''),
};
