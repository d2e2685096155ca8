import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { v7 as newId } from 'uuid';
import { askServer } from '../support/county.ts';
import { vastPicture } from '../support/hostile-pictures.ts';
import { freePort, moment, ServerProcess } from '../support/server-process.ts';

const MOST_MEGABYTES = 1200;

const dataDir = mkdtempSync(path.join(tmpdir(), 'county-pictures-'));
let server: ServerProcess;
let token = '';

beforeAll(async () => {
  server = new ServerProcess(await freePort(), { DATA_DIR: dataDir });
  await server.start();
  token = (await askServer(`${server.api}/demo/sign-in`, 'POST', { body: { person: 'village-officer' } })).body.token;
});
afterAll(async () => {
  await server.kill();
  rmSync(dataDir, { recursive: true, force: true });
});

async function send(bytes: Buffer) {
  // While it was made nothing else ran here: connections the server has closed meanwhile are noticed now.
  await moment(50);
  const form = new FormData();
  form.set('id', newId());
  form.set('file', new Blob([new Uint8Array(bytes)]), '照片.png');
  return askServer(`${server.api}/files`, 'POST', { token, body: form });
}

describe('a picture that unpacks to gigabytes', () => {
  it('is refused by what its first bytes say', async () => {
    const { status, body } = await send(vastPicture(30_000, 30_000));
    expect([status, body.message]).toEqual([400, expect.stringContaining('请缩小后再上传')]);
  });

  it('and many that are just small enough, all at once, do not fill the memory', async () => {
    const bytes = vastPicture(7000, 7000, true);
    const sent = Promise.all(Array.from({ length: 12 }, () => send(bytes)));
    const { status } = await askServer(`${server.api}/health`, 'GET');
    expect(status).toBe(200);
    expect((await sent).map((answer) => answer.status)).toEqual(Array.from({ length: 12 }, () => 201));
    const peak = server.peakMegabytes();
    expect(peak).toBeLessThan(MOST_MEGABYTES);
  });
});

describe('a picture that moves', () => {
  it('is kept as its first picture alone', async () => {
    const frame = (colour: string) =>
      sharp({ create: { width: 40, height: 40, channels: 3, background: colour } })
        .png()
        .toBuffer();
    const moving = await sharp([await frame('#ff0000'), await frame('#0000ff')], { join: { animated: true } })
      .webp({ loop: 0 })
      .toBuffer();
    expect((await sharp(moving).metadata()).pages).toBe(2);
    const { status, body } = await send(moving);
    expect(status).toBe(201);
    const kept = await askServer(`${server.api}/files/${body.id}`, 'GET', { token });
    expect(await sharp(kept.body).metadata()).toMatchObject({ format: 'jpeg', width: 40, height: 40 });
  });
});
