import { addDays, shanghaiDay, type Day } from '@county/shared/calendar/day';
import type { Failure } from './failure';
import { failureSentence } from './failure';

/** A photo that goes after its words. */
export interface OutboxPhoto {
  id: string;
  name: string;
  state: 'waiting' | 'sent' | 'refused';
  reason: string | null;
}

/** Something a person has sent that the server may not have yet. Its id is the one the server files it under. */
export interface OutboxItem {
  id: string;
  /** The feature's name for it, such as `progress-report`. */
  kind: string;
  /** What it is, in words: 「第 12 项 · 政务公开专区建设」的进展. */
  title: string;
  createdAt: string;
  /** Whose it is, and for which unit: it is sent only while the same person acts for the same unit. */
  personId: string | null;
  unitId: string | null;
  unitName: string | null;
  /** As it goes over the wire, so that a later version of the app sends what the earlier one wrote. */
  request: { method: 'POST' | 'PUT'; path: string; body: unknown };
  wordsSent: boolean;
  /** Where photos go, and which still have to. */
  photos: OutboxPhoto[];
  state: 'waiting' | 'sending' | 'sent' | 'failed';
  /** Why it is still here, in words. */
  reason: string | null;
  lastTriedAt: string | null;
  sentAt: string | null;
  /** It was done and cannot be done again: it waits even where the device could not keep it. */
  isAct?: boolean;
  /** The device is full: it is gone when the app is closed. */
  isInMemoryOnly?: boolean;
  /** What the server told of it on arrival, in words. */
  notice?: string | null;
}

export type Sender = { personId: string; unitId: string | null } | undefined;

const MOST_SENT_KEPT = 20;

/** What was refused and nobody looked after goes by itself: names and phones in it are nobody's need any longer. */
const REFUSED_KEPT_DAYS = 30;

/** The queue with this item in it; one item per id, so that writing again replaces what was not sent. */
export function withItem(queue: readonly OutboxItem[], item: OutboxItem): OutboxItem[] {
  return [...queue.filter((other) => other.id !== item.id), item];
}

export function withoutItem(queue: readonly OutboxItem[], id: string): OutboxItem[] {
  return queue.filter((item) => item.id !== id);
}

/** What was being sent when the app was closed waits again: nobody knows whether it arrived, and its id makes that harmless. */
export function afterRestart(queue: readonly OutboxItem[]): OutboxItem[] {
  return [...queue]
    .sort((one, two) => one.createdAt.localeCompare(two.createdAt))
    .map((item) => (item.state === 'sending' ? { ...item, state: 'waiting' } : item));
}

/** Items to be sent now, oldest first: waiting ones that are this sender's. A refused one waits for a person. */
export function sendable(queue: readonly OutboxItem[], sender: Sender): OutboxItem[] {
  return queue
    .filter((item) => item.state === 'waiting' && maySend(item, sender))
    .sort((one, two) => one.createdAt.localeCompare(two.createdAt));
}

/** Whether the one who acts now is the one who wrote it, for the same unit; what is nobody's goes at any time. */
export function maySend(item: OutboxItem, sender: Sender): boolean {
  if (item.personId === null) return true;
  return sender?.personId === item.personId && sender.unitId === item.unitId;
}

/** Why an item waits though there may be a network; null when it is only a matter of sending. */
export function whyHeld(item: OutboxItem, sender: Sender): string | null {
  if (item.state !== 'waiting' || maySend(item, sender)) return null;
  if (!sender) return '等您重新登录后自动发送';
  return sender.personId === item.personId
    ? `以“${item.unitName ?? '另一身份'}”的身份填写，切换到该身份后自动发送`
    : '由另一位同志填写，由其本人登录后发送';
}

export function nextPhoto(item: OutboxItem): OutboxPhoto | undefined {
  return item.wordsSent ? item.photos.find((photo) => photo.state === 'waiting') : undefined;
}

export function whileSending(item: OutboxItem, triedAt: string): OutboxItem {
  return { ...item, state: 'sending', lastTriedAt: triedAt, reason: null };
}

