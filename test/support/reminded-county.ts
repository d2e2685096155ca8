import type { Page } from '@county/shared/http/page';
import type { ReminderView, TelephoneEntry } from '@county/shared/reminders/reminder';
import type { AssignmentView, ListedAssignment } from '@county/shared/tasks/task-views';
import { startCounty, type County, type CountyOptions } from './county.ts';

/** What the platform's timer would say; the county's own ticks by it, so that a test needs no hand inside the server. */
const TICK_SECRET = 'a-secret-of-the-timer-in-tests';

/** A county on a day of one's choice, and what its people have been told. */
export interface RemindedCounty {
  county: County;
  /** Sets the clock, in Shanghai. */
  at(day: string, time?: string): void;
  tick(): Promise<{ planned: number; shown: number; handed: number }>;
  inbox(person: string): Promise<ReminderView[]>;
  toRing(person: string): Promise<TelephoneEntry[]>;
  /** Open lines of the plan at work that fall to the person's units, due on the day. */
  openLines(person: string, dueOn: string): Promise<ListedAssignment[]>;
  line(id: string, person: string): Promise<AssignmentView>;
}

export async function startRemindedCounty({ environment, ...options }: CountyOptions = {}): Promise<RemindedCounty> {
  const county = await startCounty({ ...options, environment: { TICK_SECRET, ...environment } });
  const get = async <Reply>(person: string, path: string): Promise<Reply> =>
    (await county.ask('GET', path, { token: await county.signIn(person) })).body as Reply;
  return {
    county,
    at: (day, time = '09:05') => county.clock.set(new Date(`${day}T${time}:00+08:00`).toISOString()),
    async tick() {
      const { status, body } = await county.ask('POST', '/reminder-ticks', { body: { secret: TICK_SECRET } });
      if (status !== 200 && status !== 201) throw new Error(`the tick was refused: ${JSON.stringify(body)}`);
      return body;
    },
    inbox: async (person) => (await get<Page<ReminderView>>(person, '/reminders?limit=200')).items,
    toRing: async (person) => (await get<Page<TelephoneEntry>>(person, '/telephone-list?limit=200')).items,
    async openLines(person, dueOn) {
      const { id } = await county.planAtWork();
      const { items } = await get<Page<ListedAssignment>>(person, `/assignments?limit=200&breakdownId=${id}`);
      const open = ['assigned', 'acknowledged', 'in-progress', 'returned'];
      return items.filter((line) => line.dueOn === dueOn && open.includes(line.status));
    },
    line: (id, person) => get(person, `/assignments/${id}`),
  };
}
