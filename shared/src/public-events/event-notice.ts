import { dateInWords, dayInWords, shanghaiDay, shanghaiTime } from '../calendar/day.ts';
import type { PublicEvent } from './event-record.ts';
import { inOrderOfTime } from './event-rules.ts';
import { EVENT_KIND_LABELS, sessionInWords } from './event-words.ts';
import type { EventKind, SignUpTerms } from './event-content.ts';

/** A notice as the county prints and posts it: what a page or a document only has to set. */
export interface PrintedNotice {
  title: string;
  /** 各位居民： */
  opening: string;
  sections: { heading: string; lines: string[] }[];
  /** At the right foot. */
  unitName: string;
  date: string;
  /** Over the title, where it does not take place. */
  stamp: string | null;
}

const OPENINGS = {
  'open-day': '为增进群众对政府工作的了解，现将本次政务开放日有关事项公告如下：',
  meeting: '为保障公众对行政决策的参与，现邀请各界代表和群众列席旁听会议，有关事项公告如下：',
  deliberation: '为协商解决群众关心的事，现将本次议事协商有关事项公告如下：',
  hearing: '为广泛听取意见，根据《重大行政决策程序暂行条例》有关规定，现将听证有关事项公告如下：',
} as const satisfies Record<EventKind, string>;

const TITLES = {
  'open-day': '政务开放日活动的公告',
  meeting: '邀请列席旁听会议的公告',
  deliberation: '开展议事协商的公告',
  hearing: '举行听证会的公告',
} as const satisfies Record<EventKind, string>;

type Shown = Pick<
  PublicEvent,
  'title' | 'kind' | 'unitName' | 'sessions' | 'content' | 'place' | 'counts' | 'publishedAt' | 'isCancelled'
>;

/** The notice in the official form, of what everybody reads: nothing is typed for it again. */
export function printedNotice(event: Shown): PrintedNotice {
  const { content, place } = event;
  const sections = [
    { heading: `${EVENT_KIND_LABELS[event.kind]}主题和内容`, lines: [content.title, content.intro] },
    { heading: '时间', lines: inOrderOfTime(event.sessions).map((session) => sessionInWords(session)) },
    { heading: '地点', lines: [[place.name, place.address].filter(Boolean).join('，')] },
    {
      heading: '活动安排',
      lines: content.programme.map(({ time, words }) => (time ? `${time}　${words}` : words)),
    },
    { heading: '参加对象和名额', lines: groupLines(event) },
    { heading: '报名', lines: content.signUp ? signUpLines(content.signUp) : ['不用报名，届时直接参加。'] },
    { heading: '听证安排', lines: hearingLines(event) },
    {
      heading: '注意事项',
      lines: [
        ...(content.bring ? [`请携带：${content.bring}。`] : []),
        content.accessibility ? `无障碍情况：${content.accessibility}。` : '无障碍情况：没有登记，需要帮助请先打电话。',
        ...(content.streamUrl ? [`网络直播：${content.streamUrl}`] : []),
      ],
    },
    {
      heading: '联系方式',
      lines: [
        `联系人：${content.contact.name}${content.contact.post ? `（${content.contact.post}）` : ''}，电话：${content.contact.phone}。`,
      ],
    },
    {
      heading: '附件',
      lines: content.attachments.map(({ title }, at) => `${at + 1}. ${title}`),
    },
  ];
  return {
    title: `${event.unitName}关于${TITLES[event.kind]}`,
    opening: OPENINGS[event.kind],
    sections: sections.filter(({ lines }) => lines.length > 0),
    unitName: event.unitName,
    date: dateInWords(shanghaiDay(event.publishedAt)),
    stamp: event.isCancelled ? '本次活动已取消' : null,
  };
}

function groupLines({ content, counts, sessions }: Shown): string[] {
  const ordered = inOrderOfTime(sessions);
  return content.groups.map(({ key, name, who, seats }) => {
    // Seats changed since stand in the counts, each session its own.
    const now = ordered.map(
      (one) => counts.find(({ groupKey, sessionKey }) => groupKey === key && sessionKey === one.key)?.seats ?? seats,
    );
    const each = now.map((number, at) => `第 ${at + 1} 场 ${number} 人`).join('、');
    const isAlike = now.every((number) => number === now[0]);
    const inAll = isAlike ? `${sessions.length > 1 ? '每场 ' : ''}${now[0]} 人` : each;
    const limit = content.signUp ? `：${inAll}` : '';
    return `${name}${limit}${who ? `（${who}）` : ''}`;
  });
}

function signUpLines({ opensAt, closesAt, draw, withdrawHours, fields }: SignUpTerms): string[] {
  const at = (instant: string) => `${dayInWords(shanghaiDay(instant))} ${shanghaiTime(instant)}`;
  const way = draw
    ? `报名人数超过名额的，${dateInWords(draw.drawnOn)}公开抽签，所用公开数字为：${draw.seedSource}；算法和每个编号的签都公布，谁都可以重算。`
    : '按报名先后确定，额满的依次候补，有人退出即时递补并告知。';
  return [
    `报名时间：${at(opensAt)}至${at(closesAt)}。可以网上报名，也可以打电话或到现场由工作人员登记。`,
    way,
    `不能参加的，请在开始前 ${withdrawHours} 小时退出，把名额让给候补的人。`,
    ...(fields.length
      ? [`报名还要填：${fields.map(({ label, purpose }) => `${label}（用于${purpose}）`).join('；')}。`]
      : []),
  ];
}

function hearingLines({ content: { hearing } }: Shown): string[] {
  if (!hearing) return [];
  return [
    `听证材料在 ${dateInWords(hearing.papersBy)} 前送达参加人；参加人名单和发言顺序在会前公布。`,
    `每人发言不超过 ${hearing.speakingMinutes} 分钟。`,
    ...(hearing.rules ? [hearing.rules] : []),
  ];
}
