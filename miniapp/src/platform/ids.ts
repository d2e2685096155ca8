import { randomBytes } from './random';

let lastMillisecond = 0;
let sequence = 0;

/** A UUID v7, made on the phone so that sending twice files once. `crypto.randomUUID` is missing in WeChat. */
export function newId(at: number = Date.now()): string {
  // Within one millisecond the 12 bits after the version count up, so ids keep the order in which they were made.
  sequence = at === lastMillisecond ? (sequence + 1) & 0xfff : randomNumber() & 0x7ff;
  lastMillisecond = at;
  const random = randomBytes(8);
  random[0] = ((random[0] ?? 0) & 0x3f) | 0x80;
  const time = at.toString(16).padStart(12, '0');
  const tail = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const counter = sequence.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}

function randomNumber(): number {
  const [high = 0, low = 0] = randomBytes(2);
  return (high << 8) | low;
}
