import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MoreThan } from 'typeorm';
import { v7 as newId } from 'uuid';
import { startCounty, type County } from '../../../test/support/county.ts';
import { People, Sessions } from './people.tables.ts';

const PASSWORD = '青石板上慢慢走路十步';

describe('signing in', () => {
  let county: County;
  let lead: string;
  let unitId: string;

  beforeAll(async () => {
    county = await startCounty();
    lead = await county.signIn('unit-lead');
    unitId = (await county.ask('GET', '/sessions/current', { token: lead })).body.actor.unitId;
  });
  afterAll(() => county.close());

  const later = (minutes: number) =>
    county.clock.set(new Date(Date.parse(county.clock.now()) + minutes * 60_000).toISOString());
  const add = (phone: string, over: object = {}, token = lead) =>
    county.ask('POST', '/people', {
      token,
      body: { id: newId(), name: '新来的', phone, unitId, role: 'officer', ...over },
    });
  const invite = (personId: string, reset = false) =>
    county.ask('POST', `/people/${personId}/invitations`, { token: lead, body: { reset } });
  const accept = (code: string, phone: string) =>
    county.ask('POST', '/invitation-acceptances', { body: { code, phone, password: PASSWORD } });
  const byPassword = (phone: string, password = PASSWORD) =>
    county.ask('POST', '/sessions', { body: { kind: 'password', phone, password } });
  /** A use is written down without being waited for. */
  const remembered = async (token: string) => {
    const tokenHash = createHash('sha256').update(token).digest('hex');
    const aMinuteAgo = new Date(Date.parse(county.clock.now()) - 60_000).toISOString();
    const isSo = () =>
      county.database.read((db) => db.existsBy(Sessions, { tokenHash, lastSeenAt: MoreThan(aMinuteAgo) }));
    while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  const newcomer = async (phone: string) => {
    const { body } = await add(phone);
    const { code } = (await invite(body.id)).body;
    return { id: body.id as string, code: code as string };
  };

  it('by a demo name is there in demo mode only', async () => {
    const production = {
      MODE: 'production',
      SITE_OWNER: '某县人民政府办公室',
      COUNTY_NAME: '某县',
      PUBLIC_ORIGIN: 'https://zwgk.moxian.gov.cn',
      SECRET_KEY: randomBytes(32).toString('base64'),
      NOW: '',
    };
    const real = await startCounty({ environment: production });
    expect((await real.ask('GET', '/demo/people')).status).toBe(404);
    expect((await real.ask('POST', '/demo/sign-in', { body: { person: 'administrator' } })).status).toBe(404);
    expect((await real.ask('GET', '/org-units')).body.items).toEqual([]);
    await real.close();
  });

  it('by invitation needs the code and the phone it was made for, once', async () => {
    const { code } = await newcomer('19800001001');
    expect((await accept(code, '19800009999')).status).toBe(400);
    expect((await accept('WRONGCODE1', '19800001001')).status).toBe(400);
    const first = await accept(code, ' +86 198-0000-1001 ');
    expect([first.status, first.body.actor.role, first.body.actor.unitName]).toEqual([201, 'officer', '青石镇']);
    const [again, guessed] = [await accept(code, '19800001001'), await accept(code, '19800009999')];
    expect([again.status, again.body.issues[0].message]).toEqual([
      400,
      '这个邀请码您已经用过了，不用再要一个；请到“登录”里登录',
    ]);
    // To whoever has the code alone it is like any other that does not fit.
    expect([guessed.status, guessed.body.issues[0].message]).toEqual([
      400,
      expect.stringMatching(/^邀请码与手机号对不上/),
    ]);
    expect((await byPassword('19800001001')).status).toBe(201);
  });

  it('locks after five wrong passwords for thirty minutes, alike for a phone nobody has', async () => {
    const { code } = await newcomer('19800001002');
    await accept(code, '19800001002');
    for (const phone of ['19800001002', '19800008888']) {
      for (let failure = 0; failure < 5; failure += 1)
        expect((await byPassword(phone, 'falsch-falsch')).body.code).toBe('wrong-password');
      expect((await byPassword(phone, 'falsch-falsch')).status).toBe(429);
    }
    expect((await byPassword('19800001002')).status).toBe(429);
    later(31);
    expect((await byPassword('19800001002')).status).toBe(201);
  });

  it('on the web ends after thirty idle minutes', async () => {
    const { code } = await newcomer('19800001003');
    const { token } = (await accept(code, '19800001003')).body;
    const current = () => county.ask('GET', '/sessions/current', { token });
    later(29);
    expect((await current()).status).toBe(200);
    await remembered(token);
    later(29);
    expect((await current()).status).toBe(200);
    await remembered(token);
    later(31);
    expect((await current()).body.code).toBe('not-signed-in');
  });

  it('ends for somebody who is reset, moved or let go', async () => {
    lead = await county.signIn('unit-lead');
    const { id, code } = await newcomer('19800001004');
    const { token } = (await accept(code, '19800001004')).body;
    expect((await invite(id, true)).status).toBe(201);
    expect((await county.ask('GET', '/sessions/current', { token })).status).toBe(401);
    expect((await byPassword('19800001004')).status).toBe(401);
    const again = (await accept((await invite(id)).body.code, '19800001004')).body.token;
    const gone = await county.ask('POST', `/people/${id}/departures`, { token: lead });
    expect([gone.status, gone.body.person.memberships]).toEqual([201, []]);
    expect(gone.body.openWork.length).toBeGreaterThan(0);
    expect((await county.ask('GET', '/sessions/current', { token: again })).status).toBe(401);
  });

  it('is managed by a unit lead within the own units, and never above the own role', async () => {
    const foreign = (await county.ask('GET', '/org-units?text=白杨镇&kind=township')).body.items[0].id;
    expect((await add('19800001005', { unitId: foreign })).status).toBe(403);
    expect((await add('19800001005', { role: 'administrator' })).status).toBe(403);
    const other = await county.database.read((db) => db.findOneByOrFail(People, { demoKey: 'other-township-officer' }));
    expect((await invite(other.id)).status).toBe(404);
    const officer = await county.signIn('village-officer');
    expect((await add('19800001005', {}, officer)).status).toBe(403);
  });

  it('never shows a phone number, which lies encrypted', async () => {
    await add('19800001006');
    const { body } = await county.ask('GET', '/people?limit=200', { token: lead });
    expect(JSON.stringify(body)).not.toContain('19800001006');
    expect(body.items.some((person: { phoneEnding: string }) => person.phoneEnding === '1006')).toBe(true);
    const rows = await county.database.read((db) => db.find(People));
    expect(JSON.stringify(rows)).not.toContain('19800001006');
  });

  it('by an invitation typed in small letters with spaces, as from paper', async () => {
    const { code } = await newcomer('19800001021');
    const typed = ` ${code.slice(0, 4).toLowerCase()} ${code.slice(4)} `;
    expect((await accept(typed, '19800001021')).status).toBe(201);
  });

  describe('is not opened to a unit lead', () => {
    const administratorsPhone = '19900000008';
    const nameOf = async (person: string) =>
      (await county.ask('GET', '/sessions/current', { token: await county.signIn(person) })).body.actor;

    it('by adding an administrator to the own unit and then resetting the sign-in', async () => {
      const { name, personId } = await nameOf('administrator');
      expect((await add(administratorsPhone, { name })).status).toBe(201);
      for (const reset of [false, true]) {
        const refused = await invite(personId, reset);
        expect([refused.status, refused.body.message]).toEqual([403, '此人还有本单位以外的身份，请由管理员邀请或重置']);
      }
    });

    it('by a code given out before the person became more', async () => {
      const { id, code } = await newcomer('19800001022');
      const administrator = await county.signIn('administrator');
      const moved = await county.ask('POST', `/people/${id}/moves`, {
        token: administrator,
        body: { unitId, role: 'supervisor' },
      });
      expect(moved.status).toBe(201);
      expect((await accept(code, '19800001022')).status).toBe(400);
    });

    it('under a phone that is somebody else’s', async () => {
      await add('19800001023', { name: '张三' });
      const other = await add('19800001023', { name: '李四' });
      expect([other.status, other.body.issues[0].path]).toEqual([400, ['name']]);
    });

    it('and a lead does not let go the lead by a slip of the finger', async () => {
      const { personId } = await nameOf('unit-lead');
      const gone = await county.ask('POST', `/people/${personId}/departures`, { token: lead });
      expect([gone.status, gone.body.message]).toEqual([403, expect.stringContaining('不能给自己办理')]);
      expect((await county.ask('GET', '/sessions/current', { token: lead })).status).toBe(200);
    });
  });
});
