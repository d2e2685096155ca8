import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { startCounty, type County } from '../../../test/support/county.ts';

describe('looking for somebody by name', () => {
  let county: County;
  let administrator: string;

  beforeAll(async () => {
    county = await startCounty();
    administrator = await county.signIn('administrator');
    const { body } = await county.ask('GET', `/org-units?text=${encodeURIComponent('县教育局')}`);
    for (const [index, name] of ['史密_斯', '史密斯', '百分%之百'].entries()) {
      const person = { id: newId(), name, phone: `1990001000${index}`, unitId: body.items[0].id, role: 'officer' };
      expect((await county.ask('POST', '/people', { token: administrator, body: person })).status).toBe(201);
    }
  });
  afterAll(() => county.close());

  it.each([
    ['史密', ['史密_斯', '史密斯']],
    ['密_', ['史密_斯']],
    ['%之', ['百分%之百']],
    ['%', ['百分%之百']],
  ])('%s finds the name as it is written', async (text, names) => {
    const { body } = await county.ask('GET', `/people?text=${encodeURIComponent(text)}`, { token: administrator });
    expect(body.items.map(({ name }: { name: string }) => name).sort()).toEqual([...names].sort());
  });
});
