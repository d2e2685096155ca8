import path from 'node:path';
import { grow, inFolder, median, startCounty } from './compare.mjs';

const ROUNDS = 5;
const REQUESTS = 40;
const PROVINCE = 40_000;
const COUNTY = 60;

/** Milliseconds of a view over a province's units against the same view over a county's, asked for in turns. */
export async function compareSizes(addressOf, aim) {
  return inFolder(async (folder) => {
    const sides = [];
    try {
      for (const units of [COUNTY, PROVINCE]) {
        const data = path.join(folder, String(units));
        const { token, breakdownId } = await grow(data, units);
        const server = await startCounty(data);
        sides.push({ server, url: server.origin + addressOf(breakdownId), token, times: [] });
      }
      for (let round = 0; round <= ROUNDS; round += 1)
        for (const side of sides)
          for (let index = 0; index < REQUESTS; index += 1) {
            const took = await timeOf(side);
            if (round > 0) side.times.push(took);
          }
      const [county, province] = sides.map(({ times }) => median(times));
      return { value: province, unit: 'ms', limit: county, ratio: county / province, aim };
    } finally {
      await Promise.all(sides.map(({ server }) => server.stop()));
    }
  });
}

async function timeOf({ url, token }) {
  const start = performance.now();
  const reply = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  const { items, rows } = await reply.json();
  const took = performance.now() - start;
  if (!(items ?? rows)?.length) throw new Error(`${url}: ${reply.status}, an empty answer`);
  return took;
}
