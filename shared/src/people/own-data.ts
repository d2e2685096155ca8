import * as z from '../zod.ts';
import { route } from '../http/route.ts';

/** One thing that is kept about a person, as they read it: names and values, both in words. */
const OwnDataItem = z.array(z.object({ name: z.string(), value: z.string() }));

/** Everything kept about whoever is signed in, kind after kind (个人信息保护法 45). */
export const OwnData = z
  .object({
    at: z.iso.datetime(),
    parts: z.array(z.object({ what: z.string(), items: z.array(OwnDataItem) })),
  })
  .meta({ id: 'OwnData' });
export type OwnData = z.infer<typeof OwnData>;
export type OwnDataItem = z.infer<typeof OwnDataItem>;

export const getOwnData = route({
  method: 'GET',
  path: '/people/me/data',
  summary: '我的个人信息：系统里存了什么',
  access: 'signed-in',
  private: true,
  response: OwnData,
});

/** A resident's alone: a colleague's account belongs to the post, and ends with it (个人信息保护法 47). */
export const closeAccount = route({
  method: 'POST',
  path: '/people/me/closings',
  summary: '注销账号：删除微信绑定和与账号相连的记录',
  access: 'signed-in',
  /** Nobody leaves by a slip of the finger. */
  body: z.object({ understood: z.literal(true).meta({ label: '确认注销' }) }),
  response: z.object({ done: z.literal(true) }),
});

/** What is kept, as text to be handed on or printed. */
export function ownDataInWords({ parts }: OwnData): string {
  return parts
    .map(({ what, items }) =>
      [`【${what}】`, ...items.map((item) => item.map(({ name, value }) => `${name}：${value}`).join('\n'))].join('\n'),
    )
    .join('\n\n');
}
