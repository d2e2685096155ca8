import { dateInWords, type Day } from '../calendar/day.ts';
import { cut, ELLIPSIS, plain } from './plain-text.ts';

/** What a message says, whichever way it goes. */
export interface MessageWords {
  what: string;
  unit: string | null;
  on: Day | null;
  words: string;
  /** Page path with its query. */
  link: string;
}

/** Whose system speaks. */
export interface Sender {
  countyName: string;
  owner: string;
  /** `https://example.gov.cn`; null where the server has not been told. */
  origin: string | null;
  phone: string | null;
}

const MOST_SUBJECT = 70;
/** Two parts of a Chinese text message. */
const MOST_SMS = 134;

/** A plain-text mail: what, which unit, until when, and where it is dealt with; whose it is and how to stop it. */
export function mailOf(message: MessageWords, sender: Sender): { subject: string; text: string } {
  const { unit, on } = message;
  const limit = on ? `，期限 ${dateInWords(on)}` : '';
  const subject = cut(`${sender.countyName}政务公开提醒：${plain(message.what)}${limit}`, MOST_SUBJECT, ELLIPSIS);
  const lines = [
    `事项：${plain(message.what)}`,
    ...(unit ? [`单位：${plain(unit)}`] : []),
    ...(on ? [`期限：${dateInWords(on)}`] : []),
    `说明：${plain(message.words)}`,
    '',
    ...(sender.origin ? ['打开办理：', sender.origin + message.link, ''] : []),
    ...signatureOf(sender),
    '不想再收到：登录后在“我的 - 提醒方式”里删除邮箱。',
  ];
  return { subject, text: `${lines.join('\n')}\n` };
}

/** The mail by which somebody shows that an address is theirs. */
export function codeMailOf(code: string, minutes: number, sender: Sender): { subject: string; text: string } {
  const lines = [
    `验证码：${code}`,
    '',
    `请在 ${minutes} 分钟内填到“提醒方式”页面，填好后工作提醒会发到这个邮箱。`,
    '如果不是您本人在操作，不用理会这封邮件，也不要把验证码告诉别人。',
    '',
    ...signatureOf(sender),
  ];
  return { subject: `${sender.countyName}政务公开：邮箱验证码`, text: `${lines.join('\n')}\n` };
}

/** A text message: the matter first, so that what has to be left out is the explanation. */
export function smsOf(message: MessageWords, sender: Sender): string {
  const { unit, on } = message;
  const about = [...(unit ? [plain(unit)] : []), ...(on ? [`期限${dateInWords(on)}`] : [])].join('，');
  const head = `【${sender.countyName}政务公开】`;
  const tail = sender.origin ? `详见 ${sender.origin}` : '详见小程序';
  const matter = `${plain(message.what)}${about ? `（${about}）` : ''}：${plain(message.words)}`;
  return head + cut(matter, MOST_SMS - head.length - tail.length, ELLIPSIS) + tail;
}

function signatureOf({ owner, countyName, phone }: Sender): string[] {
  return [
    '--',
    `本邮件由${owner}的“${countyName}政务公开”系统自动发出，请不要回复。${phone ? `联系电话：${phone}` : ''}`,
  ];
}
