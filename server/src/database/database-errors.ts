const PASSING = new Set<string | number>([
  1213,
  1205,
  1047,
  1180,
  1317,
  1927,
  2013,
  1053,
  'PROTOCOL_CONNECTION_LOST',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'POOL_NONEONLINE',
]);

/** What an engine throws, under TypeORM's wrapper. */
function causeOf(error: unknown): { code?: string; errno?: number } {
  const { driverError } = (error ?? {}) as { driverError?: { code?: string; errno?: number } };
  return driverError ?? ((error ?? {}) as { code?: string; errno?: number });
}

/** Deadlocks, lost connections and a cluster between two states: the same unit may succeed when tried again. */
export function isPassing(error: unknown): boolean {
  const { code, errno } = causeOf(error);
  return (errno !== undefined && PASSING.has(errno)) || (code !== undefined && PASSING.has(code));
}

/** A unique key is taken, usually by the same request sent twice at once. */
export function isDuplicate(error: unknown): boolean {
  const { code, errno } = causeOf(error);
  return errno === 1062 || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}
