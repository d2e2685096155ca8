import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { v7 as newId } from 'uuid';
import { bucketFolder } from '../../server/src/files/bucket-folder.ts';
import { FileLinks } from '../../server/src/files/file-links.ts';
import { ObjectStore } from '../support/object-store.ts';
import { OnePlace } from '../support/one-place.ts';

const run = promisify(execFile);
const [FIRST, SECOND] = [1, 2].map((byte) => Buffer.alloc(32, byte).toString('base64')) as [string, string];
const CHANGING = { SECRET_KEY: SECOND, SECRET_KEYS_BEFORE: FIRST };

describe('a county whose files lie in a bucket, while its key is changed', () => {
  let store: ObjectStore;
  let place: OnePlace;
  let bucket: Record<string, string>;
  let officer: string;

  beforeAll(async () => {
    store = await ObjectStore.start();
    bucket = await store.newBucket();
    place = await OnePlace.make();
    await place.start({ ...bucket, SECRET_KEY: FIRST });
    officer = await place.signIn('village-officer');
  }, 240_000);
  afterAll(async () => {
    await place?.remove();
    await store?.stop();
  }, 60_000);

  /** A photo, and a link to it as a page gives it out. */
  const send = async (background: string): Promise<{ id: string; url: string }> => {
    const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background } })
      .jpeg()
      .toBuffer();
    const form = new FormData();
    form.set('id', newId());
    form.set('file', new Blob([new Uint8Array(bytes)]), '现场.jpg');
    const { status, body } = await place.ask('POST', '/files', form, officer);
    expect(status).toBe(201);
    const { actor } = (await place.ask('GET', '/sessions/current', undefined, officer)).body;
    return { id: body.id, url: place.app.get(FileLinks).sign(body.id, actor.sessionId) };
  };
  const opens = async ({ id, url }: { id: string; url: string }) => [
    (await place.ask('GET', `/files/${id}`, undefined, officer)).status,
    (await place.ask('GET', url)).status,
  ];

  it('opens every photo and every link given out, during it and after, in the folder it names', async () => {
    const before = await send('#111111');
    await place.start({ ...bucket, ...CHANGING });
    expect(await opens(before)).toEqual([200, 200]);
    const during = await send('#222222');

    const { stdout } = await run(process.execPath, ['server/dist/src/rotate-key-command.js'], {
      env: {
        PATH: process.env.PATH,
        MODE: 'demo',
        DATA_DIR: place.settings({}).DATA_DIR,
        NOW: '2026-11-25T01:00:00.000Z',
        ...bucket,
        ...CHANGING,
      },
    });
    const folder = bucketFolder(place.settings({ ...bucket, ...CHANGING }));
    expect(stdout).toContain('旧密钥下已经没有任何数据');
    expect(stdout).toContain(`请同时设 S3_FOLDER=${folder}`);
    expect(await opens(before)).toEqual([200, 200]);

    await place.start({ ...bucket, SECRET_KEY: SECOND, S3_FOLDER: folder });
    // Its link was signed by the key that is gone; a page that is opened anew gives another.
    expect(await opens(before)).toEqual([200, 404]);
    expect(await opens(during)).toEqual([200, 200]);
    expect(await opens(await send('#333333'))).toEqual([200, 200]);
  }, 240_000);
});
