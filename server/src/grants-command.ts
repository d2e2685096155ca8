import { readSettings } from './config/settings.ts';
import { endWith, StartRefused } from './config/start-refused.ts';
import { grantsFor } from './grants.ts';

const USAGE = `用法 Usage:
  npm run --silent grants -- 用户@主机     写出给这个数据库用户按表授权的语句，不执行
用有全部权限的用户执行它们。每次升级、启动之后再做一次，新的表才有授权。使用与服务器相同的环境变量。`;

/** Prints what a database user is to be allowed who runs the server and can change nothing in the audit trail. */
function printGrants(account: string | undefined): void {
  const [, user, host] = /^([\w.-]{1,80})@([\w.%:/-]{1,100})$/.exec(account ?? '') ?? [];
  if (!user || !host) throw new StartRefused(USAGE);
  const { DATABASE_URL } = readSettings(process.env);
  if (!DATABASE_URL) throw new StartRefused('没有设 DATABASE_URL。SQLite 没有用户，不用授权。');
  process.stdout.write(`${grantsFor(DATABASE_URL, user, host).join('\n')}\n`);
}

try {
  printGrants(process.argv[2]);
} catch (error) {
  endWith(error);
}
