/**
 * Run as a program with a data folder: seeds a county there, adds guides up to 1,000 and then 100,000, and asks for the
 * first page by words, through the service that answers the public route, and by LIKE. Writes milliseconds as JSON.
 */
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import { createApp } from '../../server/dist/src/app.js';
import { readSettings } from '../../server/dist/src/config/settings.js';
import { PublicGuides } from '../../server/dist/src/service-guides/public-guides.service.js';
import { initialsOf } from '../../server/dist/src/search/initials.service.js';

const ROUNDS = 5;
const QUERIES = [
  '办社保卡',
  '给孩子上户口',
  '养老金资格认证',
  '食品经营许可',
  '老年证',
  '残疾补贴',
  '房屋 过户',
  '白杨镇 低保',
];
const MATTERS = [
  '社保卡',
  '户口登记',
  '养老金资格认证',
  '食品经营许可',
  '老年优待证',
  '残疾人补贴',
  '房屋过户',
  '低保',
  '婚姻登记',
  '医保报销',
  '施工许可',
  '公租房申请',
];
const ACTS = ['申请', '补办', '变更', '注销', '查询', '年审', '续期', '挂失'];
const PLACES = [
  '青石镇',
  '白杨镇',
  '城关镇',
  '柳林乡',
  '双河街道',
  '石桥村',
  '青龙村',
  '望江社区',
  '新华社区',
  '平安村',
];

const app = await createApp(readSettings({ MODE: 'demo', DATA_DIR: process.argv[2], LOG_LEVEL: 'error' }));
await app.init();
const guides = app.get(PublicGuides, { strict: false });
const database = new Sqlite(path.join(process.argv[2], 'county.db'));
const LIKE = `SELECT g.id, v.title, v.plainTitle FROM service_guide g
  JOIN service_guide_version v ON v.writingId = g.id AND v.version = g.publishedVersion
  WHERE g.withdrawnAt IS NULL AND (v.title LIKE ? OR v.plainTitle LIKE ? OR v.everydayWords LIKE ?) LIMIT 51`;
const likeStatement = database.prepare(LIKE);

const results = [];
for (const count of [1_000, 100_000]) {
  database.transaction(grow)(count);
  const start = performance.now();
  await ours(QUERIES[0]);
  const built = performance.now() - start;
  const times = { ours: [], like: [] };
  // In turns, so that a slow moment of the machine falls on both.
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const words of QUERIES) {
      const [mine, theirs] = [await timed(() => ours(words)), await timed(() => like(words))];
      if (round === 0) continue;
      times.ours.push(mine);
      times.like.push(theirs);
    }
  results.push({ count, built, ours: mean(times.ours), like: mean(times.like) });
}
database.close();
await app.close();
process.stdout.write(JSON.stringify(results));

async function ours(words) {
  const { items } = await guides.list({ words }, { limit: 50 });
  if (!items.length) throw new Error(`nothing was found for ${words}`);
}

/** As it stands, which is all LIKE can do; no synonyms, no mistyped words. */
function like(words) {
  const anywhere = `%${words.replace(' ', '%')}%`;
  likeStatement.all(anywhere, anywhere, anywhere);
}

async function timed(run) {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function mean(some) {
  return some.reduce((sum, one) => sum + one, 0) / some.length;
}

/** Guides as the first public one is, by other names. */
function grow(count) {
  const { n } = database.prepare('SELECT COUNT(*) AS n FROM service_guide WHERE publishedVersion IS NOT NULL').get();
  const guide = database.prepare('SELECT * FROM service_guide WHERE publishedVersion = 1 LIMIT 1').get();
  const version = database.prepare('SELECT * FROM service_guide_version WHERE writingId = ?').get(guide.id);
  const insertGuide = inserter('service_guide', guide);
  const insertVersion = inserter('service_guide_version', version);
  for (let at = n; at < count; at += 1) {
    const [place, matter, act] = [PLACES[at % 10], MATTERS[Math.floor(at / 10) % 12], ACTS[Math.floor(at / 120) % 8]];
    const id = newId();
    const plainTitle = `${place}${matter}${act}${at}`;
    insertGuide.run({ ...guide, id });
    insertVersion.run({
      ...version,
      id: newId(),
      writingId: id,
      title: `${matter}${act}（${place}）`,
      plainTitle,
      everydayWords: JSON.stringify([`办${matter}`, `${act}${matter}`]),
      initials: initialsOf(plainTitle),
    });
  }
  database.prepare("UPDATE guide_stamp SET stamp = stamp + 1 WHERE id = 'guides'").run();
}

function inserter(table, row) {
  const keys = Object.keys(row);
  return database.prepare(
    `INSERT INTO ${table} (${keys.map((key) => `"${key}"`).join(', ')}) VALUES (${keys.map((key) => `@${key}`).join(', ')})`,
  );
}
