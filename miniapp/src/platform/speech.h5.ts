import { useEffect, useState } from 'react';

/** A little slower than talk, as one reads to somebody who writes along. */
const RATE = 0.9;
/** What is listened to in one go; the rest is there to be read. */
const MOST_SIGNS = 900;

/** What a page mainly says: its title, what it warns of, its facts, and the titles of its rows. */
const TOLD =
  '.page-title, .page-about, .notice-title, .section-title, .fact, .row-title, .row-about, .booking-when, .booking-code, .document-title, .document-words, .empty-title';

const isChinese = ({ lang }: SpeechSynthesisVoice) => /^(zh|cmn)/i.test(lang);
const voice = (): SpeechSynthesisVoice | undefined =>
  'speechSynthesis' in window ? window.speechSynthesis.getVoices().find(isChinese) : undefined;

/** Whether this device has a voice that speaks Chinese; some come only a moment after the page. */
export function useCanRead(): boolean {
  const [can, setCan] = useState(() => voice() !== undefined);
  useEffect(() => {
    if (!('speechSynthesis' in window)) return;
    const look = () => setCan(voice() !== undefined);
    look();
    window.speechSynthesis.addEventListener('voiceschanged', look);
    return () => window.speechSynthesis.removeEventListener('voiceschanged', look);
  }, []);
  return can;
}

/** Reads the page that is shown; each sentence by itself, since a long one breaks off in some browsers. */
export function readPage(onEnd: () => void): void {
  stopReading();
  const speaker = voice();
  if (!speaker) return onEnd();
  const sentences = wordsOfPage();
  sentences.forEach((words, at) => {
    const said = new SpeechSynthesisUtterance(words);
    said.voice = speaker;
    said.lang = speaker.lang;
    said.rate = RATE;
    if (at === sentences.length - 1) said.onend = onEnd;
    window.speechSynthesis.speak(said);
  });
  if (!sentences.length) onEnd();
}

export function stopReading(): void {
  if (voice()) window.speechSynthesis.cancel();
}

function wordsOfPage(): string[] {
  const isSeen = (element: Element) => element.getClientRects().length > 0;
  const page = [...document.querySelectorAll('.page')].filter(isSeen).at(-1);
  const told = [...(page?.querySelectorAll<HTMLElement>(TOLD) ?? [])].filter(
    (element) => isSeen(element) && !element.parentElement?.closest(TOLD),
  );
  let left = MOST_SIGNS;
  return told
    .flatMap((element) => element.innerText.replaceAll('\n', '，').split(/(?<=[。！？])/))
    .map((words) => words.trim())
    .filter((words) => words !== '' && (left -= words.length) > 0);
}
