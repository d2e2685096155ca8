import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Lies beside the data, so that the server can say how old the last back-up is; it is in no back-up itself. */
const NOTE = 'last-back-up.json';

/** Remembers that a whole back-up has been made. */
export async function noteBackUp(dataDir: string, madeAt: string): Promise<void> {
  const note = path.join(dataDir, NOTE);
  // A county on MariaDB with its files in a bucket may be backed up where no server has run yet.
  await mkdir(dataDir, { recursive: true });
  await writeFile(`${note}.part`, JSON.stringify({ madeAt }));
  await rename(`${note}.part`, note);
}

/** When the last back-up was made, as far as anybody noted it here. */
export async function lastBackUpAt(dataDir: string): Promise<string | null> {
  const text = await readFile(path.join(dataDir, NOTE), 'utf8').catch(() => '{}');
  try {
    const { madeAt } = JSON.parse(text) as { madeAt?: string };
    return madeAt && !Number.isNaN(Date.parse(madeAt)) ? madeAt : null;
  } catch {
    return null;
  }
}
