import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { startCounty, type Answer, type County } from '../../../../test/support/county.ts';

interface Row {
  line: number;
  row: number;
  name: string;
  outcome: string;
  changed: string[];
  likely: { name: string; metres: number | null } | null;
}

const HEADINGS = ['单位', '类别', '名称', '地址', '经度', '纬度', '电话', '开放时间', '窗口和事项'];
const HOURS = '周一至周五 8:30-12:00,14:30-17:30；节假日休息';

describe('a sheet of service points', () => {
  let county: County;
  let lead: string;
  let officer: string;

  beforeAll(async () => {
    county = await startCounty();
    lead = await county.signIn('unit-lead');
    officer = await county.signIn('township-officer');
  });
  afterAll(() => county.close());

  const upload = (bytes: Buffer, name = '服务点.xlsx', token = lead, datum = 'wgs84'): Promise<Answer> => {
    const form = new FormData();
    form.append('datum', datum);
    form.append('file', new Blob([new Uint8Array(bytes)]), name);
    return county.ask('POST', '/point-sheets/previews', { token, body: form });
  };
  const confirm = (previewId: string, ownPoints: number[] = [], token = lead) =>
    county.ask('POST', '/point-sheets', { token, body: { previewId, ownPoints } });
  const exported = async (ending: 'xlsx' | 'geojson', token = lead) => {
    const { status, body } = await county.ask('GET', `/service-points.${ending}`, { token });
    expect(status).toBe(200);
    return Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
  };
  const sheetOf = async (rows: (string | number)[][], headings = HEADINGS) => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('服务点');
    sheet.addRow(headings);
    for (const row of rows) sheet.addRow(row);
    return Buffer.from(await workbook.xlsx.writeBuffer());
  };
  /** The export with some cells written otherwise: by the point's name and the column's heading. */
  const changed = async (name: string, cells: Record<string, string>, token = lead) => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await exported('xlsx', token)) as unknown as ExcelJS.Buffer);
    const sheet = workbook.worksheets[0]!;
    const columns = new Map(
      Array.from(sheet.getRow(2).values as string[], (heading, column) => [heading, column] as const),
    );
    sheet.eachRow((row) => {
      if (row.getCell(columns.get('名称')!).text !== name) return;
      for (const [heading, text] of Object.entries(cells)) row.getCell(columns.get(heading)!).value = text;
    });
    return Buffer.from(await workbook.xlsx.writeBuffer());
  };
  const points = async (token = lead) =>
    (await county.ask('GET', '/service-points?limit=200', { token })).body.items as {
      id: string;
      kind: string;
      name: string;
      unitName: string;
      address: string;
      version: number;
      phone: string | null;
      position: { longitude: number; latitude: number; datum: string } | null;
    }[];
  const outcomes = (rows: Row[]) => [...new Set(rows.map(({ outcome }) => outcome))];
  const found = (rows: Row[], name: string) => rows.find((row) => row.name === name)!;

  it('taken along and brought back changes nothing, as a workbook and as GeoJSON, whatever datum is chosen', async () => {
    const before = await points();
    expect(before.length).toBeGreaterThan(5);
    for (const ending of ['xlsx', 'geojson'] as const)
      for (const datum of ['wgs84', 'gcj02', 'bd09']) {
        const { status, body } = await upload(await exported(ending), `服务点.${ending}`, lead, datum);
        expect([ending, status, body.remarks, outcomes(body.rows)]).toEqual([ending, 201, [], ['unchanged']]);
        expect(body.rows).toHaveLength(before.length);
      }
    expect(await points()).toEqual(before);
  });

  it('holds the own units alone', async () => {
    const own = (await points(officer)).map(({ unitName }) => unitName);
    expect([...new Set(own)]).toEqual(['青石镇']);
    const geoJson = JSON.parse((await exported('geojson', officer)).toString('utf8'));
    expect(geoJson.features).toHaveLength(own.length);
    const everybodys = await upload(await exported('xlsx', await county.signIn('supervisor')), '全县.xlsx', officer);
    const refusedRows = everybodys.body.rows.filter((row: Row) => row.outcome === 'refused');
    expect(refusedRows.length).toBe(everybodys.body.rows.length - own.length);
    expect(everybodys.body.remarks[0]).toMatchObject({ column: '编号', message: expect.stringContaining('本单位') });
    expect((await confirm(everybodys.body.id, [], lead)).status).toBe(404);
  });

  it('shows what it would change, changes it once confirmed, and once only', async () => {
    const [point] = await points(officer);
    const bytes = await changed(
      point!.name,
      { 电话: '0800-5508888', 开放时间: '周一至周六 9:00-17:00；节假日休息' },
      officer,
    );
    const { body: preview } = await upload(bytes, '改过.xlsx', officer);
    expect(found(preview.rows, point!.name)).toMatchObject({ outcome: 'changed', changed: ['电话', '开放时间'] });
    expect((await points(officer)).find(({ id }) => id === point!.id)).toEqual(point);
    const { body: done } = await confirm(preview.id, [], officer);
    expect(found(done.rows, point!.name).outcome).toBe('changed');
    const after = (await points(officer)).find(({ id }) => id === point!.id)!;
    expect([after.phone, after.version]).toEqual(['0800-5508888', point!.version + 1]);
    expect(found((await confirm(preview.id, [], officer)).body.rows, point!.name).outcome).toBe('unchanged');
    const versions = await county.ask('GET', `/service-points/${point!.id}/versions`, { token: officer });
    expect(versions.body.items[0].changed).toEqual(['电话', '开放时间']);
  });

  it('names sheet, row and cell of what is wrong; the good rows go in', async () => {
    const good = [
      '青石镇',
      '便民服务站',
      '青石镇河湾流动服务站',
      '河湾村口',
      '',
      '',
      '0800-5507001',
      HOURS,
      '综合窗口：社保卡办理、开证明',
    ];
    const { body } = await upload(
      await sheetOf([
        good,
        ['青石镇', '便民服务站', '青石镇二号服务站', '河湾村尾', '', '', '打村长手机', HOURS, ''],
        ['青石镇', '便民站', '青石镇三号服务站', '河湾村尾', '', '', '', '早上开', ''],
        ['没有这个镇', '便民服务站', '青石镇四号服务站', '河湾村尾', '', '', '', HOURS, ''],
        ['县民政局', '便民服务站', '青石镇五号服务站', '河湾村尾', '', '', '', HOURS, ''],
        ['青石镇', '便民服务站', '青石镇六号服务站', '河湾村尾', 116.4, 39.9, '', HOURS, ''],
        ['青石镇', '便民服务站', '', '河湾村尾', '', '', '', HOURS, ''],
        ['青石镇', '便民服务站', '青石镇八号服务站', '河湾村尾', '', '', '', HOURS, '：社保卡'],
      ]),
    );
    const said = body.remarks.map((one: { place: string; row: number; cell: string; message: string }) => [
      one.place,
      one.row,
      one.cell,
      one.message.slice(0, 14),
    ]);
    expect(said).toEqual([
      ['工作表“服务点”', 3, 'G3', expect.stringContaining('电话只写数字')],
      ['工作表“服务点”', 4, 'B4', expect.stringContaining('不认识类别“便民站”')],
      ['工作表“服务点”', 4, 'H4', expect.stringContaining('看不懂“早上开”')],
      ['工作表“服务点”', 5, 'A5', expect.stringContaining('没有叫“没有这个镇”')],
      ['工作表“服务点”', 6, 'A6', expect.stringContaining('只能维护本单位')],
      ['工作表“服务点”', 7, 'E7', expect.stringContaining('位置不在本县范围内')],
      ['工作表“服务点”', 8, 'C8', '请填写名称'],
      ['工作表“服务点”', 9, 'I9', expect.stringContaining('看不懂“：社保卡”')],
    ]);
    expect(body.rows.map(({ outcome }: Row) => outcome)).toEqual(['added', ...Array<string>(7).fill('refused')]);
    const done = await confirm(body.id);
    expect(done.body.rows[0].outcome).toBe('added');
    const added = (await points()).find(({ name }) => name === good[2])!;
    expect(added).toMatchObject({ phone: '0800-5507001', unitName: '青石镇', position: null });
    expect(outcomes((await confirm(body.id)).body.rows)).toEqual(['unchanged', 'refused']);
    expect((await points()).filter(({ name }) => name === good[2])).toHaveLength(1);
  });

  it('lets doubtful rows wait: the same name, or the same kind within thirty metres', async () => {
    const there = (await points()).find(
      ({ kind, position }) => kind === 'service-station' && position?.datum === 'wgs84',
    )!;
    const { longitude, latitude } = there.position!;
    const bytes = await sheetOf([
      ['青石镇', '自助服务机', ` ${there.name.split('').join(' ')}`, '门口', '', '', '', '', ''],
      ['青石镇', '便民服务站', '近旁的另一个点', '门口', longitude + 0.0002, latitude, '', '', ''],
      [
        '青石镇',
        '自助服务机',
        '近旁的自助机',
        '门口',
        longitude + 0.0002,
        latitude,
        '',
        '每天 24 小时；不分节假日',
        '',
      ],
      ['青石镇', '自助服务机', '近旁的自助机', '门口', '', '', '', '', ''],
    ]);
    const { body } = await upload(bytes);
    expect(body.remarks).toEqual([]);
    expect(body.rows.map(({ outcome }: Row) => outcome)).toEqual(['doubtful', 'doubtful', 'added', 'doubtful']);
    expect(body.rows[0].likely.name).toBe(there.name);
    expect(body.rows[1].likely).toMatchObject({ name: there.name, metres: expect.any(Number) });
    const before = (await points()).length;
    await confirm(body.id);
    expect((await points()).length).toBe(before + 1);
    const { body: later } = await confirm(body.id, [2]);
    expect(later.rows.map(({ outcome }: Row) => outcome)).toEqual(['doubtful', 'added', 'unchanged', 'doubtful']);
    expect((await points()).length).toBe(before + 2);
  });

  it('reads a place in the datum that is chosen, or in the one the row names', async () => {
    const rows = [['青石镇', '自助服务机', '坐标试点', '门口', '105.48', '31.5', '']];
    const headings = ['单位', '类别', '名称', '地址', '经度', '纬度', '坐标系'];
    const add = async (name: string, datumInCell: string, chosen: string) => {
      const bytes = await sheetOf([[...rows[0]!.slice(0, 2), name, ...rows[0]!.slice(3, 6), datumInCell]], headings);
      const { body } = await upload(bytes, '点.xlsx', lead, chosen);
      await confirm(body.id, [1]);
      return (await points()).find((point) => point.name === name)!.position;
    };
    expect(await add('坐标试点甲', '', 'bd09')).toEqual({ longitude: 105.48, latitude: 31.5, datum: 'bd09' });
    expect(await add('坐标试点乙', 'CGCS2000', 'bd09')).toEqual({ longitude: 105.48, latitude: 31.5, datum: 'wgs84' });
    expect(await add('坐标试点丙', 'GCJ-02', 'wgs84')).toEqual({ longitude: 105.48, latitude: 31.5, datum: 'gcj02' });
  });

  it('takes GeoJSON others have written, and points alone', async () => {
    const feature = (name: string, geometry: object | null) => ({
      type: 'Feature',
      geometry,
      properties: { name, address: '广场东侧', 单位: '青石镇', 类别: '政府公报查阅点', 开放时间: HOURS },
    });
    const collection = {
      type: 'FeatureCollection',
      features: [
        feature('广场查阅点', { type: 'Point', coordinates: [105.49, 31.51] }),
        feature('一条线', {
          type: 'LineString',
          coordinates: [
            [105.49, 31.51],
            [105.5, 31.51],
          ],
        }),
        'nothing',
      ],
    };
    const { body } = await upload(Buffer.from(JSON.stringify(collection)), '点.geojson');
    expect(body.rows.map(({ name, outcome }: Row) => [name, outcome])).toEqual([['广场查阅点', 'added']]);
    expect(body.remarks.map(({ row }: { row: number }) => row)).toEqual([2, 3]);
  });

  it('keeps a row back that somebody has changed since it was previewed', async () => {
    const point = (await points(officer))[0]!;
    const first = await upload(await changed(point.name, { 附近标志: '邮局对面' }, officer), '甲.xlsx', officer);
    const second = await upload(await changed(point.name, { 附近标志: '学校旁边' }, officer), '乙.xlsx', officer);
    await confirm(second.body.id, [], officer);
    const late = await confirm(first.body.id, [], officer);
    expect(found(late.body.rows, point.name).outcome).toBe('refused');
    expect((await county.ask('GET', `/service-points/${point.id}`, { token: officer })).body.landmark).toBe('学校旁边');
  });

  it('stays words: what begins like a formula goes out and comes back as it is', async () => {
    const point = (await points(officer))[0]!;
    const { body } = await upload(
      await changed(point.name, { 排队提示: '=HYPERLINK("x")' }, officer),
      '甲.xlsx',
      officer,
    );
    await confirm(body.id, [], officer);
    const back = await upload(await exported('xlsx', officer), '乙.xlsx', officer);
    expect([back.body.remarks, outcomes(back.body.rows)]).toEqual([[], ['unchanged']]);
  });

  it.each<[string, () => Promise<Buffer> | Buffer, string, RegExp]>([
    ['a workbook without the headings', () => sheetOf([['甲', '乙']], ['一', '二']), 'a.xlsx', /没有找到服务点表/],
    [
      'half a GeoJSON',
      () => Buffer.from('{"type":"FeatureCollection","features":['),
      'a.geojson',
      /不是完整的 GeoJSON/,
    ],
    ['brackets without end', () => Buffer.from(`{"a":${'['.repeat(200_000)}`), 'a.json', /不是完整的 GeoJSON/],
    [
      'more points than any county has',
      () => Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: Array(5001).fill({ type: 'Feature' }) })),
      'a.geojson',
      /超过 5000 个的上限/,
    ],
    ['a picture', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'a.xlsx', /这是图片/],
    ['a torn package', () => Buffer.from('PK\u0003\u0004 torn'), 'a.xlsx', /文件不完整/],
  ])('%s is told from a sheet in words', async (_what, bytes, name, words) => {
    const { status, body } = await upload(await bytes(), name);
    const said = status === 400 ? body.message : body.remarks[0].message;
    expect(said).toMatch(words);
    expect(status === 400 || body.rows.length === 0).toBe(true);
  });

  it('waits for a day and no longer', async () => {
    const { body } = await upload(await exported('xlsx'));
    county.clock.set('2026-11-26T02:00:00.000Z');
    const late = await county.ask('POST', '/point-sheets', {
      token: await county.signIn('unit-lead'),
      body: { previewId: body.id },
    });
    expect([late.status, late.body.message]).toEqual([404, expect.stringContaining('预览只保留一天')]);
  });
});