export function afterWords(item: OutboxItem, at: string, notice: string | null = null): OutboxItem {
  return finished({ ...item, wordsSent: true, notice }, at);
}

export function afterPhoto(item: OutboxItem, photoId: string, at: string): OutboxItem {
  const photos = item.photos.map((photo) => (photo.id === photoId ? { ...photo, state: 'sent' as const } : photo));
  return finished({ ...item, photos }, at);
}

/** The words did not get through: a refusal stays with its words, anything else is tried again. */
export function afterFailure(item: OutboxItem, failure: Failure): OutboxItem {
  return { ...item, state: failure.kind === 'refused' ? 'failed' : 'waiting', reason: failureSentence(failure) };
}

/** One photo refused holds up neither the words nor the other photos. */
export function afterPhotoFailure(item: OutboxItem, photoId: string, failure: Failure, at: string): OutboxItem {
  if (failure.kind !== 'refused') return afterFailure(item, failure);
  const reason = failureSentence(failure);
  const photos = item.photos.map((photo) =>
    photo.id === photoId ? { ...photo, state: 'refused' as const, reason } : photo,
  );
  return finished({ ...item, photos }, at);
}

/** A photo that was lost on the phone cannot be sent, and saying so is all that is left. */
export function afterLostPhoto(item: OutboxItem, photoId: string, at: string): OutboxItem {
  const reason = '照片已不在这台设备上';
  const photos = item.photos.map((photo) =>
    photo.id === photoId ? { ...photo, state: 'refused' as const, reason } : photo,
  );
  return finished({ ...item, photos }, at);
}

function finished(item: OutboxItem, at: string): OutboxItem {
  if (!item.wordsSent || nextPhoto(item)) return { ...item, state: 'sending' };
  const refused = item.photos.filter((photo) => photo.state === 'refused');
  return refused.length
    ? { ...item, state: 'failed', reason: `文字已送达，${refused.length} 张照片没有送达：${refused[0]?.reason ?? ''}` }
    : { ...item, state: 'sent', reason: null, sentAt: at };
}

/** A person asks to try a refused item again. */
export function tryAgain(item: OutboxItem): OutboxItem {
  if (item.state !== 'failed') return item;
  const photos = item.photos.map((photo) =>
    photo.state === 'refused' ? { ...photo, state: 'waiting' as const, reason: null } : photo,
  );
  return { ...item, photos, state: 'waiting', reason: null };
}

/** When a refused item goes by itself, counted from the last try; undefined for any other. */
export function goesOn({ state, lastTriedAt, createdAt }: OutboxItem): Day | undefined {
  return state === 'failed' ? addDays(shanghaiDay(lastTriedAt ?? createdAt), REFUSED_KEPT_DAYS) : undefined;
}

/** What need not stand here any longer: sent items beyond the last few, and what was refused long ago. */
export function outworn(queue: readonly OutboxItem[], today: Day): OutboxItem[] {
  const refused = queue.filter((item) => (goesOn(item) ?? today) < today);
  const sent = queue
    .filter((item) => item.state === 'sent')
    .sort((one, two) => (two.sentAt ?? '').localeCompare(one.sentAt ?? ''));
  return [...refused, ...sent.slice(MOST_SENT_KEPT)];
}

/** Known to this page alone, and gone with it: to be said in so many words. */
export const isOnlyHere = ({ isInMemoryOnly, wordsSent }: OutboxItem): boolean => Boolean(isInMemoryOnly) && !wordsSent;

/** Items the server has not confirmed in full. */
export function unsent(queue: readonly OutboxItem[]): OutboxItem[] {
  return queue.filter((item) => item.state !== 'sent');
}

/** The outbox in one line; says that all is sent only when all is. */
export function outboxSentence(queue: readonly OutboxItem[]): string {
  const open = unsent(queue);
  if (!open.length) return queue.length ? '全部已发送' : '没有待发送的内容';
  const failed = open.filter((item) => item.state === 'failed').length;
  const waiting = open.length - failed;
  return [waiting && `${waiting} 条等待发送`, failed && `${failed} 条需要您处理`].filter(Boolean).join('，');
}
