import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder for what the first start of a county leaves behind, for as long as the run lasts. */
export default function keepFirstCounties(): void {
  process.env.TEST_FIRST_COUNTIES = mkdtempSync(path.join(tmpdir(), 'county-first-'));
}
