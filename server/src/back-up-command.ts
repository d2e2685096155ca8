import { backUp, BackUpRefused, restore } from './back-up.ts';
import { readSettings } from './config/settings.ts';

const USAGE = `用法 Usage:
  npm run back-up -- 文件夹     把整个县备份到一个新文件夹，服务器不用停
  npm run restore -- 文件夹     恢复到空的 DATA_DIR（和空的 DATABASE_URL）
使用与服务器相同的环境变量。`;

const [act, folder] = process.argv.slice(2);
const say = (words: string) => void process.stdout.write(`${words}\n`);

try {
  if (!folder || (act !== 'back-up' && act !== 'restore')) throw new BackUpRefused(USAGE);
  await (act === 'back-up' ? backUp : restore)(readSettings(process.env), folder, say);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
