import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { Colleague } from '@county/shared/people/person';
import type { OrgUnit } from '@county/shared/org-units/org-unit';
import { startRemindedCounty, type RemindedCounty } from '../../../test/support/reminded-county.ts';

/** Past seven working days after the last day of 2026, when the leads above hear of what is late. */
const SEVEN_LATE = '2027-01-12';
const DAYS = { from: SEVEN_LATE, until: SEVEN_LATE };

describe('whoever is told of a unit in which they do not work', () => {
  let at: RemindedCounty;
  const get = async (person: string, path: string) =>
    (await at.county.ask('GET', path, { token: await at.county.signIn(person) })).body;
  const post = async (person: string, path: string, body: object) =>
    at.county.ask('POST', path, { token: await at.county.signIn(person), body });
  const unit = async (name: string): Promise<OrgUnit> =>
    ((await get('administrator', `/org-units?text=${encodeURIComponent(name)}`)).items as OrgUnit[]).find(
      (one) => one.name === name,
    )!;
  const idOf = async (person: string, name: string): Promise<string> =>
    ((await get(person, '/colleagues')).items as Colleague[]).find((one) => one.name === name)!.personId;

  beforeAll(async () => {
    at = await startRemindedCounty();
    await at.tick();
  });
  afterAll(() => at.county.close());

  it('has a stand-in who is told of the villages as well', async () => {
    const standIn = {
      id: newId(),
      personId: await idOf('unit-lead', '段立新'),
      standInId: await idOf('unit-lead', '秦向阳'),
      unitId: (await unit('青石镇')).id,
      ...DAYS,
    };
    expect((await post('unit-lead', '/stand-ins', standIn)).status).toBe(201);
    at.at(SEVEN_LATE);
    await at.tick();
    const told = await at.inbox('unit-lead');
    expect(told.some(({ unitName }) => unitName?.startsWith('青石镇') && unitName !== '青石镇')).toBe(true);
    const links = new Set((await at.inbox('township-officer')).map(({ link }) => link));
    expect(told.filter(({ shownAt, link }) => shownAt.startsWith(SEVEN_LATE) && !links.has(link))).toEqual([]);
  });

  it('is to be rung where they work', async () => {
    const everybody = await at.toRing('administrator');
    const entryOf = (name: string) => everybody.find(({ personName }) => personName === name);
    const { name: unitName, officePhone } = await unit('青石镇');
    expect(entryOf('秦向阳')).toMatchObject({ unitName, officePhone });
    // Away, and so not to be rung.
    expect(entryOf('段立新')).toBeUndefined();
    const office = await unit('县政府督查室');
    expect(entryOf('周正言')).toMatchObject({ unitName: office.name, officePhone: office.officePhone });
  });
});
