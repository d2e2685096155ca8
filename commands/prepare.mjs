/** Makes a fresh clone ready: npm packages, the one native package and, for tests, what Debian provides. */
import { preparePackages } from './npm-packages.mjs';
import { prepareSystem } from './system-packages.mjs';
import { main, say } from './progress.mjs';

/** Answers the system packages that could not be installed. */
export async function prepare({ tests = false, bench = false } = {}) {
  await preparePackages();
  const missing = tests ? await prepareSystem() : [];
  return bench ? [...missing, ...(await prepareSystem({ bench: true }))] : missing;
}

await main(import.meta.url, async (args) => {
  await prepare({ tests: args.includes('--tests'), bench: args.includes('--bench') });
  say('ready');
});
