/** Makes a fresh clone ready: npm packages, the one native package and, for tests, what Debian provides. */
import { buildNativePackage, installPackages } from './npm-packages.mjs';
import { prepareSystem } from './system-packages.mjs';
import { main, say } from './progress.mjs';

/**
 * Answers the system packages that could not be installed. `meanwhile` needs the npm packages alone: it is done beside
 * the rest, which keeps one core busy.
 */
export async function prepare({ tests = false, bench = false, meanwhile = async () => {} } = {}) {
  await installPackages();
  const system = async () => {
    const missing = tests ? await prepareSystem() : [];
    return bench ? [...missing, ...(await prepareSystem({ bench: true }))] : missing;
  };
  const [missing] = await Promise.all([system(), buildNativePackage(), meanwhile()]);
  return missing;
}

await main(import.meta.url, async (args) => {
  await prepare({ tests: args.includes('--tests'), bench: args.includes('--bench') });
  say('ready');
});
