import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TEXT = /[.](?:html|js|css|json|svg|txt|webmanifest|xml|map)$/;
const SMALLEST = 1024;

/** Writes a .br and a .gz beside every text file worth it, so that the server compresses nothing per request. */
export async function compressFolder(folder) {
  for (const name of readdirSync(folder, { recursive: true })) {
    const file = path.join(folder, name);
    if (/[.](?:br|gz)$/.test(name)) rmSync(file);
    else if (TEXT.test(name)) await compressFile(file);
  }
}

async function compressFile(file) {
  const bytes = readFileSync(file);
  if (bytes.length < SMALLEST) return;
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  writeFileSync(`${file}.br`, await promisify(brotliCompress)(bytes, quality));
  writeFileSync(`${file}.gz`, await promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }));
}
