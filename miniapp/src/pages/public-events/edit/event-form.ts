import { shanghaiDay, shanghaiTime, startOfDay, type Day } from '@county/shared/calendar/day';
import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import {
  EventContent,
  type EventAttachment,
  type EventField,
  type EventGroup,
  type EventKind,
  type EventSession,
  type EventSubject,
} from '@county/shared/public-events/event-content';
import { eventDataFaults, eventFaults } from '@county/shared/public-events/event-faults';
import type { PublicEventDraft } from '@county/shared/public-events/public-event';
import type { Datum } from '@county/shared/service-map/position';
import type { ChosenUnit } from '../../tasks/unit-picker';

export interface FormGroup extends Omit<EventGroup, 'seats'> {
  seats: number | null;
}

export interface FormField extends Omit<EventField, 'options'> {
  /** One a line. */
  options: string;
}

/** A notice as it is being written: everything may still be missing; texts are empty, numbers null until then. */
export interface EventForm {
  /** Of the event, and of this change of it; drawn once, so that sending again does nothing twice. */
  id: string;
  changeId: string;
  /** The revision the words were begun on; 0 for a new event. */
  onRevision: number;
  unit: ChosenUnit | null;
  planItemId: string | null;
  title: string;
  kind: EventKind | null;
  subject: EventSubject | null;
  intro: string;
  programme: { time: string; words: string }[];
  sessions: EventSession[];
  placeBy: 'point' | 'words';
  pointId: string | null;
  /** Where it is; of a point, where within it: 三楼会议室. */
  placeWords: string;
  longitude: string;
  latitude: string;
  datum: Datum;
  groups: FormGroup[];
  takesSignUps: boolean;
  /** Days and clock times of Shanghai. */
  opensDay: Day | '';
  opensTime: string;
  closesDay: Day | '';
  closesTime: string;
  withdrawHours: number | null;
  mostPeople: number | null;
  fields: FormField[];
  isDraw: boolean;
  seedSource: string;
  drawnOn: Day | '';
  bring: string;
  accessibility: string;
  contact: EventContent['contact'];
  streamUrl: string;
  attachments: EventAttachment[];
  papersBy: Day | '';
  speakingMinutes: number | null;
  rules: string;
}

export const freshSession = (key: string): EventSession => ({ key, name: '', day: '', from: '', to: '' });
export const freshGroup = (key: string): FormGroup => ({ key, name: '', who: '', seats: null });

/** What most notices begin with: one session, one group, sign-up from this morning on. */
export const emptyForm = (unit: ChosenUnit | null, today: Day, newId: () => string): EventForm => ({
  id: newId(),
  changeId: newId(),
  onRevision: 0,
  unit,
  planItemId: null,
  title: '',
  kind: null,
  subject: null,
  intro: '',
  programme: [],
  sessions: [freshSession(newId())],
  placeBy: 'point',
  pointId: null,
  placeWords: '',
  longitude: '',
  latitude: '',
  datum: 'gcj02',
  groups: [{ ...freshGroup(newId()), name: '居民' }],
  takesSignUps: true,
  opensDay: today,
  opensTime: '09:00',
  closesDay: '',
  closesTime: '18:00',
  withdrawHours: 24,
  mostPeople: 3,
  fields: [],
  isDraw: false,
  seedSource: '',
  drawnOn: '',
  bring: '',
  accessibility: '',
  contact: { name: '', post: '', phone: '' },
  streamUrl: '',
  attachments: [],
  papersBy: '',
  speakingMinutes: 5,
  rules: '',
});

/** An event opened to be changed. */
export function formOf(
  { id, revision, unitId, unitName, content }: PublicEventDraft,
  today: Day,
  newId: () => string,
): EventForm {
  const { place, signUp, hearing } = content;
  return {
    ...emptyForm({ unitId, unitName }, today, newId),
    id,
    onRevision: revision,
    title: content.title,
    kind: content.kind,
    subject: content.subject,
    intro: content.intro,
    programme: content.programme.map(({ time, words }) => ({ time: time ?? '', words })),
    sessions: content.sessions,
    placeBy: place.pointId ? 'point' : 'words',
    pointId: place.pointId,
    placeWords: place.words,
    longitude: place.position ? String(place.position.longitude) : '',
    latitude: place.position ? String(place.position.latitude) : '',
    datum: place.position?.datum ?? 'gcj02',
    groups: content.groups,
    takesSignUps: signUp !== null,
    ...(signUp && {
      opensDay: shanghaiDay(signUp.opensAt),
      opensTime: shanghaiTime(signUp.opensAt),
      closesDay: shanghaiDay(signUp.closesAt),
      closesTime: shanghaiTime(signUp.closesAt),
      withdrawHours: signUp.withdrawHours,
      mostPeople: signUp.mostPeople,
      fields: signUp.fields.map((field) => ({ ...field, options: field.options.join('\n') })),
      isDraw: signUp.draw !== null,
      seedSource: signUp.draw?.seedSource ?? '',
      drawnOn: signUp.draw?.drawnOn ?? '',
    }),
    bring: content.bring,
    accessibility: content.accessibility,
    contact: content.contact,
    streamUrl: content.streamUrl ?? '',
    attachments: content.attachments,
    ...(hearing && { papersBy: hearing.papersBy, speakingMinutes: hearing.speakingMinutes, rules: hearing.rules }),
  };
}

