import { inWords, setUp } from './set-up.ts';

await setUp(process.argv.slice(2), (words) => process.stdout.write(`${words}\n`)).catch((error: unknown) => {
  process.stderr.write(`${inWords(error)}\n`);
  process.exitCode = 1;
});
