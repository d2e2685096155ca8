import type { Actor } from '@county/shared/people/actor';
import { isStaff } from '@county/shared/people/scope';
import { INBOX_PAGE } from '@county/shared/reminders/reminder-rules';
import { HOME_WAYS } from '@county/shared/site/home-ways';
import type { IconName } from '../ui/icon-name';
import { BOOKABLE_PAGE } from './booking-pages';
import { KEPT_EVENTS_PAGE } from './event-pages';

/** A way into a feature, on the home page and in the desk's rail. */
export interface Entry {
  to: string;
  words: string;
  about: string;
  icon: IconName;
}

const PUBLIC_TASKS: Entry = { ...HOME_WAYS.tasks, icon: 'landmark' };
const COMPLAINT: Entry = { ...HOME_WAYS.complaint, icon: 'message-square-text' };
const MY_TASKS: Entry = {
  to: '/pages/tasks/my/index',
  words: '我的任务',
  about: '本单位承担的任务、时限和填报',
  icon: 'list-checks',
};
const INBOX: Entry = { to: INBOX_PAGE, words: '提醒', about: '到期、逾期和要您处理的事', icon: 'bell' };
const TELEPHONE_LIST: Entry = {
  to: '/pages/reminders/telephone-list/index',
  words: '电话通知',
  about: '提醒没有送到、要打电话的人',
  icon: 'phone',
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
const CIRCULARS: Entry = {
  to: '/pages/circulars/list/index',
  words: '通报',
  about: '逾期任务的通报，签收、异议和复核',
  icon: 'megaphone',
};
const SUPERVISION_ORDERS: Entry = {
  to: '/pages/supervision-orders/list/index',
  words: '督办单',
  about: '逐单编号的督办，限期答复和审核',
  icon: 'file-text',
};
const NUDGES: Entry = {
  to: '/pages/nudges/list/index',
  words: '催办记录',
  about: '催办过哪些任务，通知了谁、怎样送达',
  icon: 'bell',
};
const PEOPLE: Entry = { to: '/pages/people/index/index', words: '人员', about: '名册、邀请、调动', icon: 'users' };
const ORG_UNITS: Entry = {
  to: '/pages/org-units/index/index',
  words: '单位',
  about: '名称、别名、上下级',
  icon: 'building-2',
};

const CALENDAR: Entry = {
  to: '/pages/calendar/index/index',
  words: '工作日历',
  about: '放假和调休上班的日子',
  icon: 'calendar-check',
};

const OPERATION: Entry = {
  to: '/pages/operation/index/index',
  words: '运行状况',
  about: '提醒有没有积压，备份、磁盘是否正常',
  icon: 'shield-check',
};

const AUDIT: Entry = {
  to: '/pages/audit/index/index',
  words: '操作日志',
  about: '谁在什么时候做了什么、看了什么',
  icon: 'history',
};

const COMPLAINTS: Entry = {
  to: '/pages/complaints/list/index',
  words: '投诉建议答复',
  about: '群众写来的意见，逐条答复',
  icon: 'inbox',
};

const TASK_QUESTIONS: Entry = {
  to: '/pages/task-questions/list/index',
  words: '群众提问',
  about: '群众就公开的任务提的问题，10 个工作日内答复',
  icon: 'circle-help',
};

const GUIDES: Entry = {
  to: '/pages/service-guides/manage/index',
  words: '办事指南维护',
  about: '编写、审查、核对本单位的办事指南和一本通',
  icon: 'pencil',
};

const SERVICE_POINTS: Entry = {
  to: '/pages/service-map/manage/index',
  words: '管服务点',
  about: '本单位的窗口、时间、电话，核对和群众纠错',
  icon: 'landmark',
};

const HOME_VISITS: Entry = {
  to: '/pages/appointments/home-visits/requests/index',
  words: '上门服务办理',
  about: '上门申请、每天的安排、服务卡；替村民申请',
  icon: 'hand-heart',
};

const BOOKABLE: Entry = {
  to: BOOKABLE_PAGE,
  words: '预约与取号',
  about: '今天谁来办、叫号，哪些事可以约、放多少号',
  icon: 'calendar-check',
};

const KEPT_EVENTS: Entry = {
  to: KEPT_EVENTS_PAGE,
  words: '活动管理',
  about: '开放日、旁听、协商、听证：发通知、审查、变更、取消',
  icon: 'calendar-days',
};

/** What somebody can open, in the order in which they will want it; only pages that exist. */
export function entriesFor(actor: Actor | undefined): { work: Entry[]; everyone: Entry[] } {
  const everyone = [PUBLIC_TASKS, COMPLAINT];
  if (!actor || !isStaff(actor)) return { work: [], everyone };
  const { role } = actor;
  const work = [
    INBOX,
    ...(role === 'supervisor' || role === 'administrator' ? [BREAKDOWNS] : []),
    ...(role === 'supervisor' ? [EXTENSIONS] : []),
    ...(role === 'administrator' ? [] : [MY_TASKS, TASK_QUESTIONS, SUPERVISION_ORDERS, CIRCULARS]),
    GUIDES,
    KEPT_EVENTS,
    ...(role === 'supervisor' || role === 'unit-lead' ? [NUDGES] : []),
    ...(role === 'administrator' || role === 'unit-lead' ? [PEOPLE] : []),
    ...(role === 'administrator' ? [ORG_UNITS] : []),
    ...(role === 'administrator' || role === 'supervisor' ? [COMPLAINTS] : []),
    ...(role === 'officer' ? [] : [TELEPHONE_LIST]),
    SERVICE_POINTS,
    ...(role === 'officer' || role === 'unit-lead' ? [HOME_VISITS] : []),
    BOOKABLE,
    CALENDAR,
    ...(role === 'administrator' ? [OPERATION, AUDIT] : []),
    OUTBOX,
  ];
  return { work, everyone };
}

/** Whether a page's address lies within the feature an entry opens. */
export function leadsTo(entry: Pick<Entry, 'to'>, path: string): boolean {
  return path.split('?')[0] === entry.to;
}
