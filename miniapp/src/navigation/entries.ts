import type { Actor } from '@county/shared/people/actor';
import { isStaff } from '@county/shared/people/scope';
import type { IconName } from '../ui/icon-name';

/** A way into a feature, on the home page and in the desk's rail. */
export interface Entry {
  to: string;
  words: string;
  about: string;
  icon: IconName;
}

const PUBLIC_TASKS: Entry = {
  to: '/pages/tasks/public/index',
  words: '公开的任务进展',
  about: '县里今年要办的事，由谁负责、办到哪一步',
  icon: 'landmark',
};
const COMPLAINT: Entry = {
  to: '/pages/complaints/new/index',
  words: '投诉建议',
  about: '对政务公开或本系统的意见，不必登录',
  icon: 'message-square-text',
};
const MY_TASKS: Entry = {
  to: '/pages/tasks/my/index',
  words: '我的任务',
  about: '本单位承担的任务、时限和填报',
  icon: 'list-checks',
};
const OUTBOX: Entry = { to: '/pages/tasks/outbox/index', words: '待发送', about: '没有信号时存下的内容', icon: 'send' };
const BREAKDOWNS: Entry = {
  to: '/pages/tasks/breakdowns/index',
  words: '台账与交办',
  about: '各单位进展、导入任务分解表',
  icon: 'table-2',
};
const EXTENSIONS: Entry = {
  to: '/pages/tasks/extensions/index',
  words: '延期审批',
  about: '各单位申请的延期，逐份审批',
  icon: 'calendar-days',
};
const PEOPLE: Entry = { to: '/pages/people/index/index', words: '人员', about: '名册、邀请、调动', icon: 'users' };
const ORG_UNITS: Entry = {
  to: '/pages/org-units/index/index',
  words: '单位',
  about: '名称、别名、上下级',
  icon: 'building-2',
};

const COMPLAINTS: Entry = {
  to: '/pages/complaints/list/index',
  words: '投诉建议答复',
  about: '群众写来的意见，逐条答复',
  icon: 'inbox',
};

/** What somebody can open, in the order in which they will want it; only pages that exist. */
export function entriesFor(actor: Actor | undefined): { work: Entry[]; everyone: Entry[] } {
  const everyone = [PUBLIC_TASKS, COMPLAINT];
  if (!actor || !isStaff(actor)) return { work: [], everyone };
  const { role } = actor;
  const work = [
    ...(role === 'supervisor' || role === 'administrator' ? [BREAKDOWNS] : []),
    ...(role === 'supervisor' ? [EXTENSIONS] : []),
    ...(role === 'administrator' ? [] : [MY_TASKS]),
    ...(role === 'administrator' || role === 'unit-lead' ? [PEOPLE] : []),
    ...(role === 'administrator' ? [ORG_UNITS] : []),
    ...(role === 'administrator' || role === 'supervisor' ? [COMPLAINTS] : []),
    OUTBOX,
  ];
  return { work, everyone };
}

/** Whether a page's address lies within the feature an entry opens. */
export function leadsTo(entry: Pick<Entry, 'to'>, path: string): boolean {
  return path.split('?')[0] === entry.to;
}
