import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { v7 as newId } from 'uuid';
import { startCounty, type County } from '../../../../test/support/county.ts';

interface Line {
  id: string;
  taskId: string;
  status: string;
  percent: number | null;
  dueOn: string;
  breakdownTitle: string;
  task: { number: number };
}

describe('a village’s work', () => {
  let county: County;
  let officer: string;
  let lead: string;
  let supervisor: string;
  let line: Line;

  const linesOf = async (token: string): Promise<Line[]> =>
    (await county.ask('GET', '/assignments?limit=200', { token })).body.items.filter((item: Line) =>
      item.breakdownTitle.startsWith('2026年'),
    );
  const report = (over: object = {}) => ({ id: newId(), percent: 80, note: '窗口已开，代办 12 件。', ...over });
  const file = (token: string, body: unknown, id = line.id) =>
    county.ask('POST', `/assignments/${id}/reports`, { token, body });
  const open = async (token: string) => (await county.ask('GET', `/assignments/${line.id}`, { token })).body;

  beforeAll(async () => {
    county = await startCounty();
    officer = await county.signIn('village-officer');
    lead = await county.signIn('unit-lead');
    supervisor = await county.signIn('supervisor');
    const lines = await linesOf(officer);
    line = lines.find(
      ({ status, percent }) => ['assigned', 'acknowledged', 'in-progress'].includes(status) && (percent ?? 0) <= 80,
    )!;
  });
  afterAll(() => county.close());

  it('is three lines, handed down by the township in rows 12, 13 and 15', async () => {
    expect((await linesOf(officer)).map((item) => item.task.number).sort()).toEqual([12, 13, 15]);
  });

  it('is not reported by another village, by a resident, or unsigned', async () => {
    const neighbour = await county.signIn('second-village-officer');
    const refused = await file(neighbour, report());
    expect([refused.status, refused.body.code, refused.body.message]).toEqual([
      403,
      'not-allowed',
      '这是其他单位的任务，只有责任单位可以填报进展',
    ]);
    expect((await file(await county.signIn('resident'), report())).status).toBe(403);
    expect((await county.ask('POST', `/assignments/${line.id}/reports`, { body: report() })).status).toBe(401);
    expect((await file(officer, report(), newId())).status).toBe(404);
  });

  it('is reported once, however often the phone sends it', async () => {
    const body = report();
    const answers = await Promise.all([file(officer, body), file(officer, body), file(officer, body)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    expect(answers[1]!.body).toEqual(answers[0]!.body);
    const view = await open(officer);
    expect(view.reports.filter((filed: { id: string }) => filed.id === body.id)).toHaveLength(1);
    expect([view.percent, view.status]).toEqual([80, 'in-progress']);
    const changed = await file(officer, { ...body, note: '换了内容' });
    expect([changed.status, changed.body.code]).toEqual([409, 'id-taken']);
  });

  it('does not take other photos under a used number, nor one photo twice', async () => {
    const body = { ...report(), photoIds: [newId()] };
    expect((await file(officer, body)).status).toBe(201);
    expect((await file(officer, { ...body, photoIds: [...body.photoIds, newId()] })).body.code).toBe('id-taken');
    expect((await file(officer, body)).status).toBe(200);
    const photo = newId();
    const twice = await file(officer, report({ photoIds: [photo, photo] }));
    expect([twice.status, twice.body.message]).toEqual([400, '有照片选了两次，请去掉一张']);
  });

  it('keeps every sign that can be seen, leaves out those that cannot, and is the same when sent again', async () => {
    const body = report({ note: '第一行\n=1+1 <b>𠮷野家</b> 😀\u0000\u0008\ufffe\uffff\ud83d' });
    const first = await file(officer, body);
    expect([first.status, first.body.note]).toEqual([201, '第一行\n=1+1 <b>𠮷野家</b> 😀']);
    expect((await file(officer, body)).status).toBe(200);
  });

  it('is turned page by page, and a broken place in the list is said to be one', async () => {
    const broken = await county.ask('GET', '/assignments?cursor=2026-01-01', { token: officer });
    expect([broken.status, broken.body.issues[0].path]).toEqual([400, ['cursor']]);
    const byHand = await county.ask('GET', '/assignments/1', { token: officer });
    expect(byHand.body.message).toBe('编号不对，请从列表里重新打开');
  });

  it('filed by two officers who did not know of each other is kept twice, and the later one is told', async () => {
    const seen = (await open(officer)).reports[0].id;
    const first = await file(officer, report({ note: '甲写的', afterReportId: seen }));
    expect(first.body.alsoFiled).toBeNull();
    const onBehalf = { ...report({ note: '乙写的', source: 'phone' }), afterReportId: seen };
    const later = await file(lead, onBehalf);
    expect([later.status, later.body.alsoFiled]).toEqual([
      201,
      { byName: first.body.filedByName, at: first.body.filedAt },
    ]);
    expect((await file(lead, onBehalf)).body).toEqual(later.body);
    const { reports } = await open(officer);
    expect(reports.slice(0, 2).map(({ note }: { note: string }) => note)).toEqual(['乙写的', '甲写的']);
    const informed = await file(lead, { ...report({ note: '丙写的', source: 'phone' }), afterReportId: later.body.id });
    expect(informed.body.alsoFiled).toBeNull();
  });

  it('hears which field is wrong, and loses nothing', async () => {
    const { status, body } = await file(officer, report({ percent: 140, note: ' ' }));
    expect(status).toBe(400);
    expect(body.issues).toEqual([
      { path: ['percent'], message: '完成百分比应在 0 到 100 之间' },
      { path: ['note'], message: '请填写做了什么' },
    ]);
    expect(body.reference).toBeTruthy();
  });

  it('asks why when the percent falls, and keeps both in the history', async () => {
    const lower = await file(officer, report({ percent: 60 }));
    expect([lower.status, lower.body.issues[0].path]).toEqual([400, ['lowerReason']]);
    expect((await file(officer, report({ percent: 60, lowerReason: '上次把培训算了两遍' }))).status).toBe(201);
    const { reports } = await open(officer);
    expect(reports.slice(0, 2).map((filed: { percent: number }) => filed.percent)).toEqual([60, 80]);
  });

  it('may send the words first and the photo after; what the camera noted is gone', async () => {
    const photoId = newId();
    const body = report({ percent: 85, photoIds: [photoId] });
    const filed = await file(officer, body);
    expect(filed.body.photos).toEqual([{ id: photoId, state: 'awaited', name: null, mediaType: null, url: null }]);
    const picture = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#3a7' } })
      .jpeg()
      .withExif({ IFD3: { GPSLatitude: '31/1 12/1 0/1' } })
      .toBuffer();
    const form = new FormData();
    form.append('id', photoId);
    form.append('file', new Blob([new Uint8Array(picture)]), '窗口.jpg');
    expect((await county.ask('POST', '/files', { token: officer, body: form })).status).toBe(201);
    const [photo] = (await open(officer)).reports[0].photos;
    expect(photo.state).toBe('arrived');
    const shown = await county.ask('GET', photo.url);
    const { width, exif } = await sharp(shown.body).metadata();
    expect([width, exif]).toEqual([1600, undefined]);
    const neighbour = await county.signIn('second-village-officer');
    expect((await county.ask('GET', `/files/${photoId}`, { token: neighbour })).status).toBe(404);
  });

  it('shows its words to the township and the supervisor, and only days and states to other units', async () => {
    expect((await open(lead)).reports.length).toBeGreaterThan(0);
    expect((await open(supervisor)).reports.length).toBeGreaterThan(0);
    const other = await open(await county.signIn('other-township-officer'));
    expect([other.mayReadReports, other.reports, other.steps]).toEqual([false, [], []]);
    expect(other.status).toBe('in-progress');
  });

  it('is completed by the lead with proof, returned with a reason, completed again and closed', async () => {
    const completion = () => ({ id: newId(), summary: '窗口已正常运行', proof: '村公开栏照片和事项清单' });
    const step = (token: string, kind: string, body: unknown) =>
      county.ask('POST', `/assignments/${line.id}/${kind}`, { token, body });
    expect((await step(officer, 'completions', completion())).body.message).toBe('由责任单位负责人确认办结');
    expect((await step(supervisor, 'closings', { id: newId() })).status).toBe(409);
    const body = completion();
    expect((await step(lead, 'completions', body)).body).toMatchObject({
      status: 'completed',
      completedOn: '2026-11-25',
    });
    expect((await step(lead, 'completions', body)).status).toBe(200);
    for (const other of [{ summary: '换了说明' }, { proof: '换了依据' }, { fileIds: [newId()] }])
      expect((await step(lead, 'completions', { ...body, ...other })).body.code).toBe('id-taken');
    expect((await step(supervisor, 'closings', { id: body.id })).body.code).toBe('id-taken');
    expect((await step(lead, 'closings', { id: newId() })).status).toBe(403);
    expect((await step(supervisor, 'returns', { id: newId(), reason: '' })).status).toBe(400);
    expect((await step(supervisor, 'returns', { id: newId(), reason: '请补充照片' })).body.status).toBe('returned');
    expect((await open(officer)).steps[0]).toMatchObject({ kind: 'returned', words: '请补充照片' });
    expect((await file(officer, report({ percent: 95 }))).status).toBe(201);
    expect((await step(lead, 'completions', completion())).body.status).toBe('completed');
    expect((await step(supervisor, 'closings', { id: newId(), words: '属实' })).body.status).toBe('closed');
    expect((await file(officer, report({ percent: 100 }))).body.message).toBe('已经销号，不能再改');
  });

  it('of the supervisor’s own unit is closed by a supervisor of another unit', async () => {
    const office = await county.signIn('supervisor-open-office');
    const { body } = await county.ask('GET', '/assignments?state=completed&limit=200', { token: office });
    const mine = body.items.find((item: Line) => item.breakdownTitle.startsWith('2026年'));
    if (!mine) return expect(body.items).toEqual([]);
    const refused = await county.ask('POST', `/assignments/${mine.id}/closings`, {
      token: office,
      body: { id: newId() },
    });
    expect(refused.body.message).toBe('本单位的任务要由其他单位的督查员销号');
    expect(
      (await county.ask('POST', `/assignments/${mine.id}/closings`, { token: supervisor, body: { id: newId() } }))
        .status,
    ).toBe(201);
  });
});
