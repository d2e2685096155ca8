import { useCallback, useEffect, useRef, useState } from 'react';
import { now } from '../platform/clock';
import { onLeaving } from '../platform/leaving';
import { forget, keep, keptKeys, readKept } from '../platform/storage';
import { useSession } from './session';

const DRAFT = 'draft:';
const PAUSE = 500;

export interface Draft<T> {
  value: T;
  savedAt: string;
}

export interface DraftHandle<T> {
  value: T;
  /** Changes some fields, perhaps by what stands there by then; saved by itself half a second later. */
  change(part: Partial<T> | ((now: T) => Partial<T>)): void;
  /** When it was last saved on this device; undefined while nothing has been written. */
  savedAt: string | undefined;
  /** True when the device could not keep it, so that the page can say so. */
  unsaved: boolean;
  /** Forgets it, once it is sent or thrown away. */
  discard(): void;
}

/**
 * A form that saves itself, under a key such as `report:<assignment id>`; several stand side by side, and each
 * person on a shared device has their own.
 */
export function useDraft<T extends object>(key: string, empty: T): DraftHandle<T> {
  const owner = useSession((session) => session.current?.actor.personId ?? 'anyone');
  const name = `${DRAFT}${owner}:${key}`;
  const [draft, setDraft] = useState<{ name: string; value: T; savedAt: string | undefined }>(() => open(name, empty));
  const [unsaved, setUnsaved] = useState(false);
  const pending = useRef<{ name: string; value: T }>();
  // Whoever signs in with a form filled in takes it along: it is theirs, and nobody's next is to find it.
  const nobodys = `${DRAFT}anyone:${key}`;
  const isTakenAlong = draft.name === nobodys && name !== nobodys && readKept(name) === undefined;
  const shown = draft.name === name ? draft : isTakenAlong ? { ...draft, name } : open(name, empty);
  // What the form begins with may have changed since: a colleague saved, and the page was read anew.
  const begun = useRef(empty);
  begun.current = empty;

  const save = useCallback(() => {
    const waiting = pending.current;
    if (!waiting) return;
    pending.current = undefined;
    const savedAt = now();
    const saved = keep(waiting.name, { value: waiting.value, savedAt } satisfies Draft<T>);
    setUnsaved(!saved);
    if (saved) setDraft((before) => (before.name === waiting.name ? { ...before, savedAt } : before));
  }, []);

  // Leaving the page, or the browser, within the pause must not lose the last words.
  useEffect(() => save, [save, name]);
  useEffect(() => onLeaving(save), [save]);
  useEffect(() => {
    const timer = setTimeout(save, PAUSE);
    return () => clearTimeout(timer);
  }, [draft.value, save]);

  useEffect(() => {
    if (!isTakenAlong) return;
    keep(name, { value: draft.value, savedAt: now() } satisfies Draft<T>);
    forget(nobodys);
    setDraft((before) => ({ ...before, name }));
  }, [isTakenAlong, name, nobodys, draft.value]);

  const change = useCallback(
    (part: Partial<T> | ((now: T) => Partial<T>)) =>
      setDraft((before) => {
        const base = before.name === name ? before : open(name, begun.current);
        const value = { ...base.value, ...(typeof part === 'function' ? part(base.value) : part) };
        pending.current = { name, value };
        return { ...base, value };
      }),
    [name],
  );
  const discard = useCallback(() => {
    pending.current = undefined;
    forget(name);
    setDraft({ name, value: begun.current, savedAt: undefined });
  }, [name]);

  return { value: shown.value, change, savedAt: shown.savedAt, unsaved, discard };
}

/** Keys of the drafts the person has begun, such as `report:<assignment id>`. */
export function draftKeys(personId: string | undefined): string[] {
  const prefix = `${DRAFT}${personId ?? 'anyone'}:`;
  return keptKeys(prefix).map((name) => name.slice(prefix.length));
}

/** Drafts of one kind the person has begun, `report` for instance, the latest first; `of` is what the key names. */
export function draftsOf<T>(personId: string | undefined, kind: string): (Draft<T> & { of: string })[] {
  const prefix = `${DRAFT}${personId ?? 'anyone'}:${kind}:`;
  return keptKeys(prefix)
    .flatMap((name) => {
      const draft = readKept<Draft<T>>(name);
      return draft ? [{ ...draft, of: name.slice(prefix.length) }] : [];
    })
    .sort((one, two) => two.savedAt.localeCompare(one.savedAt));
}

/** Throws a draft away by its key, such as `report:<assignment id>`; pages ask first. */
export function discardDraft(personId: string | undefined, key: string): void {
  forget(`${DRAFT}${personId ?? 'anyone'}:${key}`);
}

function open<T extends object>(name: string, empty: T): { name: string; value: T; savedAt: string | undefined } {
  const kept = readKept<Draft<T>>(name);
  // Fields added since the draft was saved take their empty value.
  return { name, value: { ...empty, ...kept?.value }, savedAt: kept?.savedAt };
}
