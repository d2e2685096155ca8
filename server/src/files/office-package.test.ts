import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { startCounty, type Answer, type County } from '../../../test/support/county.ts';
import { changed, goodDocument } from '../../../test/support/hostile-files.ts';

let county: County;
let officer = '';

beforeAll(async () => {
  county = await startCounty();
  officer = await county.signIn('village-officer');
});
afterAll(() => county.close());

function send(bytes: Buffer): Promise<Answer> {
  const form = new FormData();
  form.set('id', newId());
  form.set('file', new Blob([new Uint8Array(bytes)]), '文.docx');
  return county.ask('POST', '/files', { token: officer, body: form });
}

describe('a Word file', () => {
  const relationship = (type: string, target: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`;

  it.each([
    [
      'a template that lies elsewhere',
      'word/_rels/settings.xml.rels',
      relationship('attachedTemplate', 'http://a.invalid/t.dotm'),
    ],
    ['a picture that lies elsewhere', 'word/_rels/document.xml.rels', relationship('image', 'file://a.invalid/p.png')],
    ['a program put in', 'word/embeddings/oleObject1.bin', 'MZ'],
    ['macros', 'word/vbaProject.bin', 'x'],
  ])('that runs or fetches something when it is opened is refused: %s', async (_what, part, content) => {
    const { status, body } = await send(await changed(await goodDocument(), part, () => content));
    expect([status, body.message]).toEqual([400, expect.stringContaining('断开外部链接，另存后再上传')]);
  });

  it('may hold a link that somebody has to press', async () => {
    const link = relationship('hyperlink', 'https://www.gov.cn/');
    const bytes = await changed(await goodDocument(), 'word/_rels/document.xml.rels', (xml) =>
      xml.replace('</Relationships>', `${/<Relationship .*\/>/.exec(link)![0]}</Relationships>`),
    );
    expect((await send(bytes)).status).toBe(201);
  });
});
