/**
 * Draws the sample pictures of the demo's guides from `sample-forms.ts`. Run it after a change there, on a machine
 * with a Chinese typeface: `node seeds/dist/src/make-samples.js`. The pictures are kept, as a server may have no such type.
 */
import { writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { SAMPLE_FORMS, type SampleForm } from '../service-guides/sample-forms.ts';
import { samplePath } from './original-path.ts';

const WIDTH = 800;
const ROW = 64;
const TOP = 190;
const COLOURS = 16;

for (const form of SAMPLE_FORMS)
  writeFileSync(
    samplePath(form.file),
    await sharp(Buffer.from(drawing(form)))
      .png({ palette: true, colours: COLOURS, effort: 10 })
      .toBuffer(),
  );

function drawing({ heading, rows, declares, signature }: SampleForm): string {
  const end = TOP + rows.length * ROW;
  const height = end + 250;
  const marks = [0.3, 0.55, 0.8].map(
    (at) =>
      `<text x="400" y="${height * at}" class="mark" transform="rotate(-24 400 ${height * at})">样例　样例　样例</text>`,
  );
  const cells = rows.map(([label, example], at) => {
    const y = TOP + at * ROW;
    return `<rect x="60" y="${y}" width="220" height="${ROW}" class="cell label"/>
      <rect x="280" y="${y}" width="460" height="${ROW}" class="cell"/>
      <text x="80" y="${y + 41}" class="words">${label}</text>
      <text x="300" y="${y + 41}" class="written">${example}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}">
    <style>
      text { font-family: 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif }
      .mark { font-size: 74px; fill: #f2dcd8; text-anchor: middle; font-weight: bold }
      .cell { fill: none; stroke: #1c2b2a; stroke-width: 2 }
      .label { fill: #eef2f1 }
      .words { font-size: 24px; fill: #1c2b2a }
      .written { font-size: 26px; fill: #1d5fa8 }
      .heading { font-size: 36px; font-weight: bold; text-anchor: middle; fill: #1c2b2a }
      .about { font-size: 24px; fill: #b03021; text-anchor: middle }
    </style>
    <rect width="100%" height="100%" fill="#fff"/>
    <text x="400" y="70" class="about">填写样例：姓名、号码都是编的，请写自己的</text>
    ${marks.join('')}
    <text x="400" y="145" class="heading">${heading}</text>
    ${cells.join('')}
    <text x="60" y="${end + 60}" class="words">${declares}</text>
    <text x="60" y="${end + 130}" class="written">${signature}</text>
    <text x="60" y="${end + 190}" class="written">2026 年 1 月 5 日</text>
  </svg>`;
}
