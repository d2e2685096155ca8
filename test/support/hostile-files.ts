import ExcelJS from 'exceljs';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import JSZip from 'jszip';
import { handMadeZip, partsOf } from './hand-made-zip.ts';

export interface HostileFile {
  name: string;
  bytes: Buffer;
}

const HEAD = ['序号', '主要任务', '责任单位', '完成时限'];
const ROW = ['1', '公示低保名单', '县民政局', '2026年6月'];

/** A good table of tasks, as a spreadsheet program saves it. */
export async function goodWorkbook(row: readonly (string | ExcelJS.CellFormulaValue)[] = ROW): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('任务').addRows([HEAD, [...row]]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** The same as Word saves it. */
export const goodDocument = (): Promise<Buffer> => {
  const rows = [HEAD, ROW].map(
    (texts) => new TableRow({ children: texts.map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
  );
  return Packer.toBuffer(new Document({ sections: [{ children: [new Table({ rows })] }] }));
};

/** A good file with one part changed, or put in. */
export async function changed(good: Buffer, part: string, change: (xml: string) => string | Buffer): Promise<Buffer> {
  const zip = await JSZip.loadAsync(good);
  zip.file(part, change((await zip.file(part)?.async('string')) ?? ''));
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: { level: 9 } });
}

const MEGABYTE = 1024 * 1024;
const spaces = (megabytes: number) => Buffer.alloc(megabytes * MEGABYTE, ' ');
const BILLION = `<!DOCTYPE x [<!ENTITY a "哈">${Array.from('bcdefghi', (name, at) => `<!ENTITY ${name} "${`&${'abcdefgh'[at]};`.repeat(10)}">`).join('')}]>`;
const REACHING = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
const afterDeclaration = (more: string) => (xml: string) => xml.replace(/^(<\?xml[^>]*\?>)?/, `$1${more}`);
const intoSheet = (more: string) => (xml: string) => xml.replace('</sheetData>', `</sheetData>${more}`);
const intoRows = (more: string) => (xml: string) => xml.replace('</sheetData>', `${more}</sheetData>`);
const SHEET = 'xl/worksheets/sheet1.xml';
const BOOK = 'xl/workbook.xml';
const WORDS = 'word/document.xml';

/** `words`: what the refusal says; null where the file is read, without what is bad in it. */
type Made = [what: string, words: RegExp | null, make: () => Promise<Buffer>, name?: string];

/** Files that mean harm, each with what the answer has to say. */
export const HOSTILE_TABLES: readonly Made[] = [
  ['a part of 300 megabytes', /解压后太大/, async () => withPart(await goodWorkbook(), SHEET, spaces(300))],
  ['a part of 300 megabytes said to be small', /已损坏/, async () => lying(await goodWorkbook(), SHEET, spaces(300))],
  [
    'a Word part of 300 megabytes said to be small',
    /已损坏/,
    async () => lying(await goodDocument(), WORDS, spaces(300)),
  ],
  [
    '300 megabytes in a part that is not read, said to be small',
    null,
    async () => lying(await goodWorkbook(), 'xl/media/image1.png', spaces(300)),
  ],
  [
    'a bomb within a bomb',
    /不认识这种文件/,
    async () => handMadeZip([{ name: 'inner.zip', content: handMadeZip([{ name: 'a.xml', content: spaces(20) }]) }]),
  ],
  [
    'fifty thousand entries',
    /解压后太大/,
    async () =>
      handMadeZip([
        ...(await partsOf(await goodWorkbook())),
        ...Array.from({ length: 50_000 }, (_, at) => ({ name: `${at}.xml`, content: Buffer.alloc(0) })),
      ]),
  ],
  [
    'two sheets of one name',
    /已损坏/,
    async () => {
      const parts = await partsOf(await goodWorkbook());
      return handMadeZip([...parts, parts.find(({ name }) => name === SHEET)!]);
    },
  ],
  ...[BOOK, SHEET, 'xl/styles.xml', 'xl/_rels/workbook.xml.rels', '[Content_Types].xml'].flatMap((part): Made[] => [
    [
      `a reach for other files in ${part}`,
      /外部定义/,
      async () => changed(await goodWorkbook(), part, afterDeclaration(REACHING)),
    ],
    [
      `a billion laughs in ${part}`,
      /外部定义/,
      async () => changed(await goodWorkbook(), part, afterDeclaration(BILLION)),
    ],
  ]),
  ...[WORDS, 'word/styles.xml', 'word/numbering.xml', '_rels/.rels'].flatMap((part): Made[] => [
    [
      `a reach for other files in ${part}`,
      /外部定义/,
      async () => changed(await goodDocument(), part, afterDeclaration(REACHING)),
    ],
    [
      `a billion laughs in ${part}`,
      /外部定义/,
      async () => changed(await goodDocument(), part, afterDeclaration(BILLION)),
    ],
  ]),
  [
    'macros in a workbook',
    /宏/,
    async () => changed(await goodWorkbook(), 'xl/vbaProject.bin', () => 'x'),
    '任务.xlsm',
  ],
  [
    'macros in a document',
    /宏/,
    async () => changed(await goodDocument(), 'word/vbaProject.bin', () => 'x'),
    '任务.docm',
  ],
  [
    'a type that has macros',
    /宏/,
    async () =>
      changed(await goodWorkbook(), '[Content_Types].xml', (xml) =>
        xml.replace('openxmlformats-officedocument.spreadsheetml.sheet.main', 'ms-excel.sheet.macroEnabled.main'),
      ),
  ],
  [
    'a password',
    /密码/,
    async () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
  ],
  [
    'a name for a whole sheet',
    null,
    async () =>
      changed(await goodWorkbook(), BOOK, (xml) =>
        xml.replace(
          '</sheets>',
          '</sheets><definedNames><definedName name="全部">任务!$A$1:$XFD$1048576</definedName></definedNames>',
        ),
      ),
  ],
  [
    'a name for a whole sheet behind a comment',
    /已损坏/,
    async () =>
      changed(await goodWorkbook(), BOOK, (xml) =>
        xml.replace(
          '</sheets>',
          '</sheets><definedNames><!-- </definedNames> --><definedName name="全部">任务!$A$1:$XFD$1048576</definedName></definedNames>',
        ),
      ),
  ],
  [
    'a million rows',
    /超过 12000 行/,
    async () => changed(await goodWorkbook(), SHEET, intoRows('<row r="9"/>'.repeat(1e6))),
  ],
  [
    'a hundred thousand columns',
    /单元格太多|已损坏/,
    async () =>
      changed(
        await goodWorkbook(),
        SHEET,
        intoRows(
          `<row r="9">${Array.from({ length: 1e5 }, (_, at) => `<c r="${letters(at)}9"><v>1</v></c>`).join('')}</row>`,
        ),
      ),
  ],
  [
    'a million cells in a row',
    /单元格太多/,
    async () => changed(await goodWorkbook(), SHEET, intoRows(`<row r="9">${'<c r="B9"/>'.repeat(1e6)}</row>`)),
  ],
  [
    'a row far behind the last',
    /已损坏/,
    async () =>
      changed(await goodWorkbook(), SHEET, intoRows('<row r="4294967294"><c r="A4294967294"><v>1</v></c></row>')),
  ],
  [
    'merges that overlap in a ring',
    /已损坏/,
    async () =>
      changed(
        await goodWorkbook(),
        SHEET,
        intoSheet('<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/><mergeCell ref="C3:A1"/></mergeCells>'),
      ),
  ],
  [
    'a whole sheet merged, written another way',
    /已损坏/,
    async () =>
      changed(await goodWorkbook(), SHEET, intoSheet(`<mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>`)),
  ],
  [
    'a million parts nested in one another',
    /已损坏|太复杂|太大|没有表格/,
    async () =>
      changed(await goodDocument(), WORDS, (xml) => xml.replace('<w:body>', `<w:body>${'<w:p>'.repeat(1e6)}`)),
  ],
  [
    'ten thousand tables nested in one another',
    /已损坏|太复杂|太大|没有表格/,
    async () => {
      const open = '<w:tbl><w:tr><w:tc>'.repeat(10_000);
      const close = '<w:p/></w:tc></w:tr></w:tbl>'.repeat(10_000);
      return changed(await goodDocument(), WORDS, (xml) => xml.replace('<w:body>', `<w:body>${open}${close}`));
    },
  ],
  [
    'a document that keeps its reader busy',
    /太复杂|太大|单元格太多/,
    async () =>
      changed(await goodDocument(), WORDS, (xml) =>
        xml.replace('<w:body>', `<w:body>${'<w:p><w:r><w:t>一</w:t></w:r></w:p>'.repeat(800_000)}`),
      ),
  ],
  ['half a file', /没有传完/, async () => (await goodWorkbook()).subarray(0, 3000)],
  [
    'a directory that points elsewhere',
    /不完整|已损坏/,
    async () => {
      const bytes = await goodWorkbook();
      bytes.writeUInt32LE(7, bytes.length - 6);
      return bytes;
    },
  ],
  ['a PDF in front of a workbook', /PDF/, async () => Buffer.concat([Buffer.from('%PDF-1.7\n'), await goodWorkbook()])],
  [
    'a page that is no table',
    null,
    async () => Buffer.from('<html><script>alert(1)</script><b>x</b></html>'),
    '任务.csv',
  ],
  ['a text of a million rows', /超过 12000 行/, async () => Buffer.from('一,二\n'.repeat(1e6)), '任务.csv'],
  ['a text of one endless quote', /太长/, async () => Buffer.from(`任务,单位\n"${'字'.repeat(3e6)}`), '任务.csv'],
  ['a text of a million columns', /最多 63 格/, async () => Buffer.from(`任务,单位\n${','.repeat(4e6)}x`), '任务.csv'],
];

async function withPart(good: Buffer, part: string, content: Buffer): Promise<Buffer> {
  return handMadeZip([...(await partsOf(good)).filter(({ name }) => name !== part), { name: part, content }]);
}

async function lying(good: Buffer, part: string, content: Buffer): Promise<Buffer> {
  const others = (await partsOf(good)).filter(({ name }) => name !== part);
  return handMadeZip([...others, { name: part, content, claimed: 5000 }]);
}

/** 0 is A, 26 is AA. */
const letters = (at: number): string =>
  (at < 26 ? '' : letters(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));
