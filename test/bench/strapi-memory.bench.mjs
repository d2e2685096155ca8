import { readFileSync } from 'node:fs';
import { setTimeout as rest } from 'node:timers/promises';
import { inFolder } from './compare.mjs';
import { ITS_LIST, OUR_LIST, startBoth } from './strapi.mjs';

const REST_MS = 5_000;
const AIM = 2;

/** What each keeps in memory at rest, after a start on data that are there and one list. */
export default () =>
  inFolder(async (folder) => {
    const { ours, its } = await startBoth(folder);
    try {
      for (const address of [ours.origin + OUR_LIST, its.origin + ITS_LIST]) await (await fetch(address)).text();
      await rest(REST_MS);
      const [value, limit] = [ours, its].map(({ pid }) => residentMiB(pid));
      return { value, unit: 'MiB', limit, ratio: limit / value, aim: AIM };
    } finally {
      await Promise.all([ours.stop(), its.stop()]);
    }
  });

function residentMiB(pid) {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(kilobytes) / 1024;
}
