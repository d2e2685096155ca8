/** What a row's sealed columns say, opened. */
type Opened = Record<string, string | null>;

/** A table that holds something sealed or hashed by SECRET_KEY. */
export interface SealedTable {
  table: string;
  /** The column a row is known by. */
  key: string;
  /** What the key ring is for; personal data unless told. */
  purpose?: string;
  sealed: readonly string[];
  /** Hashed columns, each with the text it is the hash of. */
  hashed?: Readonly<Record<string, (opened: Opened) => string | null>>;
  /** Hashes of texts nobody keeps. They are compared with for a while, and end by themselves. */
  lapsing?: readonly string[];
}

/** The text behind a hash: the words before it, and what a column says. */
const behind =
  (words: string, column: string) =>
  (opened: Opened): string | null =>
    typeof opened[column] === 'string' ? words + opened[column] : null;

const personIn = (opened: Opened) =>
  JSON.parse(opened.person ?? 'null') as { name: string; phone: string | null } | null;

const ofElder = {
  nameHash: (opened: Opened) => {
    const person = personIn(opened);
    return person && `home-visit name ${person.name.replace(/\s/g, '')}`;
  },
  phoneHash: (opened: Opened) => {
    const phone = personIn(opened)?.phone;
    return phone ? `home-visit phone ${phone}` : null;
  },
};
const ofMail = { hash: behind('mail ', 'cipher') };

/** Every column that a new SECRET_KEY concerns; a test holds it against what is really stored. */
export const sealedTables: readonly SealedTable[] = [
  { table: 'person', key: 'id', sealed: ['phoneCipher'], hashed: { phoneHash: behind('', 'phoneCipher') } },
  {
    table: 'booking',
    key: 'id',
    sealed: ['name', 'phone', 'bookedByName', 'bookedByPhone'],
    hashed: { phoneHash: behind('booking-phone ', 'phone') },
    lapsing: ['heldFrom'],
  },
  {
    table: 'event_sign_up',
    key: 'id',
    sealed: ['contactName', 'phone'],
    hashed: { phoneHash: behind('event-phone ', 'phone') },
    lapsing: ['addedAs'],
  },
  { table: 'event_attendee', key: 'id', sealed: ['name', 'answers'] },
  { table: 'home_visit_request', key: 'id', sealed: ['person'], hashed: ofElder, lapsing: ['said'] },
  { table: 'elder_card', key: 'id', sealed: ['person'], hashed: ofElder, lapsing: ['said'] },
  { table: 'home_visit', key: 'id', sealed: ['words'] },
  { table: 'home_visit_step', key: 'id', sealed: [], lapsing: ['said'] },
  { table: 'home_visit_service', key: 'id', sealed: [], lapsing: ['said'] },
  { table: 'task_question', key: 'id', sealed: ['phone'] },
  { table: 'complaint', key: 'id', sealed: ['contact'] },
  { table: 'mail_address', key: 'personId', sealed: ['cipher'], hashed: ofMail },
  { table: 'mail_code', key: 'id', sealed: ['cipher'], hashed: ofMail, lapsing: ['codeHash'] },
  { table: 'second_factor', key: 'personId', sealed: ['secret'] },
  { table: 'key_check', key: 'id', sealed: ['sealed'] },
  { table: 'roster_preview', key: 'id', sealed: ['content'] },
  { table: 'wechat_token', key: 'appId', purpose: 'wechat-token', sealed: ['cipher'] },
  { table: 'invitation', key: 'id', sealed: [], lapsing: ['codeHash'] },
  { table: 'sign_in_failure', key: 'id', sealed: [], lapsing: ['keyHash'] },
  { table: 'sign_in_gate', key: 'keyHash', sealed: [], lapsing: ['keyHash'] },
  { table: 'booking_gate', key: 'keyHash', sealed: [], lapsing: ['keyHash'] },
];
