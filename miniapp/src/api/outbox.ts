import { sendFile as sendFileRoute } from '@county/shared/files/file-routes';
import type { Call, Route } from '@county/shared/http/route';
import { dayInWords, shanghaiDay, shanghaiTime } from '@county/shared/calendar/day';
import type { FiledReport } from '@county/shared/tasks/lines/progress-report';
import { create } from 'zustand';
import { announce } from '../platform/announce';
import { now, today } from '../platform/clock';
import { onNetworkReturn } from '../platform/network';
import { dropFile, dropItem, keepFile, keepItem, readFile, readItems } from '../platform/outbox-storage';
import type { PickedFile } from '../platform/picked-file';
import { callAt, upload } from './call';
import { comesBack, type Failure } from './failure';
import {
  afterFailure,
  afterLostPhoto,
  afterPhoto,
  afterPhotoFailure,
  afterRestart,
  afterWords,
  nextPhoto,
  outworn,
  sendable,
  tryAgain,
  whileSending,
  withItem,
  withoutItem,
  type OutboxItem,
  type Sender,
} from './outbox-queue';
import { onSessionStart, useSession } from './session';
import { sayItDoesNotWait, sayItWaits } from './waiting-word';
import { bodyOf, pathOf } from './wire';

interface OutboxState {
  items: OutboxItem[];
  /** False until what an earlier run left has been read. */
  opened: boolean;
}

export const useOutbox = create<OutboxState>(() => ({ items: [], opened: false }));

const RETRY_EVERY = 60_000;

/** Reads what is unsent, sends it, and goes on whenever the network returns or somebody signs in. Called once. */
export function openOutbox(): void {
  void opened().then(sendAll);
  onNetworkReturn(() => void sendAll());
  onSessionStart(() => void sendAll());
  // A network that says it is there may still lose things; and some networks return without saying so.
  setInterval(() => void sendAll(), RETRY_EVERY);
}

let opening: Promise<void> | undefined;

function opened(): Promise<void> {
  opening ??= readItems().then(
    (items) =>
      useOutbox.setState(({ items: fresh }) => ({
        items: afterRestart([...(items as OutboxItem[]), ...fresh]),
        opened: true,
      })),
    () => useOutbox.setState({ opened: true }),
  );
  return opening;
}

export interface NewOutboxItem<R extends Route> {
  /** The id inside the body, made by `newId()`. */
  id: string;
  kind: string;
  title: string;
  route: R;
  request: Call<R>;
  photos?: PickedFile[];
  /** Something that was done, at a counter or a door: it is kept whatever becomes of it, and its refusal is read later. */
  isAct?: boolean;
}

/** What came of sending: there, on its way, or back with the failure to show at the form (`comesBack`). */
export interface Sending {
  item: OutboxItem;
  failure: Failure | undefined;
}

/**
 * Sends something, keeping it on the device first: with no signal it waits there and goes by itself later. Never throws:
 * where the device is full it is sent from memory. What is refused, or neither sent nor kept, comes back to the form and
 * stays nowhere else; an act waits all the same.
 */
export async function sendOrKeep<R extends Route>(written: NewOutboxItem<R>): Promise<Sending> {
  await opened();
  const actor = useSession.getState().current?.actor;
  const photos = written.photos ?? [];
  const hasPhotos = await keptAll(photos);
  const item: OutboxItem = {
    id: written.id,
    kind: written.kind,
    title: written.title,
    createdAt: now(),
    // What anybody may send does not wait for its writer to sign in.
    personId: written.route.access === 'public' ? null : (actor?.personId ?? null),
    unitId: actor?.unitId ?? null,
    unitName: actor?.unitName ?? null,
    request: {
      method: written.route.method as 'POST',
      path: pathOf(written.route, written.request),
      body: bodyOf(written.request),
    },
    wordsSent: false,
    photos: photos.map(({ id, name }) => ({ id, name, state: 'waiting', reason: null })),
    state: 'waiting',
    reason: null,
    lastTriedAt: null,
    sentAt: null,
    ...(written.isAct ? { isAct: true } : {}),
  };
  if (!hasPhotos) return { item, failure: { kind: 'device-full' } };
  await store(item);
  await sendAll();
  const sending = { item: find(item.id) ?? item, failure: lastFailures.get(item.id) };
  if (item.isAct || sending.item.wordsSent) return sending;
  if (sending.item.isInMemoryOnly) sending.failure = { kind: 'device-full' };
  if (comesBack(sending.failure)) await discard(item.id);
  return sending;
}

async function keptAll(photos: readonly PickedFile[]): Promise<boolean> {
  try {
    await Promise.all(photos.map(keepFile));
    return true;
  } catch {
    return false;
  }
}

