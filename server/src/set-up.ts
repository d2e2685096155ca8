import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { HttpException } from '@nestjs/common';
import { createApp } from './app.ts';
import { readSettings } from './config/settings.ts';
import { StartRefused } from './config/start-refused.ts';
import { readDocument } from './documents/read-document.service.ts';
import { UnreadableDocument } from './documents/unreadable-document.service.ts';
import { SetUp, SetUpRefused } from './seeding/set-up.service.ts';
import { readUnits } from './seeding/units-sheet.ts';
import { Outlines } from './service-map/outlines.service.ts';

const USAGE = `用法 Usage:
  npm run set-up -- --units 单位名录.xlsx                    导入单位（名称、上级、类型…），已有的不变
  npm run set-up -- --unit 县政府信息公开办 --name 姓名 --phone 手机号   设置第一位管理员，显示邀请码
  npm run set-up -- --outline 本县.geojson                   政务地图的示意轮廓（各乡镇的面，GeoJSON，CGCS2000）
  加 --recover：管理员都不能登录时，重新设置一位（会记入操作日志）
几步可以写在一条命令里。使用与服务器相同的环境变量。`;

/** Sets a county up beside its server: units from a list, the map's outline, the first administrator. */
export async function setUp(args: string[], say: (words: string) => void): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      units: { type: 'string' },
      outline: { type: 'string' },
      unit: { type: 'string' },
      name: { type: 'string' },
      phone: { type: 'string' },
      recover: { type: 'boolean', default: false },
    },
  });
  const { units, outline, unit, name, phone, recover } = values;
  const wantsPerson = unit !== undefined || name !== undefined || phone !== undefined;
  if (wantsPerson && !(unit && name && phone)) throw new SetUpRefused('--unit、--name、--phone 要一起写');
  if (!units && !outline && !wantsPerson) throw new SetUpRefused(USAGE);
  const list = units ? readUnits(await readDocument(await bytesOf(units), path.basename(units))) : undefined;
  const drawing = outline ? (await bytesOf(outline)).toString('utf8') : undefined;
  const settings = readSettings(process.env);
  const app = await createApp({ ...settings, LOG_LEVEL: 'warn' });
  await app.init();
  try {
    const service = app.get(SetUp, { strict: false });
    if (list) say(`单位：新增 ${await service.takeUnits(list)} 个，名录共 ${list.lines.length} 个`);
    if (drawing !== undefined) say(outlineWords(await app.get(Outlines, { strict: false }).take(drawing)));
    if (!unit || !name || !phone) return;
    const { code, expiresAt } = await service.makeAdministrator({ unitName: unit, name, phone, recover });
    say(`管理员：${name}（${unit}）`);
    say(`邀请码：${code}（只显示这一次，${expiresAt.slice(0, 10)} 前有效）`);
    say(
      `请本人打开 ${settings.PUBLIC_ORIGIN ?? ''}/pages/people/invitation/index，填手机号和邀请码，设置密码后即可登录`,
    );
  } finally {
    await app.close();
  }
}

function outlineWords({ areas, unknown, problems }: Awaited<ReturnType<Outlines['take']>>): string {
  if (problems.length) throw new SetUpRefused(`轮廓图有误，没有写入：\n${problems.join('\n')}`);
  const doubt = unknown.length ? `；名录里没有 ${unknown.join('、')}，请核对名称` : '';
  return `轮廓图：${areas} 个面${doubt}`;
}

const bytesOf = (file: string) =>
  readFile(file).catch(() => {
    throw new SetUpRefused(`读不到文件 ${file}`);
  });

/** Words for the operator; a fault of ours keeps its stack. */
export function inWords(error: unknown): string {
  if (error instanceof SetUpRefused || error instanceof StartRefused || error instanceof UnreadableDocument)
    return error.message;
  if (error instanceof HttpException) return error.message;
  const code = (error as { code?: string }).code ?? '';
  if (code.startsWith('ERR_PARSE_ARGS')) return USAGE;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
