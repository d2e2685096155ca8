import { StartRefused } from '../config/start-refused.ts';

/** What the driver says, and what it means for whoever wrote the address. */
const REASONS: Record<string, string> = {
  ER_ACCESS_DENIED_ERROR: '用户名或密码不对；密码里的特殊字符要按网址编码写',
  ER_ACCESS_DENIED_NO_PASSWORD_ERROR: '用户名或密码不对',
  ER_DBACCESS_DENIED_ERROR: '这个用户不能用这个库，请核对库名，或给它授权',
  ER_BAD_DB_ERROR: '没有这个库，请核对库名，或先建好空库',
  ENOTFOUND: '找不到这台主机，请核对主机名',
  EAI_AGAIN: '查不到这台主机，请核对主机名和网络',
  ECONNREFUSED: '那里没有数据库，请核对主机、端口，看数据库开了没有',
  ETIMEDOUT: '等了 10 秒没有回答，请核对主机、端口和防火墙',
  EHOSTUNREACH: '去不了这台主机，请核对主机和网络',
  ENETUNREACH: '去不了这台主机，请核对主机和网络',
  ER_CON_COUNT_ERROR: '数据库的连接满了，请过一会儿再试',
  ER_HOST_NOT_PRIVILEGED: '数据库不许这台服务器连，请给用户授权',
};

const MAY_NOT_CHANGE = new Set([
  'ER_TABLEACCESS_DENIED_ERROR',
  'ER_DBACCESS_DENIED_ERROR',
  'ER_SPECIFIC_ACCESS_DENIED_ERROR',
]);

/** In words why the database is not reached; the driver's own follow where there are none for it, and never the address. */
export function whyUnreached(error: unknown): string {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  return REASONS[code ?? ''] ?? `请核对主机、端口、用户、密码和库名（${code ?? message}）`;
}

/** The database of the settings is not reached. */
export const unreached = (error: unknown): StartRefused =>
  new StartRefused(`连不上 DATABASE_URL 的数据库：${whyUnreached(error)}。`);

/** What to tell whose user may not make or change tables; anything else as it is. */
export function whyUnchanged(error: unknown): unknown {
  const { code } = ((error as { driverError?: object }).driverError ?? error) as { code?: string };
  if (!code || !MAY_NOT_CHANGE.has(code)) return error;
  return new StartRefused(
    '这个数据库用户不能建表、改表。第一次启动、升级和搬家，请换有全部权限的用户，做完再换回来（README“安全”）。',
  );
}
