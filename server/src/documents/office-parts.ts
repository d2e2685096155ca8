import { UnreadableDocument } from './unreadable-document.service.ts';
import { unpackEntry, zipDirectory, type ZipEntry } from './zip-package.service.ts';

const MAX_UNPACKED = 100 * 1024 * 1024;
/** Words and rows, as against pictures, which are not read. */
const MAX_UNPACKED_XML = 30 * 1024 * 1024;
const MAX_ENTRIES = 2000;

/** What is read of each kind; pictures, drawings, comments and the like say nothing of a table. */
const READ = {
  docx: /^(?:\[Content_Types\]\.xml|_rels\/[^/]*\.rels|word\/(?:_rels\/)?[^/]+\.(?:xml|rels))$/i,
  xlsx: /^(?:\[Content_Types\]\.xml|_rels\/[^/]*\.rels|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i,
} as const;

export interface OfficeParts {
  kind: keyof typeof READ;
  /** By their names in the package. */
  parts: Map<string, string>;
}

/**
 * The parts of a Word or Excel file that are read, as text. Nothing unpacks to more than the package states, and what it
 * states is bounded before; throws `UnreadableDocument`.
 */
export function officeParts(bytes: Buffer): OfficeParts {
  const entries = zipDirectory(bytes)?.entries;
  if (!entries) throw new UnreadableDocument('文件不完整，可能没有传完，请重新上传');
  demandBounded(entries);
  const kind = kindOf(entries);
  const parts = new Map<string, string>();
  for (const entry of entries) {
    if (!READ[kind].test(entry.name)) continue;
    if (parts.has(entry.name)) throw damaged();
    parts.set(entry.name, textOf(bytes, entry));
  }
  demandNoMacros(entries, parts);
  return { kind, parts };
}

/** As a package again, for the libraries that read one. */
export async function repacked(parts: ReadonlyMap<string, string>): Promise<Buffer> {
  const { default: JSZip } = await import('jszip');
  const zip = new JSZip();
  for (const [name, text] of parts) zip.file(name, text);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'STORE' });
}

export const damaged = () => new UnreadableDocument('文件内容已损坏，不能读取；请用 Word 或 Excel 打开另存一份再上传');

function demandBounded(entries: readonly ZipEntry[]): void {
  const unpacked = (ending: RegExp) => entries.reduce((sum, { name, size }) => sum + (ending.test(name) ? size : 0), 0);
  const isHuge = unpacked(/$/) > MAX_UNPACKED || unpacked(/\.(xml|rels)$/i) > MAX_UNPACKED_XML;
  if (entries.length > MAX_ENTRIES || isHuge)
    throw new UnreadableDocument('文件解压后太大，不能读取，请只保留任务表后重新上传');
  if (entries.some(({ isLocked }) => isLocked))
    throw new UnreadableDocument('文件加了密码，不能读取；请取消密码后重新上传');
}

function kindOf(entries: readonly ZipEntry[]): OfficeParts['kind'] {
  const has = (name: string) => entries.some((entry) => entry.name.toLowerCase() === name);
  if (has('word/document.xml')) return 'docx';
  if (has('xl/workbook.xml')) return 'xlsx';
  throw new UnreadableDocument('不认识这种文件，请上传 .docx、.xlsx、.csv 或 .txt');
}

function textOf(bytes: Buffer, entry: ZipEntry): string {
  let text: string;
  try {
    text = unpackEntry(bytes, entry).toString('utf8');
  } catch {
    throw damaged();
  }
  // No office program writes one; through it a file reaches for others, or grows without end.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text))
    throw new UnreadableDocument('文件里夹带了外部定义（DTD），不安全；请用 Word 或 Excel 打开另存一份再上传');
  return text;
}

function demandNoMacros(entries: readonly ZipEntry[], parts: ReadonlyMap<string, string>): void {
  const hasProject = entries.some(({ name }) => /vbaproject\.bin$/i.test(name));
  if (hasProject || /macroEnabled/i.test(parts.get('[Content_Types].xml') ?? ''))
    throw new UnreadableDocument('文件里有宏，请另存为不带宏的 .docx 或 .xlsx 再上传');
}
