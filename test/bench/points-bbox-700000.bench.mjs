import { cpSync } from 'node:fs';
import path from 'node:path';
import { inFolder, startCounty } from './compare.mjs';
import { growPoints } from './grow-points.mjs';

/** Every village of China. */
const VILLAGES = 700_000;
const ROUNDS = 5;
/** A phone's view of some five kilometres, and of a township. */
const SIDES = [0.05, 0.12];
const STEPS = 6;
const AIM = 0.66;

/** The 95th of 100 view boxes of a county, alone against among every village of China; asked for in turns. */
export default () =>
  inFolder(async (folder) => {
    const [alone, among] = ['alone', 'among'].map((name) => path.join(folder, name));
    const first = await startCounty(alone);
    const { outline } = await (await fetch(`${first.origin}/api/public/service-map`)).json();
    await first.stop();
    cpSync(alone, among, { recursive: true });
    growPoints(among, VILLAGES, outline.box);
    const sides = [];
    try {
      for (const data of [alone, among]) sides.push({ server: await startCounty(data), times: [], shown: 0 });
      for (let round = 0; round <= ROUNDS; round += 1)
        for (const side of sides)
          for (const box of viewBoxes(outline.box)) {
            // Another address each time: what is measured is the finding, not the kept reply.
            const { took, count } = await timeOf(
              `${side.server.origin}/api/public/service-points?bbox=${box}&round=${round}`,
            );
            side.shown += count;
            if (round > 0) side.times.push(took);
          }
      if (sides[1].shown !== sides[0].shown || !sides[0].shown)
        throw new Error('The boxes do not show the same points');
      const [limit, value] = sides.map(({ times }) => p95(times));
      return { value, unit: 'ms p95', limit, ratio: limit / value, aim: AIM };
    } finally {
      await Promise.all(sides.map(({ server }) => server.stop()));
    }
  });

function viewBoxes({ west, south, east, north }) {
  const boxes = [];
  for (const side of SIDES)
    for (let column = 0; column < STEPS; column += 1)
      for (let row = 0; row < STEPS; row += 1) {
        const left = west + ((east - west - side) * column) / (STEPS - 1);
        const bottom = south + ((north - south - side) * row) / (STEPS - 1);
        boxes.push([left, bottom, left + side, bottom + side].map((degrees) => degrees.toFixed(5)).join(','));
      }
  return boxes;
}

async function timeOf(url) {
  const start = performance.now();
  const reply = await fetch(url);
  const { items } = await reply.json();
  const took = performance.now() - start;
  if (!reply.ok) throw new Error(`${url}: ${reply.status}`);
  return { took, count: items.length };
}

const p95 = (times) => times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)];
