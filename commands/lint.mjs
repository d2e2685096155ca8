/** `npm run lint`: every check that reads the code without running it, each under its own heading. */
import path from 'node:path';
import { lastLines, main, root, run, say } from './progress.mjs';
import { buildNativePackage, installPackages } from './npm-packages.mjs';

const bin = (...parts) => path.join(root, 'node_modules', ...parts);
const sources = ['shared/src', 'seeds', 'server', 'miniapp', 'test', 'commands'];

const CHECKS = [
  { name: 'oxlint', args: [bin('oxlint/bin/oxlint'), '--deny-warnings', ...sources] },
  { name: 'prettier', args: [bin('prettier/bin/prettier.cjs'), '--check', '.'] },
  { name: 'types of shared, seeds and server', args: [bin('typescript/bin/tsc'), '-b'] },
  { name: 'types of the tests', args: [bin('typescript/bin/tsc'), '-p', 'tsconfig.tests.json'] },
  { name: 'types of the mini-program', args: [bin('typescript/bin/tsc'), '-p', 'miniapp'] },
  {
    name: 'who imports whom',
    args: [
      bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.mjs',
      '--output-type',
      'err-long',
      'shared/src',
      'seeds',
      'server',
      'miniapp/src',
      'test',
    ],
  },
  { name: 'nothing unused', args: [bin('knip/bin/knip.js'), '--no-progress'] },
];

/** Runs every check, whatever the others say; answers how many passed and failed. */
export async function lint() {
  const results = [];
  for (const { name, args } of CHECKS) {
    const { code, output } = await run(name, process.execPath, args);
    console.log(`\n== ${name}: ${code === 0 ? 'in order' : 'FAILED'}`);
    if (code !== 0) console.log(lastLines(output, 200));
    results.push({ name, passed: code === 0 });
  }
  const failed = results.filter(({ passed }) => !passed);
  return { passed: results.length - failed.length, failed: failed.length, names: failed.map(({ name }) => name) };
}

await main(import.meta.url, async () => {
  await installPackages();
  await buildNativePackage();
  const { passed, failed, names } = await lint();
  console.log('');
  say(failed ? `${passed} checks in order, ${failed} failed: ${names.join(', ')}` : `all ${passed} checks in order`);
  if (failed) process.exitCode = 1;
});
