import * as z from '../zod.ts';
import { PageQuery, pageOf } from '../http/page.ts';
import { route } from '../http/route.ts';
import { Colleague, Invitation, NewPerson, OpenWork, PersonMove, PersonView } from './person.ts';
import { STAFF } from './role.ts';
import { RosterPreview, RosterRow } from './roster.ts';

const MANAGERS = ['unit-lead', 'administrator'] as const;
const params = z.object({ personId: z.uuid() });

export const MAX_ROSTER_BYTES = 5 * 1024 * 1024;

export const listPeople = route({
  method: 'GET',
  path: '/people',
  summary: '本单位及所辖单位的人员',
  access: MANAGERS,
  query: PageQuery.extend({
    unitId: z.uuid().optional().meta({ label: '单位' }),
    text: z.string().trim().max(30).optional().meta({ label: '姓名' }),
  }),
  private: true,
  response: pageOf(PersonView),
});

export const listColleagues = route({
  method: 'GET',
  path: '/colleagues',
  summary: '本单位现有人员的姓名',
  access: STAFF,
  response: z.object({ items: z.array(Colleague) }),
});

export const addPerson = route({
  method: 'POST',
  path: '/people',
  summary: '新增人员',
  access: MANAGERS,
  body: NewPerson,
  response: PersonView,
});

/** Inviting again ends the earlier code; after a reset the old password and WeChat binding no longer sign in. */
export const invitePerson = route({
  method: 'POST',
  path: '/people/:personId/invitations',
  summary: '生成邀请码；重置时原登录方式作废',
  access: MANAGERS,
  params,
  body: z.object({ reset: z.boolean().default(false).meta({ label: '重置登录' }) }),
  response: Invitation,
});

export const movePerson = route({
  method: 'POST',
  path: '/people/:personId/moves',
  summary: '调动：换单位或角色，原会话随即失效',
  access: MANAGERS,
  params,
  body: PersonMove,
  response: PersonView,
});

/** Sessions end at once; the reply lists what the unit still owes, for hand-over. */
export const letPersonGo = route({
  method: 'POST',
  path: '/people/:personId/departures',
  summary: '离任：会话失效，列出待移交事项',
  access: MANAGERS,
  params,
  response: z.object({ person: PersonView, openWork: z.array(OpenWork) }),
});

export const previewRoster = route({
  method: 'POST',
  path: '/rosters/previews',
  summary: '上传人员名册（Excel），先看结果不写入',
  access: MANAGERS,
  body: z.object({}),
  upload: { maxBytes: MAX_ROSTER_BYTES },
  response: RosterPreview,
});

export const confirmRoster = route({
  method: 'POST',
  path: '/rosters',
  summary: '确认导入人员名册；有问题的行不写入',
  access: MANAGERS,
  body: z.object({ previewId: z.uuid().meta({ label: '预览编号' }) }),
  response: z.object({ rows: z.array(RosterRow) }),
});