/** What the form says, in the shape of a notice; what is missing stays missing, for the schema to name. */
function contentOf(form: EventForm): Record<keyof EventContent, unknown> {
  const { takesSignUps } = form;
  return {
    title: form.title,
    kind: form.kind ?? undefined,
    subject: form.subject ?? undefined,
    intro: form.intro,
    programme: form.programme.map(({ time, words }) => ({ time: time || null, words })),
    sessions: form.sessions.map((session) => ({
      ...session,
      day: session.day || undefined,
      from: session.from || undefined,
      to: session.to || undefined,
    })),
    place: placeOf(form),
    // Whoever wants just comes: then nobody counts.
    groups: form.groups.map((group) => ({ ...group, seats: group.seats ?? (takesSignUps ? undefined : 0) })),
    signUp: takesSignUps ? signUpOf(form) : null,
    bring: form.bring,
    accessibility: form.accessibility,
    contact: form.contact,
    streamUrl: form.streamUrl.trim() || null,
    attachments: form.attachments,
    hearing:
      form.kind === 'hearing'
        ? {
            papersBy: form.papersBy || undefined,
            speakingMinutes: form.speakingMinutes ?? undefined,
            rules: form.rules,
          }
        : null,
  };
}

function placeOf({ placeBy, pointId, placeWords, longitude, latitude, datum }: EventForm) {
  if (placeBy === 'point') return { pointId, words: placeWords, position: null };
  const degrees = (words: string) => (words.trim() === '' ? undefined : Number(words.normalize('NFKC').trim()));
  const isSet = Boolean(longitude.trim() || latitude.trim());
  const position = isSet ? { longitude: degrees(longitude), latitude: degrees(latitude), datum } : null;
  return { pointId: null, words: placeWords, position };
}

function signUpOf(form: EventForm) {
  return {
    opensAt: instantOf(form.opensDay, form.opensTime),
    closesAt: instantOf(form.closesDay, form.closesTime),
    withdrawHours: form.withdrawHours ?? undefined,
    mostPeople: form.mostPeople ?? undefined,
    fields: form.fields.map(({ options, ...field }) => ({
      ...field,
      options: field.kind === 'choice' ? linesOf(options) : [],
    })),
    draw: form.isDraw ? { seedSource: form.seedSource, drawnOn: form.drawnOn || undefined } : null,
  };
}

const linesOf = (text: string): string[] =>
  text
    .split(/\n/)
    .map((line) => line.trim())
    .filter(Boolean);

/** The instant of a Shanghai day and clock time, UTC; undefined while one is missing. */
export function instantOf(day: Day | '', time: string): string | undefined {
  const [hours, minutes] = time.split(':').map(Number);
  if (!day || hours === undefined || minutes === undefined) return undefined;
  return new Date(Date.parse(startOfDay(day)) + (hours * 60 + minutes) * 60_000).toISOString();
}

/**
 * By the shared schema and rules, as the server will check it; every fault at its field. A draft that is only kept may
 * still break what has to hold before it is reviewed: papers come later.
 */
export function checkForm(
  form: EventForm,
  now: string,
  thenPropose: boolean,
  before: EventContent | null,
): { content: EventContent | null; issues: FieldIssue[] } {
  const rest: FieldIssue[] = form.unit ? [] : [{ path: ['unitId'], message: '请选择主办单位' }];
  const checked = checkInput(EventContent, contentOf(form));
  // The schema lets a notice be without a place; whoever is told what is missing hears of all of it at once.
  const isNowhere = !form.placeWords.trim() && (form.placeBy === 'words' || !form.pointId);
  if (isNowhere && thenPropose && !checked.valid)
    rest.push({ path: ['place', 'words'], message: '请选择服务点，或写明地点' });
  if (!checked.valid) return { content: null, issues: [...checked.issues, ...rest] };
  const faults = thenPropose ? eventFaults(checked.value, now, before) : [];
  return { content: checked.value, issues: [...faults, ...eventDataFaults(checked.value), ...rest] };
}