/** What was sent, as it stands now: what waited for a signal may have gone since. */
export function useSentItem({ item }: Sending): OutboxItem {
  return useOutbox(({ items }) => items.find(({ id }) => id === item.id)) ?? item;
}

/** Sends one item by hand, a refused one too. */
export async function sendNow(id: string): Promise<Sending | undefined> {
  const item = find(id);
  if (!item) return undefined;
  await store(tryAgain(item));
  await sendAll();
  return { item: find(id) ?? item, failure: lastFailures.get(id) };
}

/** Throws an unsent item away for good; pages ask first. */
export async function discard(id: string): Promise<void> {
  const item = find(id);
  if (item) sayItDoesNotWait(item);
  useOutbox.setState(({ items }) => ({ items: withoutItem(items, id) }));
  await dropItem(id);
  await Promise.all((item?.photos ?? []).map((photo) => dropFile(photo.id)));
}

const lastFailures = new Map<string, Failure>();
let rounds: Promise<void> = Promise.resolve();
let queued: Promise<void> | undefined;

/** Sends everything that can go, one after the other. Asked while already sending, one more round follows, not ten. */
export function sendAll(): Promise<void> {
  queued ??= rounds.then(() => {
    queued = undefined;
    const round = sendRound();
    // A round that broke off must not keep later ones from running.
    rounds = round.catch(() => undefined);
    return round;
  });
  return queued;
}

async function sendRound(): Promise<void> {
  await opened();
  for (const item of sendable(useOutbox.getState().items, sender())) {
    // Signing out in the middle leaves the rest for later.
    if (!sendable(useOutbox.getState().items, sender()).some(({ id }) => id === item.id)) continue;
    if (!(await sendOne(item))) return;
  }
  for (const old of outworn(useOutbox.getState().items, today())) await discard(old.id);
}

/** Sends an item, words first; false when there is no network, so that the rest need not be tried. */
async function sendOne(waiting: OutboxItem): Promise<boolean> {
  let item = whileSending(waiting, now());
  await note(item);
  lastFailures.delete(item.id);
  if (!item.wordsSent) {
    const answer = await callAt(item.request);
    if (!answer.ok) {
      lastFailures.set(item.id, answer.failure);
      await note(afterFailure(item, answer.failure));
      if (answer.failure.kind === 'timed-out' || answer.failure.kind === 'broken') sayItWaits(item);
      return answer.failure.kind === 'refused' || answer.failure.kind === 'broken';
    }
    item = afterWords(item, now(), noticeOf(answer.reply));
    await note(item);
  }
  for (let photo = nextPhoto(item); photo; photo = nextPhoto(item)) {
    const file = await readFile(photo.id);
    const answer = file && (await upload(sendFileRoute, file, { body: { id: photo.id } }));
    if (answer?.ok) item = afterPhoto(item, photo.id, now());
    else
      item = answer ? afterPhotoFailure(item, photo.id, answer.failure, now()) : afterLostPhoto(item, photo.id, now());
    await note(item);
    if (answer?.ok) await dropFile(photo.id);
    if (item.state === 'waiting') return false;
  }
  if (item.state === 'sent') announce(`已送出：${item.title}`);
  return true;
}

/** Two officers without a signal wrote about the same task: whoever arrives later hears of it. */
function noticeOf(reply: unknown): string | null {
  const { alsoFiled } = (reply ?? {}) as Partial<FiledReport>;
  if (!alsoFiled) return null;
  return `${alsoFiled.byName}在${dayInWords(shanghaiDay(alsoFiled.at), shanghaiDay(now()))} ${shanghaiTime(alsoFiled.at)} 也填报了一份，两份都保留，可在任务里查看`;
}

function sender(): Sender {
  const { token, current } = useSession.getState();
  return token && current ? { personId: current.actor.personId, unitId: current.actor.unitId } : undefined;
}

function find(id: string): OutboxItem | undefined {
  return useOutbox.getState().items.find((item) => item.id === id);
}

/** On the device first, then on the screen: what the screen says is kept has been kept. */
async function store(sent: OutboxItem): Promise<void> {
  const { isInMemoryOnly: _, ...item } = sent;
  const isKept = await keepItem(item.id, item).then(
    () => true,
    () => false,
  );
  const before = find(item.id);
  // How far sending has come is less than the words: those the device has from before.
  const isThere = isKept || (before !== undefined && !before.isInMemoryOnly);
  const shown = isThere ? item : { ...item, isInMemoryOnly: true };
  useOutbox.setState(({ items }) => ({ items: withItem(items, shown) }));
}

/** Notes how sending goes on, unless the person has thrown the item away meanwhile. */
async function note(item: OutboxItem): Promise<void> {
  if (find(item.id)) await store(item);
}
