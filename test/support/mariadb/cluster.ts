import { spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Server } from 'node:net';
import path from 'node:path';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { freePort } from '../server-process.ts';
import { connected } from './empty-database.ts';
import { ENVIRONMENT, installData, launch, untilReady, type Asking, type Owner } from './node.ts';
import { doorTo, OwnNetworks } from './own-networks.ts';

const PROVIDER = '/usr/lib/galera/libgalera_smm.so';
const SIZE = 3;
const MOST_STARTS = 3;

interface Node {
  folder: string;
  host: string;
  port: number;
  /** Where the others reach it, and where what it missed is sent to, or a whole copy. */
  groupPort: number;
  missedPort: number;
  copyPort: number;
  process: ChildProcess | undefined;
  door?: Server;
}

/**
 * Three MariaDB nodes that are one database (Galera), each with ports and a folder of its own. A node can be killed and
 * brought back. The second and the third copy what the first has before they are part of it. With networks of their own
 * a node can also be cut off from the others; where the machine allows no networks it is held still instead.
 */
export class MariadbCluster {
  private constructor(
    private readonly folder: string,
    private readonly nodes: readonly Node[],
    private readonly owner: Owner | undefined,
    private readonly networks: OwnNetworks | undefined,
  ) {}

  /** `networks` are those laid for it, if any; it takes them away with itself. */
  static async start(networks?: OwnNetworks): Promise<MariadbCluster> {
    const folder = mkdtempSync(path.join(tmpdir(), 'county-galera-'));
    const nodes: Node[] = [];
    for (let at = 0; at < SIZE; at += 1)
      nodes.push(await newNode(path.join(folder, String(at)), networks?.address(at) ?? '127.0.0.1'));
    const owner = databaseOwner();
    const cluster = new MariadbCluster(folder, nodes, owner, networks);
    try {
      installData(path.join(nodes[0]!.folder, 'data'));
      for (const { folder: own } of nodes.slice(1))
        cpSync(path.join(nodes[0]!.folder, 'data'), path.join(own, 'data'), { recursive: true });
      if (owner) spawnSync('chown', ['-R', `${owner.uid}:${owner.gid}`, folder]);
      for (const [at, node] of nodes.entries()) {
        if (networks) node.door = doorTo(path.join(node.folder, 'socket'), node.port);
        node.process = cluster.launch(node, at === 0 ? ['--wsrep-new-cluster'] : []);
        await cluster.untilIn(node);
      }
      await cluster.untilSize(SIZE);
      return cluster;
    } catch (error) {
      await cluster.stop();
      throw error;
    }
  }

  /** A new, empty database that every node has; answers its name. */
  async createDatabase(): Promise<string> {
    const name = `county_${Date.now().toString(36)}`;
    const connection = await createConnection(this.url(0));
    await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    await connection.end();
    return name;
  }

  /** The address of one node, from 0. */
  url(node: number, database = ''): string {
    return `mysql://root@127.0.0.1:${this.nodes[node]!.port}/${database}`;
  }

  /** As a power cut would: nothing is said to anybody. */
  async kill(at: number): Promise<void> {
    const node = this.nodes[at]!;
    await ended(node.process, 'SIGKILL');
    node.process = undefined;
  }

  /**
   * A killed node looks up how far it had come, asks the others for what it missed, and is one of them again. One that
   * gives up while the others still agree on who is left is started again, as a machine's service manager does it.
   */
  async bringBack(at: number): Promise<void> {
    const node = this.nodes[at]!;
    for (let tries = 1; ; tries += 1) {
      const started = this.launch(node, [`--wsrep-start-position=${this.positionOf(node)}`]);
      node.process = started;
      const gaveUp = new Promise<'gave up'>((resolve) => void started.once('exit', () => resolve('gave up')));
      if ((await Promise.race([this.untilIn(node), gaveUp])) !== 'gave up') return;
      if (tries === MOST_STARTS) throw new Error(`A node does not come back; see ${node.folder}/server.log`);
    }
  }

  /** Nothing goes from this node to the others, nor back; whoever asks it still reaches it. */
  cutOff(at: number): void {
    if (this.networks) this.networks.pullOut(at);
    else this.nodes[at]!.process?.kill('SIGSTOP');
  }

  /** As it was before, once the node has what it missed. */
  async join(at: number): Promise<void> {
    if (this.networks) this.networks.plugIn(at);
    else this.nodes[at]!.process?.kill('SIGCONT');
    // One that was held still believes at first that nothing happened: the others know.
    await this.untilSize(SIZE, (at + 1) % SIZE);
    await this.untilIn(this.nodes[at]!);
  }

