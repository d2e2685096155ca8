import { v7 as newId } from 'uuid';
import { addDays, atHour, shanghaiDay } from '@county/shared/calendar/day';
import { codeFrom } from '@county/shared/people/receipt-code';
import { drawOrder } from '@county/shared/public-events/draw';
import type { EventSeed } from '@county/seeds/public-events';
import type { PhoneCipher } from '../people/phone-cipher.service.ts';
import { poolName, type AttendeeRow, type EventPool, type EventRow, type SignUpRow } from './public-events.tables.ts';

/** Invented people with numbers nobody has. */
const NAMES = ['石大娘', '陈建国', '李秀兰', '王德贵', '赵玉梅', '周长顺', '吴小妹', '郑老师', '孙师傅', '何婆婆'];
/** Names of those who came longer ago have been erased; their count stands in the record. */
const DAYS_WITH_NAMES = 90;
/** The number by which the demo county's draws were made. */
const DRAWN_BY = '5820317';

interface SignedUp {
  row: EventRow;
  pool: EventPool;
  signUps: SignUpRow[];
  attendees: AttendeeRow[];
}

/** Whoever signed up for an event of the demo county, in their order or in that of a draw whose day has come. */
export function signUpsOf(
  seed: EventSeed,
  row: EventRow,
  { cipher, now }: { cipher: PhoneCipher; now: string },
): SignedUp {
  const { id: eventId, content } = row;
  const [{ key: sessionKey, day }] = content.sessions as [EventRow['content']['sessions'][number]];
  const keys = { eventId, sessionKey, groupKey: content.groups[0]!.key };
  const terms = content.signUp!.draw;
  const isDrawn = terms !== null && terms.drawnOn < shanghaiDay(now);
  const numbers = Array.from({ length: seed.people }, (_, at) => at + 1);
  const order = isDrawn ? drawOrder(DRAWN_BY, numbers).map(({ number }) => number) : numbers;
  const isEntered = terms !== null && !isDrawn;
  const isKept = seed.inDays > -DAYS_WITH_NAMES;
  const signUps: SignUpRow[] = [];
  const attendees = numbers.map((number): AttendeeRow => {
    const signUp = signUpOf({ id: newId(), ...keys }, number, { isKept, cipher, now });
    signUps.push(signUp);
    const place = order.indexOf(number) + 1;
    const state = isEntered ? 'entered' : place <= seed.seats ? 'confirmed' : 'waiting';
    // One in nine did not come.
    const hasCome = seed.inDays < 0 && state === 'confirmed' && number % 9 !== 0;
    const arrivedAt = hasCome ? atHour(day, 9) : null;
    return {
      id: newId(),
      signUpId: signUp.id,
      ...keys,
      number,
      place,
      state,
      name: isKept ? cipher.encrypt(NAMES[number % NAMES.length]!) : null,
      answers: null,
      speakingPlace: null,
      arrivedAt,
      lastNotedAt: arrivedAt,
      takenBackAt: null,
    };
  });
  const inState = (state: AttendeeRow['state']) => attendees.filter((one) => one.state === state).length;
  const pool = {
    ...keys,
    seats: seed.seats,
    taken: inState('confirmed'),
    waiting: inState('waiting'),
    entered: inState('entered'),
    issued: seed.people,
  };
  return { row: isDrawn ? { ...row, draw: drawOf(pool, terms) } : row, pool, signUps, attendees };
}

function drawOf(pool: EventPool, { seedSource, drawnOn }: { seedSource: string; drawnOn: string }): EventRow['draw'] {
  const seats = { [poolName(pool)]: pool.seats };
  return { id: newId(), seed: DRAWN_BY, seedSource, drawnAt: atHour(drawnOn, 10), seats };
}

function signUpOf(
  what: Pick<SignUpRow, 'id' | 'eventId' | 'sessionKey' | 'groupKey'>,
  number: number,
  { isKept, cipher, now }: { isKept: boolean; cipher: PhoneCipher; now: string },
): SignUpRow {
  const phone = `1390000${String(1000 + number)}`;
  return {
    ...what,
    via: number % 5 === 0 ? 'paper' : 'web',
    code: isKept ? codeFrom(Buffer.from(cipher.hash(what.id).slice(-56), 'hex')) : null,
    addedAs: null,
    personId: null,
    contactName: isKept ? cipher.encrypt(NAMES[number % NAMES.length]!) : null,
    phone: isKept ? cipher.encrypt(phone) : null,
    phoneHash: isKept ? cipher.hash(`event-phone ${phone}`) : null,
    agreesToNames: false,
    madeBy: null,
    feedback: null,
    toBeRungAbout: null,
    steps: [],
    requests: [],
    isErased: !isKept,
    madeAt: atHour(addDays(shanghaiDay(now), -1), 16),
  };
}
