import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { RemindersService, type ToRemind } from './reminders.service.ts';
import { startRemindedCounty, type RemindedCounty } from '../../../test/support/reminded-county.ts';

let at: RemindedCounty;
beforeAll(async () => (at = await startRemindedCounty()));
afterAll(() => at.county.close());

const personOf = async (person: string) =>
  (await at.county.ask('GET', '/sessions/current', { token: await at.county.signIn(person) })).body.actor.personId;

/** Says it to 罗小满 as a feature would; answers what her inbox then shows of it. */
async function said(over: Partial<ToRemind>): Promise<string[]> {
  const reminders = at.county.app.get(RemindersService);
  const subject = { kind: 'trial', id: newId(), unitId: null };
  const [what, people] = [`试：${subject.id}`, [await personOf('village-officer')]];
  const when = at.county.clock.now();
  const saying = { subject, source: 'trial', cause: `trial:${subject.id}`, people, when, what, words: '试', link: '/' };
  await at.county.database.work((db) => reminders.remind(db, [{ ...saying, occasion: 'trial', ...over }]));
  await at.tick();
  return (await at.inbox('village-officer')).filter((reminder) => reminder.what === what).map(({ words }) => words);
}

it('an occasion as long as one may be reaches its person', async () => {
  expect(await said({ occasion: 'o'.repeat(77) })).toEqual(['试']);
});

it('a longer one, or a longer cause, is a fault of the feature that says it, not a message lost in silence', async () => {
  await expect(said({ occasion: 'o'.repeat(90) })).rejects.toThrow('too long');
  await expect(said({ cause: 'c'.repeat(161) })).rejects.toThrow('too long');
});
