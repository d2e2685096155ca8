import { rmSync } from 'node:fs';

/** Removes what `start.ts` kept; MariaDB's part goes with its server. */
export default function forgetFirstCounties(): void {
  const { TEST_FIRST_COUNTIES: folder } = process.env;
  if (folder) rmSync(folder, { recursive: true, force: true });
}
