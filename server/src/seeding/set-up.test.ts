import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { URI, type TOTP } from 'otpauth';
import { v7 as newId } from 'uuid';
import { startCounty, type Answer, type County } from '../../../test/support/county.ts';
import { createEmptyDatabase } from '../../../test/support/mariadb/empty-database.ts';
import { inWords, setUp } from '../set-up.ts';

const PASSWORD = '青石板上慢慢走路十步';
const UNITS = [
  '名称,上级,类型,别名,属性,电话,联系人',
  '石桥村,南山镇,村,,,,',
  '清河县,,县,县政府、县人民政府,,0000-1,总值班室',
  '县政府信息公开办公室,清河县,县级部门,县公开办,县政府工作部门、县级单位,0000-2,',
  '南山镇,清河县,乡镇,,,0000-3,',
];

/** From an empty folder to a village officer's report, as README tells it. */
describe('a county that sets itself up in production', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'county-set-up-'));
  const before = { ...process.env };
  let environment: Record<string, string>;
  let county: County;
  let said: string[] = [];

  beforeAll(async () => {
    const onMariaDb = (globalThis as { COUNTY_ENGINE?: string }).COUNTY_ENGINE === 'mariadb';
    environment = {
      MODE: 'production',
      DATA_DIR: path.join(folder, 'data'),
      SITE_OWNER: '清河县人民政府办公室',
      COUNTY_NAME: '清河县',
      PUBLIC_ORIGIN: 'https://zwgk.qinghe.gov.cn',
      SECRET_KEY: randomBytes(32).toString('base64'),
      NOW: '',
      ...(onMariaDb ? { DATABASE_URL: await createEmptyDatabase() } : {}),
    };
    Object.assign(process.env, environment);
  });
  afterAll(async () => {
    await county?.close();
    for (const name of Object.keys(environment)) delete process.env[name];
    Object.assign(process.env, before);
    rmSync(folder, { recursive: true, force: true });
  });

  const list = (rows: string[]): string => {
    const file = path.join(folder, '单位名录.csv');
    writeFileSync(file, rows.join('\n'));
    return file;
  };
  const run = async (...args: string[]): Promise<string> => {
    said = [];
    return setUp(args, (words) => said.push(words)).then(() => said.join('\n'), inWords);
  };
  const administrator = ['--unit', '县公开办', '--name', '赵管理', '--phone', '198 0000 6001'];

  it('says what is wrong in a list of units, by row and column, and writes none of it', async () => {
    const words = await run(
      '--units',
      list([UNITS[0]!, '南山镇,,乡镇,,,,', '河口村,南山镇,寨子,,,,', ',南山镇,村,,,,', '石桥村,没有的镇,村,,,,']),
    );
    expect(words).toMatch(/没有写入任何单位/);
    expect(words).toMatch(/第 2 行“上级”：没有写上级单位/);
    expect(words).toMatch(/第 5 行“上级”：“石桥村”的上级“没有的镇”不在名录里/);
    expect(words).toMatch(/第 3 行“类型”：不认识“寨子”，可写：县、县级部门/);
    expect(await run('--units', list([UNITS[0]!, '石桥村,没有的镇,村,,,,']))).toMatch(/上级“没有的镇”不在名录里/);
    expect(await run('--units', list([UNITS[0]!, '甲村,乙村,村,,,,', '乙村,甲村,村,,,,']))).toMatch(/互为上级/);
    expect(await run('--units', path.join(folder, '没有.xlsx'))).toMatch(/读不到文件/);
    expect(await run()).toMatch(/用法/);
    expect(await run('--unknown')).toMatch(/用法/);
    expect(await run(...administrator)).toMatch(/没有叫“县公开办”的单位/);
  });

  it('takes the units in, in whatever order they are listed; once', async () => {
    expect(await run('--units', list(UNITS))).toBe('单位：新增 4 个，名录共 4 个');
    expect(await run('--units', list(UNITS))).toBe('单位：新增 0 个，名录共 4 个');
    expect(await run('--units', list([...UNITS, '县公开办,清河县,县级部门,,,,']))).toMatch(/新增 0 个/);
    expect(await run('--units', list([UNITS[0]!, '县教育局,清河县,县级部门,县公开办,,,']))).toMatch(/只留一处/);
    const sameName = list(
      [...UNITS, '北山镇,清河县,乡镇,,,,', '石桥村,北山镇,村,,,,'].filter((row) => row !== UNITS[1]),
    );
    expect(await run('--units', sameName)).toBe(
      '“石桥村”已在“南山镇”之下；若是“北山镇”的另一个单位，请把名称写成“北山镇石桥村”',
    );
    expect(await run('--units', list([UNITS[0]!, '浊河县,,县,,,,']))).toMatch(/只管一个县/);
  });

  it('takes the map’s outline in from a file, or says what is wrong with it and keeps none', async () => {
    const outline = (name: string) => {
      const file = path.join(folder, '本县.geojson');
      const ring = [
        [105.5, 31.4],
        [105.6, 31.4],
        [105.6, 31.5],
        [105.5, 31.4],
      ];
      const geometry = { type: 'Polygon', coordinates: [ring] };
      writeFileSync(
        file,
        JSON.stringify({ type: 'FeatureCollection', features: [{ properties: { name }, geometry }] }),
      );
      return file;
    };
    expect(await run('--outline', list(UNITS))).toMatch(/轮廓图有误，没有写入：\n不是 GeoJSON/);
    expect(await run('--outline', outline('南出镇'))).toBe('轮廓图：1 个面；名录里没有 南出镇，请核对名称');
    expect(await run('--outline', outline('南山镇'))).toBe('轮廓图：1 个面');
  });

  /** An administrator has bound themselves, sets up the second factor as they are told to, and signs in. */
  const entersWithFactor = async (bound: Answer, phone: string) => {
    expect([bound.status, bound.body.code]).toEqual([403, 'second-factor-missing']);
    const told = await county.ask('POST', '/second-factors', { body: { phone, password: PASSWORD } });
    const totp = URI.parse(told.body.address) as TOTP;
    const oneTimeCode = totp.generate({ timestamp: Date.parse(county.clock.now()) });
    return county.ask('POST', '/sessions', { body: { kind: 'password', phone, password: PASSWORD, oneTimeCode } });
  };

  it('gets one administrator by a code, who sets the password, brings in people and lets a village officer sign in', async () => {
    expect(await run(...administrator.slice(0, 4))).toMatch(/要一起写/);
    const words = await run(...administrator);
    const code = /邀请码：(\w{10})/.exec(words)?.[1];
    expect(words).toContain('https://zwgk.qinghe.gov.cn/pages/people/invitation/index');
    expect(await run(...administrator)).toMatch(/已经有管理员了/);

    county = await startCounty({ environment });
    const accept = (invitation: string, phone: string) =>
      county.ask('POST', '/invitation-acceptances', { body: { code: invitation, phone, password: PASSWORD } });
    const first = await entersWithFactor(await accept(code!, '19800006001'), '19800006001');
    expect([first.status, first.body.actor.role, first.body.actor.unitName]).toEqual([
      201,
      'administrator',
      '县政府信息公开办公室',
    ]);
    const { token } = first.body;
    const { body: units } = await county.ask('GET', '/org-units?text=石桥村');
    const person = { id: newId(), name: '钱经办', phone: '19800006002', unitId: units.items[0].id, role: 'officer' };
    expect((await county.ask('POST', '/people', { token, body: person })).status).toBe(201);
    const invited = await county.ask('POST', `/people/${person.id}/invitations`, { token, body: {} });
    const officer = await accept(invited.body.code, person.phone);
    expect([officer.body.actor.role, officer.body.actor.unitName]).toEqual(['officer', '石桥村']);
    const { body: trail } = await county.ask('GET', '/audit-entries?limit=200', { token });
    const actions = trail.items.map(({ action }: { action: string }) => action);
    expect(actions).toEqual(expect.arrayContaining(['makeFirstAdministrator', 'addPerson', 'invitePerson']));
  });

  it('shows its own outline on the map', async () => {
    const { body } = await county.ask('GET', '/public/service-map');
    const [area] = body.outline.areas;
    expect([area.name, body.units.find(({ id }: { id: string }) => id === area.unitId)?.name]).toEqual([
      '南山镇',
      '南山镇',
    ]);
    expect(body.outline.box).toEqual({ west: 105.5, south: 31.4, east: 105.6, north: 31.5 });
  });

  it('knows the holidays', async () => {
    const days = await county.database.read((db) => db.query('SELECT COUNT(*) AS `count` FROM `calendar_day`'));
    expect(Number(days[0].count)).toBeGreaterThan(150);
  });

  it('gets another administrator when none can sign in any more, which the audit trail tells', async () => {
    await county.close();
    const otherName = ['--unit', '县公开办', '--name', '另一个人', '--phone', '19800006001', '--recover'];
    expect(await run(...otherName)).toBe('这个手机号登记在另一个姓名下，请核对手机号和姓名');
    const words = await run('--unit', '县公开办', '--name', '孙恢复', '--phone', '19800006003', '--recover');
    const code = /邀请码：(\w{10})/.exec(words)?.[1];
    county = await startCounty({ environment });
    const body = { code, phone: '19800006003', password: PASSWORD };
    const accepted = await entersWithFactor(await county.ask('POST', '/invitation-acceptances', { body }), body.phone);
    const { body: trail } = await county.ask('GET', '/audit-entries?limit=200', { token: accepted.body.token });
    expect(trail.items).toContainEqual(expect.objectContaining({ action: 'recoverAdministrator' }));
  });
});
