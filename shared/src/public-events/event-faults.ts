import { addDays, daysBetween, shanghaiDay, type Day } from '../calendar/day.ts';
import type { FieldIssue } from '../http/problem.ts';
import { personalDataIn, scanInWords } from '../writings/personal-data.ts';
import { extentOf, PAPER_DAYS, stretchOf } from './event-rules.ts';
import type { EventContent, EventField, EventSession } from './event-content.ts';

/**
 * What has to hold before a notice is proposed and let out, besides what its schema demands. What `before`, which is
 * public, says alike may have gone by: a change of the place comes after sign-up has closed as well.
 */
export function eventFaults(content: EventContent, now: string, before: EventContent | null): FieldIssue[] {
  return [
    ...sessionFaults(content, now, before),
    ...placeFaults(content),
    ...signUpFaults(content, now, before),
    ...drawFaults(content, now, before),
    ...hearingFaults(content, shanghaiDay(now), before),
  ];
}

const isSameTime = (one: EventSession, other: EventSession): boolean =>
  one.key === other.key && one.day === other.day && one.from === other.from && one.to === other.to;

function sessionFaults({ sessions }: EventContent, now: string, before: EventContent | null): FieldIssue[] {
  return sessions.flatMap((session, at) => {
    if (before?.sessions.some((one) => isSameTime(one, session))) return [];
    const path = ['sessions', at, 'day'];
    if (session.from === session.to)
      return [{ path: ['sessions', at, 'to'], message: `第 ${at + 1} 场开始和结束是同一时间，请改正结束时间` }];
    return stretchOf(session).from <= now ? [{ path, message: `第 ${at + 1} 场的时间已经过去，请改期` }] : [];
  });
}

function placeFaults({ place, streamUrl }: EventContent): FieldIssue[] {
  if (place.pointId) return [];
  if (place.words && (place.position || streamUrl)) return [];
  if (!place.words) return [{ path: ['place', 'words'], message: '请选择服务点，或写明地点' }];
  return [{ path: ['place', 'position'], message: '请选择服务点，或在地图上标出地点' }];
}

function signUpFaults(
  { signUp, groups, sessions }: EventContent,
  now: string,
  before: EventContent | null,
): FieldIssue[] {
  if (!signUp) return [];
  const faults: FieldIssue[] = [];
  const { from } = extentOf({ sessions });
  const say = (field: string, message: string) => faults.push({ path: ['signUp', field], message });
  if (signUp.closesAt <= signUp.opensAt) say('closesAt', '报名截止应晚于报名开始，请改正');
  if (signUp.closesAt > from) say('closesAt', '报名应在活动开始前截止，请提前');
  if (signUp.closesAt <= now && signUp.closesAt !== before?.signUp?.closesAt)
    say('closesAt', '报名截止时间已经过去，请改晚一些');
  if (!groups.some(({ seats }) => seats > 0))
    faults.push({ path: ['groups', 0, 'seats'], message: '要报名的活动，至少一类参加对象要有名额' });
  return [...faults, ...signUp.fields.flatMap((field, at) => fieldFaults(field, at, signUp.fields))];
}

/** The number is fixed before sign-up closes, by which nobody has it yet; once it may be known it stands. */
function drawFaults({ signUp, sessions }: EventContent, now: string, before: EventContent | null): FieldIssue[] {
  const draw = signUp?.draw;
  if (!draw) return [];
  const faults: FieldIssue[] = [];
  const say = (field: string, message: string) => faults.push({ path: ['signUp', 'draw', field], message });
  if (draw.drawnOn < shanghaiDay(signUp.closesAt))
    say('drawnOn', '抽签日期应在报名截止当天或以后，数字才没有人事先知道');
  if (draw.drawnOn > extentOf({ sessions }).firstDay) say('drawnOn', '抽签日期应在活动开始之前');
  const fixed = before?.signUp;
  if (fixed?.draw && fixed.closesAt <= now) {
    if (draw.seedSource !== fixed.draw.seedSource) say('seedSource', '报名已经截止，抽签用的数字不能再改');
    if (draw.drawnOn !== fixed.draw.drawnOn) say('drawnOn', '报名已经截止，抽签日期不能再改');
  }
  return faults;
}

/** Identity numbers are asked for with information requests alone (rules D1). */
const NOT_TO_ASK = /身份证|证件号|银行卡|社保卡号/;

function fieldFaults(field: EventField, at: number, all: readonly EventField[]): FieldIssue[] {
  const path = ['signUp', 'fields', at];
  const faults: FieldIssue[] = [];
  if (NOT_TO_ASK.test(field.label))
    faults.push({
      path: [...path, 'label'],
      message: `报名不收集“${field.label}”，请去掉；到场核对看证件即可，不登记号码`,
    });
  if (all.findIndex(({ key }) => key === field.key) < at)
    faults.push({ path: [...path, 'key'], message: `“${field.label}”与前面的一项编号相同，请删去重新添加` });
  if (field.kind === 'choice' && field.options.length < 2)
    faults.push({ path: [...path, 'options'], message: `“${field.label}”至少要有两个选项` });
  return faults;
}

function hearingFaults(content: EventContent, today: Day, before: EventContent | null): FieldIssue[] {
  const { hearing, kind, attachments, signUp } = content;
  if (kind !== 'hearing')
    return hearing ? [{ path: ['hearing'], message: '只有听证会才填听证安排，请去掉或改类型' }] : [];
  if (!hearing) return [{ path: ['hearing'], message: '听证会要写明材料送达日期和发言时间' }];
  const faults: FieldIssue[] = [];
  const { firstDay } = extentOf(content);
  const last = addDays(firstDay, -PAPER_DAYS);
  if (daysBetween(hearing.papersBy, firstDay) < PAPER_DAYS)
    faults.push({ path: ['hearing', 'papersBy'], message: `听证材料应在会前 ${PAPER_DAYS} 日送达，最迟 ${last}` });
  if (last < today && (!before || firstDay !== extentOf(before).firstDay))
    faults.push({ path: ['sessions', 0, 'day'], message: `离听证会不到 ${PAPER_DAYS} 日，材料来不及送达，请改期` });
  if (signUp && shanghaiDay(signUp.closesAt) > last)
    faults.push({
      path: ['signUp', 'closesAt'],
      message: `报名应在 ${last} 前截止，参加人才能在会前 ${PAPER_DAYS} 日拿到材料`,
    });
  if (!signUp) faults.push({ path: ['signUp'], message: '听证会要报名，参加人名单要公布' });
  if (!attachments.some(({ isPaper }) => isPaper))
    faults.push({ path: ['attachments'], message: '请添加听证材料，并标明是听证材料' });
  return faults;
}

/** Nothing in it looks like somebody's number (rules U5); the phone of the office may be a mobile. */
export const eventDataFaults = (content: EventContent): FieldIssue[] =>
  personalDataIn(content, EVENT_FIELD_LABELS, content.contact.phone);

/** What the scan says, for the reviewer and the record. */
export const eventDataScan = ({ contact }: EventContent): string => scanInWords(contact.phone);

const EVENT_FIELD_LABELS = {
  title: '主题',
  intro: '内容介绍',
  programme: '活动安排',
  sessions: '场次',
  place: '地点',
  groups: '参加对象',
  signUp: '报名',
  bring: '要带什么',
  accessibility: '无障碍',
  contact: '联系人',
  attachments: '附件',
  hearing: '听证',
} as const;