  /** As when the power fails for all of them, and comes back. They find one another by what each had written. */
  async killAll(): Promise<void> {
    await Promise.all(this.nodes.map((_, at) => this.kill(at)));
  }

  async bringAllBack(): Promise<void> {
    await Promise.all(this.nodes.map((_, at) => this.bringBack(at)));
  }

  /** Of how many a node takes itself to be one. */
  async sizeSeenBy(at: number): Promise<number> {
    return connected(this.url(at), async (ask) => Number(await status(ask, 'wsrep_cluster_size')));
  }

  /** Until so many nodes know of one another, as one of them sees it: the first that is there, unless told. */
  async untilSize(size: number, at = this.nodes.findIndex((node) => node.process)): Promise<void> {
    const isSo = async (ask: Asking) => (await status(ask, 'wsrep_cluster_size')) === String(size);
    await untilReady(this.url(at), this.nodes[at]!.folder, isSo);
  }

  async stop(): Promise<void> {
    await Promise.all(this.nodes.map(({ process }) => ended(process, 'SIGKILL')));
    for (const { door } of this.nodes) door?.close();
    this.networks?.remove();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  private launch(node: Node, more: readonly string[]): ChildProcess {
    const within = this.networks?.within(this.nodes.indexOf(node), this.owner!) ?? [];
    return launch(node.folder, node.port, [...this.optionsOf(node), ...more], { owner: this.owner, within });
  }

  private untilIn(node: Node): Promise<void> {
    const isIn = async (ask: Asking) => (await status(ask, 'wsrep_local_state_comment')) === 'Synced';
    return untilReady(this.url(this.nodes.indexOf(node)), node.folder, isIn);
  }

  private optionsOf({ host, groupPort, missedPort, copyPort }: Node): string[] {
    const own = `${host}:${groupPort}`;
    const group = this.nodes.map((node) => `${node.host}:${node.groupPort}`).join(',');
    const provider = [
      `base_host=${host};base_port=${groupPort};gmcast.listen_addr=tcp://${own}`,
      `ist.recv_addr=${host}:${missedPort};ist.recv_bind=${host}:${missedPort}`,
      'gcache.size=64M;pc.recovery=true',
      // A machine that does other work besides is not taken for dead.
      'evs.keepalive_period=PT0.5S;evs.suspect_timeout=PT4S;evs.inactive_timeout=PT12S',
    ].join(';');
    return [
      '--binlog-format=ROW',
      '--innodb-autoinc-lock-mode=2',
      '--innodb-buffer-pool-size=64M',
      '--innodb-log-file-size=32M',
      '--wsrep-on=ON',
      `--wsrep-provider=${PROVIDER}`,
      '--wsrep-cluster-name=county',
      `--wsrep-cluster-address=gcomm://${group}`,
      `--wsrep-node-address=${own}`,
      '--wsrep-sst-method=rsync',
      `--wsrep-sst-receive-address=${host}:${copyPort}`,
      '--wsrep-slave-threads=2',
      `--wsrep-provider-options=${provider}`,
    ];
  }

  /** What a node had written when it was killed; started without it, it would take itself for empty. */
  private positionOf(node: Node): string {
    const data = `--datadir=${path.join(node.folder, 'data')}`;
    const options = ['--no-defaults', data, ...this.optionsOf(node), '--wsrep-recover'];
    const { stderr } = spawnSync('eatmydata', ['mariadbd', ...options], {
      env: ENVIRONMENT,
      encoding: 'utf8',
      ...this.owner,
    });
    const [, position] = /Recovered position:\s*(\S+)/.exec(stderr) ?? [];
    if (!position) throw new Error(`The killed node does not know how far it had come: ${stderr.slice(-2000)}`);
    return position;
  }
}

/** As root, a node belongs to Debian's own user for it: what is copied between nodes drops root's rights, and fails. */
function databaseOwner(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (which: string) => Number(spawnSync('id', [which, 'mysql'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

async function newNode(folder: string, host: string): Promise<Node> {
  mkdirSync(folder, { recursive: true });
  const [port, groupPort] = [await freePort(), await freePort()];
  return {
    folder,
    host,
    port,
    groupPort,
    missedPort: await freePort(),
    copyPort: await freePort(),
    process: undefined,
  };
}

async function status(ask: Asking, name: string): Promise<string | undefined> {
  const [rows] = await ask.query<RowDataPacket[]>('SHOW STATUS WHERE variable_name = ?', [name]);
  return rows[0]?.Value;
}

function ended(process: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (!process || process.exitCode !== null || process.signalCode !== null) return resolve();
    process.once('exit', () => resolve());
    process.kill(signal);
  });
}
