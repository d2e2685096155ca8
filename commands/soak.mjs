/**
 * `npm run soak` works a county for an hour at ten times its busiest hour and tells memory, times and errors;
 * `npm run soak -- 5` for five minutes.
 */
import path from 'node:path';
import { inFolder, startCounty } from '../test/bench/compare.mjs';
import { runLoad } from '../test/bench/cores.mjs';
import { buildServer } from './build.mjs';
import { prepare } from './prepare.mjs';
import { CannotGoOn, main, root, say } from './progress.mjs';

/**
 * Ten times the busiest hour we expect of a county: 500 reports filed, 200 bookings, and residents and staff looking at
 * 3,000 pages of four requests each; in acts a second.
 */
const PER_SECOND = 20;
const TOKEN = 'read-by-the-soak-run';
/** What a start leaves to be collected is gone by then. */
const SETTLED_MS = 60_000;
const MEBIBYTE = 2 ** 20;

await main(import.meta.url, async (args) => {
  const minutes = Number(args[0] ?? 60);
  if (!(minutes >= 2)) throw new CannotGoOn('A soak lasts two minutes or more.', 'npm run soak -- 60');
  await prepare({ bench: true });
  await buildServer();
  await inFolder(async (folder) => {
    const { origin, stop } = await startCounty(folder, { METRICS_TOKEN: TOKEN });
    try {
      const memory = [];
      const look = async () => memory.push(await residentBytes(origin));
      const load = runLoad(process.execPath, [
        path.join(root, 'test/bench/soak-load.mjs'),
        origin,
        args[0] ?? '60',
        String(PER_SECOND),
      ]);
      const looking = setInterval(() => void look(), 10_000);
      setTimeout(() => memory.splice(0), SETTLED_MS).unref();
      const told = JSON.parse(await load);
      clearInterval(looking);
      await look();
      tell(told, memory, minutes);
    } finally {
      await stop();
    }
  });
});

async function residentBytes(origin) {
  const reply = await fetch(`${origin}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } });
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(await reply.text())?.[1]);
}

function tell({ read, write, refused, faults }, memory, minutes) {
  const third = Math.ceil(memory.length / 3);
  const middle = (list) => list.toSorted((one, other) => one - other)[Math.floor(list.length / 2)] / MEBIBYTE;
  for (const [name, { count, p50, p99, longest }] of Object.entries({ read, write }))
    say(
      `${name}: ${count} requests, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, longest ${longest.toFixed(0)} ms`,
    );
  say(
    `memory: ${middle(memory.slice(0, third)).toFixed(0)} MiB in the first third, ${middle(memory.slice(-third)).toFixed(0)} MiB in the last`,
  );
  say(
    `places somebody else had: ${refused}; errors: ${JSON.stringify(faults)}; ${minutes} minutes at ${PER_SECOND} acts a second`,
  );
  if (Object.keys(faults).length) throw new CannotGoOn('There were errors.', 'look at the answers named above');
}
