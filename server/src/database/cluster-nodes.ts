import type { DataSource } from 'typeorm';
import type { MysqlDriver } from 'typeorm/driver/mysql/MysqlDriver.js';
import { rememberQueue } from './write-queue.ts';

/** A node that did not answer is not asked again for so long; one that is on its way back takes longer. */
const AWAY_MS = 3_000;
/** That a node which was there this instant is there now, is not asked. */
const SURE_MS = 250;
const ANSWER_MS = 3_000;
/** So often a node whose connections are in use is asked whether it is there, if nobody else asks it. */
const WATCH_MS = 1_000;
const USUAL_PLACES = 20;

/** What of a connection of mysql2 is needed here. */
interface Connection {
  query(how: { sql: string; timeout: number }, then: (error: Error | null) => void): void;
  release(): void;
  destroy(): void;
  stream: { destroy(error: Error): void };
}

interface Pool {
  getConnection(then: (error: Error | null, connection: Connection) => void): void;
  end(then: (error: Error | null) => void): void;
}

interface Node {
  pool: Pool;
  awayUntil: number;
  sureUntil: number;
  inUse: Set<Connection>;
}

/** What TypeORM's driver does and does not declare. */
type Driver = Omit<MysqlDriver, 'mysql'> & {
  mysql: { createPool(options: object): Pool };
  createConnectionOptions(options: object, credentials: object): object;
  prepareDbConnection(connection: Connection): Connection;
};

/** The address of each host of `mysql://user:password@host1:3306,host2:3306/name`, which are nodes of one cluster. */
export function nodesOf(url: string): string[] {
  const [, before, hosts, after] = /^(\w+:\/\/(?:[^@/]*@)?)([^/?]+)(.*)$/s.exec(url) ?? [];
  return hosts ? hosts.split(',').map((host) => before! + host.trim() + after!) : [url];
}

/**
 * Has every statement go to the first node that is there, in the order of the address, so that one node writes at a time;
 * TypeORM's own replication knows one writer that may not be lost. To be called before the source is initialized.
 */
export function writeToFirstOf(nodes: readonly string[], source: DataSource): void {
  const driver = source.driver as unknown as Driver;
  const most = source.options.poolSize ?? USUAL_PLACES;
  const poolOf = (url: string) => {
    const options = driver.createConnectionOptions(source.options, { ...source.options, url });
    // One more than are held by units, to look whether the node is there.
    return driver.mysql.createPool({ ...options, connectionLimit: most + 1 });
  };
  const inOrder = nodes.map((url): Node => ({ pool: poolOf(url), awayUntil: 0, sureUntil: 0, inUse: new Set() }));
  const places = new Places(most);
  const obtain = async () => driver.prepareDbConnection(await places.hold(() => firstThere(inOrder)));
  const watching = setInterval(() => watch(inOrder), WATCH_MS).unref();
  const disconnect = driver.disconnect.bind(driver);
  Object.assign(driver, {
    obtainMasterConnection: obtain,
    obtainSlaveConnection: obtain,
    disconnect: async () => {
      clearInterval(watching);
      await Promise.all(inOrder.map(({ pool }) => new Promise((ended) => pool.end(ended))));
      await disconnect();
    },
  });
  rememberQueue(source, () => places.queued);
}

/**
 * As many connections as one pool has, whichever node they go to. Whoever waits, waits here: in the queue of a node's own
 * pool they would go on waiting when the node is gone.
 */
class Places {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  get queued(): number {
    return this.waiting.length;
  }

  /** A connection whose release gives the place to whoever is next. */
  async hold(connect: () => Promise<Connection>): Promise<Connection> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return onRelease(await connect(), () => this.leave());
    } catch (error) {
      this.leave();
      throw error;
    }
  }

  private leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free += 1;
  }
}

/** A connection to the first that answers; where all are away, all are asked. */
async function firstThere(nodes: readonly Node[]): Promise<Connection> {
  const now = Date.now();
  const isAway = ({ awayUntil }: Node) => awayUntil > now;
  let failure: unknown;
  for (const node of [...nodes.filter((one) => !isAway(one)), ...nodes.filter(isAway)])
    try {
      const connection = await connectionTo(node);
      node.inUse.add(connection);
      return onRelease(connection, () => node.inUse.delete(connection));
    } catch (error) {
      leave(node);
      failure = error;
    }
  throw failure;
}

async function connectionTo(node: Node): Promise<Connection> {
  const connection = await new Promise<Connection>((resolve, reject) =>
    node.pool.getConnection((error, found) => (error ? reject(error) : resolve(found))),
  );
  if (node.sureUntil > Date.now()) return connection;
  try {
    // A node that has lost the others still takes connections, and refuses every statement.
    await new Promise<void>((resolve, reject) =>
      connection.query({ sql: 'SELECT 1', timeout: ANSWER_MS }, (error) => (error ? reject(error) : resolve())),
    );
  } catch (error) {
    connection.destroy();
    throw error;
  }
  node.sureUntil = Date.now() + SURE_MS;
  return connection;
}

/** What is under way at a node that hangs would hang with it. */
function watch(nodes: readonly Node[]): void {
  for (const node of nodes)
    if (node.inUse.size && node.sureUntil + WATCH_MS < Date.now())
      connectionTo(node).then(
        (connection) => connection.release(),
        () => leave(node),
      );
}

/** The next takes its place; units under way there end as those of a lost connection do, and are tried again. */
function leave(node: Node): void {
  node.awayUntil = Date.now() + AWAY_MS;
  node.sureUntil = 0;
  const lost = Object.assign(new Error('The node does not answer'), { code: 'PROTOCOL_CONNECTION_LOST' });
  for (const connection of node.inUse) connection.stream.destroy(lost);
}

function onRelease(connection: Connection, then: () => void): Connection {
  const release = connection.release.bind(connection);
  connection.release = () => {
    connection.release = release;
    release();
    then();
  };
  return connection;
}
