import { parseArgs } from 'node:util';
import { readSettings } from './config/settings.ts';
import { moveDatabase, moveFiles, MoveRefused } from './move.ts';

const USAGE = `用法 Usage:
  npm run move -- --to mysql://用户:密码@主机:3306/库名   把 SQLite 里的整个县搬到空的 MariaDB 或 MySQL 库
  npm run move -- --files                              把 DATA_DIR/files 里的照片和附件搬进存储桶（S3_URL 等）
先停下服务器。使用与服务器相同的环境变量。原来的数据不改动；中断了就再运行一次。`;

const say = (words: string) => void process.stdout.write(`${words}\n`);

try {
  const { to, files } = given();
  if (!files && !/^(?:mysql|mariadb):[/][/]/.test(to ?? '')) throw new MoveRefused(USAGE);
  const settings = readSettings(process.env);
  if (to) await moveDatabase(settings, to, say);
  if (files) await moveFiles(settings, say);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function given() {
  try {
    return parseArgs({ options: { to: { type: 'string' }, files: { type: 'boolean', default: false } } }).values;
  } catch {
    throw new MoveRefused(USAGE);
  }
}
