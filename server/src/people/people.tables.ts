import type { Membership } from '@county/shared/people/person';
import {
  calendarDay,
  instant,
  integer,
  largeText,
  nullable,
  primaryId,
  reference,
  table,
  text,
} from '../database/table.ts';

export interface Person {
  id: string;
  name: string;
  /** The sign-in phone, encrypted; never shown. */
  phoneCipher: string | null;
  /** Keyed hash, for finding a person by phone. */
  phoneHash: string | null;
  phoneEnding: string | null;
  passwordHash: string | null;
  wechatOpenid: string | null;
  /** Names a person of the demo. */
  demoKey: string | null;
  createdAt: string;
}

export const People = table<Person>(
  'person',
  {
    id: primaryId(),
    name: text(30),
    phoneCipher: nullable(text(200)),
    phoneHash: nullable(text(64)),
    phoneEnding: nullable(text(4)),
    passwordHash: nullable(text(200)),
    wechatOpenid: nullable(text(64)),
    demoKey: nullable(text(40)),
    createdAt: instant(),
  },
  {
    indices: [
      { name: 'person_phone', columns: ['phoneHash'], unique: true },
      { name: 'person_wechat', columns: ['wechatOpenid'], unique: true },
    ],
  },
);

export const Memberships = table<Membership>(
  'membership',
  {
    id: primaryId(),
    personId: reference(),
    unitId: reference(),
    role: text(20),
    from: calendarDay(),
    until: nullable(calendarDay()),
  },
  {
    indices: [
      { name: 'membership_person', columns: ['personId'] },
      { name: 'membership_unit', columns: ['unitId'] },
      { name: 'membership_role', columns: ['role'] },
    ],
  },
);

export interface Session {
  id: string;
  tokenHash: string;
  personId: string;
  membershipId: string | null;
  kind: 'wechat' | 'web' | 'demo';
  /** When the second factor was given for it; on the web nobody acts as administrator without. */
  secondFactorAt: string | null;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
}

export const Sessions = table<Session>(
  'session',
  {
    id: primaryId(),
    tokenHash: text(64),
    personId: reference(),
    membershipId: nullable(reference()),
    kind: text(10),
    secondFactorAt: nullable(instant()),
    createdAt: instant(),
    lastSeenAt: instant(),
    expiresAt: instant(),
  },
  {
    indices: [
      { name: 'session_token', columns: ['tokenHash'], unique: true },
      { name: 'session_person', columns: ['personId'] },
      { name: 'session_alive', columns: ['expiresAt', 'kind', 'lastSeenAt'] },
    ],
  },
);

export interface StoredInvitation {
  id: string;
  codeHash: string;
  personId: string;
  expiresAt: string;
  usedAt: string | null;
}

export const Invitations = table<StoredInvitation>(
  'invitation',
  { id: primaryId(), codeHash: text(64), personId: reference(), expiresAt: instant(), usedAt: nullable(instant()) },
  {
    indices: [
      { name: 'invitation_code', columns: ['codeHash'], unique: true },
      { name: 'invitation_person', columns: ['personId'] },
    ],
  },
);

/** A failed sign-in, for the lock-out by phone and address; keyed hashes only. */
export interface SignInFailure {
  id: string;
  keyHash: string;
  at: string;
}

export const SignInFailures = table<SignInFailure>(
  'sign_in_failure',
  { id: primaryId(), keyHash: text(64), at: instant() },
  { indices: [{ name: 'sign_in_failure_key', columns: ['keyHash', 'at'] }] },
);

/** Held while an attempt at this subject is counted, so that guesses sent to several processes are counted in a row. */
export interface SignInGate {
  keyHash: string;
  at: string;
}

export const SignInGates = table<SignInGate>(
  'sign_in_gate',
  { keyHash: { ...text(64), primary: true }, at: instant() },
  { indices: [{ name: 'sign_in_gate_at', columns: ['at'] }] },
);

/** What an administrator's authenticator app reckons its codes from. */
export interface StoredSecondFactor {
  personId: string;
  /** Encrypted. */
  secret: string;
  /** The half minute of the last code that was taken; none of it or before it is taken again. */
  lastStep: number;
  /** Since when it holds: since its first code was right. */
  confirmedAt: string | null;
  createdAt: string;
}

export const SecondFactors = table<StoredSecondFactor>('second_factor', {
  personId: primaryId(),
  secret: text(200),
  lastStep: integer(),
  confirmedAt: nullable(instant()),
  createdAt: instant(),
});

/** Something sealed by the county's key, by which a start with another one is noticed. */
export interface StoredKeyCheck {
  id: string;
  sealed: string;
}

export const KeyChecks = table<StoredKeyCheck>('key_check', { id: { ...text(40), primary: true }, sealed: text(200) });

/** A roster read and not yet confirmed; its lines encrypted, since they hold phone numbers. */
export interface StoredRoster {
  id: string;
  createdBy: string;
  content: string;
  expiresAt: string;
}

export const RosterPreviews = table<StoredRoster>(
  'roster_preview',
  { id: primaryId(), createdBy: reference(), content: largeText(), expiresAt: instant() },
  { indices: [{ name: 'roster_preview_expiry', columns: ['expiresAt'] }] },
);
