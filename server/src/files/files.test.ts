import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import sharp from 'sharp';
import { v7 as newId } from 'uuid';
import { Actor } from '@county/shared/people/actor';
import { startCounty, type Answer, type County } from '../../../test/support/county.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { FilesService } from './files.service.ts';
import { OrphanSweep } from './orphan-sweep.ts';

let county: County;
let [officer, neighbour, supervisor] = ['', '', ''];

beforeAll(async () => {
  county = await startCounty();
  officer = await county.signIn('village-officer');
  neighbour = await county.signIn('second-village-officer');
  supervisor = await county.signIn('supervisor');
});

afterAll(() => county.close());

function send(token: string | undefined, id: string, bytes: Uint8Array | string, name = '照片.jpg'): Promise<Answer> {
  const form = new FormData();
  form.set('id', id);
  form.set('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), name);
  return county.ask('POST', '/files', { token, body: form });
}

const open = (address: string, token?: string) => county.ask('GET', address, { token });

const whoHolds = async (token: string): Promise<Actor> =>
  Actor.parse((await county.ask('GET', '/sessions/current', { token })).body.actor);

/** A photo as a phone takes it: wide, lying on its side, with the place it was taken at. */
const phonePhoto = (colour: string) =>
  sharp({ create: { width: 2400, height: 1200, channels: 3, background: colour } })
    .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitude: '26/1 30/1 0/1', GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

const keptFiles = () => {
  const folder = path.join(county.app.get<Settings>(SETTINGS).DATA_DIR, 'files');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
};

describe('a photo', () => {
  it('is kept upright and smaller, without where it was taken', async () => {
    const photo = await phonePhoto('#336699');
    expect((await sharp(photo).metadata()).exif?.includes('Phone')).toBe(true);

    const id = newId();
    const { status, body } = await send(officer, id, photo, '现场照片.png');
    expect([status, body.id, body.mediaType, body.name]).toEqual([201, id, 'image/jpeg', '现场照片.jpg']);

    const reply = await open(`/files/${id}`, officer);
    const { width, height, exif, orientation, format } = await sharp(reply.body).metadata();
    expect({ width, height, exif, orientation, format }).toEqual({ width: 800, height: 1600, format: 'jpeg' });
    expect(reply.body.includes('Phone')).toBe(false);
    expect(reply.body.length).toBe(body.size);
  });

  it('is answered so that a browser shows a picture and nothing else', async () => {
    const id = newId();
    await send(officer, id, await phonePhoto('#102030'));
    const { headers } = await open(`/files/${id}`, officer);
    expect(headers.get('content-type')).toBe('image/jpeg');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('content-disposition')).toBe('inline');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  });

  it('sent twice is stored once; other bytes under the same id are refused', async () => {
    const id = newId();
    const photo = await phonePhoto('#aa3300');
    const first = await send(officer, id, photo);
    const before = keptFiles().length;
    const again = await send(officer, id, photo);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    const other = await send(officer, id, await phonePhoto('#00aa33'));
    expect([other.status, other.body.code]).toEqual([409, 'id-taken']);
    expect((await send(neighbour, id, photo)).status).toBe(409);
    expect(keptFiles().length).toBe(before);
  });

  it('sent three times at once is stored once', async () => {
    const id = newId();
    const photo = await phonePhoto('#445566');
    const before = keptFiles().length;
    const replies = await Promise.all([1, 2, 3].map(() => send(officer, id, photo)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    expect(keptFiles().length).toBe(before + 1);
  });

  it('is not sent by a resident or by nobody', async () => {
    const photo = await phonePhoto('#123456');
    expect((await send(undefined, newId(), photo)).status).toBe(401);
    expect((await send(await county.signIn('resident'), newId(), photo)).status).toBe(403);
  });
});

describe('what is not a photo or a document', () => {
  const allowed = '只能上传 JPG、PNG、WebP 照片，或 PDF、Word（docx）、Excel（xlsx）文件';
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const pdf = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n';

  it.each([
    ['an SVG', svg, '图.svg'],
    ['an SVG that calls itself a photo', svg, '图.jpg'],
    ['a web page', '<!doctype html><script>alert(1)</script>', '页.pdf'],
    ['a program', 'MZ\x90\x00\x03', '工具.exe'],
    ['a PDF with a zip behind it', `${pdf}PK\x03\x04PK\x05\x06${'\0'.repeat(18)}%%EOF`, '表.pdf'],
    ['a PDF with a web page before it', `<html>${pdf}`, '表.pdf'],
    ['a zip that is no Word or Excel file', `PK\x05\x06${'\0'.repeat(18)}`, '包.docx'],
  ])('is refused with what may be sent: %s', async (_what, content, name) => {
    const { status, body } = await send(officer, newId(), Buffer.from(content, 'latin1'), name);
    expect([status, body.code, body.message]).toEqual([400, 'invalid-input', allowed]);
    expect(body.issues).toEqual([{ path: ['file'], message: allowed }]);
  });

  it('is refused when it is a picture that unpacks to an absurd size, or only half of one', async () => {
    const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#000' } })
      .png()
      .toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect((await send(officer, newId(), bomb)).body.message).toBe('照片尺寸太大（超过 5000 万像素），请缩小后再上传');
    const half = (await phonePhoto('#777777')).subarray(0, 3000);
    expect((await send(officer, newId(), half)).body.message).toBe('照片已损坏或没有传完整，请重新拍摄或另选一张');
    const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
    expect((await send(officer, newId(), heic)).body.message).toContain('HEIC');
  });

  it('is refused in plain words when it is larger than 10 MB', async () => {
    const { status, body } = await send(officer, newId(), new Uint8Array(10 * 1024 * 1024 + 1));
    expect([status, body.code, body.message]).toEqual([413, 'too-large', '文件或内容太大，请缩小后再提交']);
  });

  it('leaves nothing on the disk', async () => {
    const before = keptFiles().length;
    await send(officer, newId(), svg);
    expect(keptFiles().length).toBe(before);
  });
});

describe('a document', () => {
  it('is kept as it is and given for saving, not for showing', async () => {
    const workbook = new exceljs.Workbook();
    workbook.addWorksheet('台账').addRow(['石桥村', 80]);
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
    const id = newId();
    expect((await send(officer, id, bytes, '台账 2026.xlsx')).status).toBe(201);
    const reply = await open(`/files/${id}`, officer);
    expect(reply.body.equals(bytes)).toBe(true);
    expect(reply.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('台账 2026.xlsx')}`,
    );

    const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
    expect((await send(officer, newId(), pdf, '通知')).body).toMatchObject({
      name: '通知.pdf',
      mediaType: 'application/pdf',
    });
  });

  it('with something hung on its end is refused', async () => {
    const workbook = new exceljs.Workbook();
    workbook.addWorksheet('台账');
    const bytes = Buffer.concat([Buffer.from(await workbook.xlsx.writeBuffer()), Buffer.from('<script>')]);
    expect((await send(officer, newId(), bytes, '台账.xlsx')).status).toBe(400);
  });
});

describe('a file and the record that names it', () => {
  const readers = new Set<string>();
  let holder: Actor;
  let files: FilesService;

  const claim = (actor: Actor, recordId: string, fileIds: string[]) =>
    county.database.work((db) => files.claim(db, actor, 'progress-report', recordId, fileIds));
  const attached = async (actor: Actor, recordId: string) =>
    (await files.attached(actor, 'progress-report', [recordId])).get(recordId)!;

  beforeAll(async () => {
    files = county.app.get(FilesService);
    holder = await whoHolds(officer);
    // A record of this test, read by whoever the test lets in.
    files.onReadRule('progress-report', async (_db, actor) => readers.has(actor.personId));
  });

  it('come in either order: first awaited, then there with a link', async () => {
    const recordId = newId();
    const [early, late] = [newId(), newId()];
    await send(officer, early, await phonePhoto('#111111'));
    await claim(holder, recordId, [early, late]);
    await claim(holder, recordId, [early, late]);
    expect((await attached(holder, recordId)).map(({ id, state }) => [id, state])).toEqual([
      [early, 'arrived'],
      [late, 'awaited'],
    ]);
    await send(officer, late, await phonePhoto('#222222'));
    const both = await attached(holder, recordId);
    expect(both.map(({ state }) => state)).toEqual(['arrived', 'arrived']);
    expect((await open(both[1]!.url!)).status).toBe(200);
  });

  it('have the same readers, and before that the sender alone', async () => {
    const id = newId();
    const recordId = newId();
    await send(officer, id, await phonePhoto('#333333'));
    expect((await open(`/files/${id}`, officer)).status).toBe(200);
    expect((await open(`/files/${id}`, neighbour)).status).toBe(404);
    expect((await open(`/files/${id}`, supervisor)).status).toBe(404);
    expect((await open(`/files/${id}`)).status).toBe(404);

    await claim(holder, recordId, [id]);
    readers.add((await whoHolds(supervisor)).personId);
    expect((await open(`/files/${id}`, supervisor)).status).toBe(200);
    expect((await open(`/files/${id}`, neighbour)).status).toBe(404);
    expect((await open(`/files/${newId()}`, supervisor)).status).toBe(404);
  });

  it('belong together: neither another person nor another record takes the file', async () => {
    const other = await whoHolds(neighbour);
    const id = newId();
    await send(officer, id, await phonePhoto('#444444'));
    await expect(claim(other, newId(), [id])).rejects.toMatchObject({ status: 409 });
    await claim(holder, newId(), [id]);
    await expect(claim(holder, newId(), [id])).rejects.toMatchObject({ status: 409 });

    const promised = newId();
    const recordId = newId();
    await claim(holder, recordId, [promised]);
    expect((await send(neighbour, promised, await phonePhoto('#555555'))).status).toBe(409);
    expect((await attached(holder, recordId))[0]!.state).toBe('awaited');
  });

  it('are linked for ten minutes, for one file, and until the session ends', async () => {
    const token = await county.signIn('village-officer');
    const actor = await whoHolds(token);
    const recordId = newId();
    const [id, second] = [newId(), newId()];
    await send(token, id, await phonePhoto('#666666'));
    await send(token, second, await phonePhoto('#777777'));
    await claim(actor, recordId, [id, second]);
    const url = (await attached(actor, recordId))[0]!.url!;
    const statusOf = async (address: string) => (await open(address)).status;

    expect(await statusOf(url)).toBe(200);
    expect(await statusOf(url.replace(id, second))).toBe(404);
    expect(await statusOf(url.replace(/until=(\d+)/, (_, until) => `until=${Number(until) + 1}`))).toBe(404);
    expect(await statusOf(url.replace(/signature=./, 'signature=~'))).toBe(404);

    const now = county.clock.now();
    county.clock.set(new Date(Date.parse(now) + 10 * 60_000 + 1_000).toISOString());
    expect(await statusOf(url)).toBe(404);
    county.clock.set(now);
    expect(await statusOf(url)).toBe(200);
    await county.ask('DELETE', '/sessions/current', { token });
    expect(await statusOf(url)).toBe(404);
  });

  it('part after seven days without a record: the file goes, bytes and all; a named one stays', async () => {
    const [orphan, named] = [newId(), newId()];
    await send(officer, orphan, await phonePhoto('#888888'));
    await send(officer, named, await phonePhoto('#999999'));
    await claim(holder, newId(), [named]);
    const sweep = county.app.get(OrphanSweep);
    const now = county.clock.now();
    expect(await sweep.sweep()).toBe(0);
    county.clock.set(new Date(Date.parse(now) + 7 * 86_400_000 + 1_000).toISOString());
    const before = keptFiles().length;
    const removed = await sweep.sweep();
    expect(removed).toBeGreaterThan(0);
    expect(keptFiles().length).toBe(before - removed);
    county.clock.set(now);
    expect((await open(`/files/${orphan}`, officer)).status).toBe(404);
    expect(keptFiles().some(({ name }) => name.startsWith(named))).toBe(true);
    expect(keptFiles().some(({ name }) => name.startsWith(orphan))).toBe(false);
  });

  it('part with one of two records that share the bytes: the other keeps them', async () => {
    const [first, copy] = [newId(), newId()];
    await send(officer, first, await phonePhoto('#777777'));
    await claim(holder, newId(), [first]);
    await county.database.work((db) => county.app.get(FilesService).copy(db, holder, first, copy));
    const now = county.clock.now();
    county.clock.set(new Date(Date.parse(now) + 8 * 86_400_000).toISOString());
    await county.app.get(OrphanSweep).sweep();
    county.clock.set(now);
    expect((await open(`/files/${copy}`, officer)).status).toBe(404);
    expect(keptFiles().some(({ name }) => name.startsWith(first))).toBe(true);
  });
});
