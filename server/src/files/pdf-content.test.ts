import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { startCounty, type County } from '../../../test/support/county.ts';

/** A PDF of these objects; what it says of where they are is not looked at. */
const pdf = (...objects: (string | Buffer)[]): Buffer =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'),
    ...objects.flatMap((one, at) => [Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(one), Buffer.from('\nendobj\n')]),
    Buffer.from('trailer\n<< /Root 1 0 R >>\n%%EOF\n'),
  ]);
const stream = (dictionary: string, bytes: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
const packed = (objects: string, name = '/ObjStm'): Buffer =>
  stream(`/Type ${name} /N 1 /First 4 /Filter /FlateDecode`, deflateSync(Buffer.from(objects)));

const CATALOG = '<< /Type /Catalog /Pages 2 0 R /OpenAction [3 0 R /Fit] >>';
const SCRIPT = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';
const RUNS = /有脚本、程序或夹带的文件/;
const LOCKED = /加了密码或读不出来/;

describe('a PDF that is sent', () => {
  let county: County;
  let officer: string;
  beforeAll(async () => {
    county = await startCounty();
    officer = await county.signIn('village-officer');
  });
  afterAll(() => county.close());

  const send = (bytes: Buffer) => {
    const form = new FormData();
    form.set('id', newId());
    form.set('file', new Blob([new Uint8Array(bytes)]), '通知.pdf');
    return county.ask('POST', '/files', { token: officer, body: form });
  };

  it.each([
    ['a script', pdf(CATALOG, SCRIPT)],
    ['a script whose name is written in codes', pdf(CATALOG, SCRIPT.replace('JavaScript', 'J#61vaScrip#74'))],
    ['a script among packed objects', pdf(CATALOG, packed('1 0 << >>'), packed(`7 0 ${SCRIPT}`))],
    ['a script in a pack whose name is written in codes', pdf(CATALOG, packed(`7 0 ${SCRIPT}`, '/Obj#53tm'))],
    ['a program to start', pdf(CATALOG, '<< /S /Launch /F (cmd.exe) >>')],
    ['a script behind a bracket that never was one', pdf(CATALOG, '% (', SCRIPT, '% )')],
    ['a film that may bring a script', pdf(CATALOG, '<< /S /Rendition /JS (app.alert\\(1\\)) >>')],
    ['a file within', pdf(CATALOG, stream('/Type /EmbeddedFile', Buffer.from('MZ')))],
  ])('with %s is refused, and the way out is said', async (_what, bytes) => {
    const { status, body } = await send(bytes);
    expect([status, body.message]).toEqual([400, expect.stringMatching(RUNS)]);
  });

  it.each([
    ['is locked', pdf(CATALOG, '<< /Filter /Standard /V 4 >>', 'trailer << /Encrypt 2 0 R >>')],
    ['has packed objects nobody can unpack', pdf(CATALOG, stream('/Type /ObjStm /Filter /Crypt', Buffer.from('?')))],
    ['unpacks to an absurd size', pdf(CATALOG, packed(' '.repeat(40 * 1024 * 1024)))],
  ])('that %s is refused, since nobody can tell what is in it', async (_what, bytes) => {
    const { status, body } = await send(bytes);
    expect([status, body.message]).toEqual([400, expect.stringMatching(LOCKED)]);
  });

  it.each([
    ['whose title names a script', pdf(CATALOG, '<< /Title (HTML/JavaScript \\(1\\) (a/Launch)) >>')],
    ['with a link to such an address', pdf(CATALOG, '<< /S /URI /URI (https://example.gov.cn/JavaScript) >>')],
    [
      'whose description names one',
      pdf(
        CATALOG,
        stream('/Type /Metadata', Buffer.from('<x:xmpmeta><dc:title>C/Encrypt/Launch</dc:title></x:xmpmeta>')),
      ),
    ],
    ['with such a title among packed objects', pdf(CATALOG, packed('7 0 << /Title (/JavaScript) >>'))],
    ['whose objects are put together unpacked', pdf(CATALOG, stream('/Type /ObjStm /N 1', Buffer.from('7 0 << >>')))],
  ])('%s is kept', async (_what, bytes) => {
    expect((await send(bytes)).status).toBe(201);
  });

  it('of text, pictures, links and packed objects is kept byte by byte', async () => {
    const link = '<< /Type /Annot /A << /S /URI /URI (https://www.gov.cn/) >> >>';
    const picture = stream('/Subtype /Image /Filter /FlateDecode', deflateSync(Buffer.alloc(50_000, 7)));
    const bytes = pdf(CATALOG, picture, link, packed('7 0 << /Type /Font /JS#20 0 >>'));
    const { status, body } = await send(bytes);
    expect([status, body.mediaType]).toEqual([201, 'application/pdf']);
    expect((await county.ask('GET', `/files/${body.id}`, { token: officer })).body).toEqual(bytes);
  });
});
