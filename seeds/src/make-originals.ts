/**
 * Writes the Word and Excel originals from the annex's plain text, and an example roster. Run it after a change to the
 * text: `node seeds/dist/src/make-originals.js`. The same text always gives the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type AnnexText, readAnnexText } from '../tasks/annex-text.ts';
import { annexDocument } from './annex-document.ts';
import { annexWorkbook, rosterWorkbook } from './example-workbooks.ts';
import { originalPath } from './original-path.ts';

const textPath = originalPath('annex-1-task-breakdown.txt');
const annex: AnnexText = readAnnexText(readFileSync(textPath, 'utf8'));

// The files may not exist yet, so their folder is taken from the text, which does.
const write = (name: string, content: Buffer): void => writeFileSync(join(dirname(textPath), name), content);

write('annex-1-task-breakdown.docx', await annexDocument(annex));
write('annex-1-task-breakdown.xlsx', await annexWorkbook(annex));
write('roster-example.xlsx', await rosterWorkbook());
