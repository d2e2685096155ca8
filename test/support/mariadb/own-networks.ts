import { spawnSync } from 'node:child_process';
import { connect, createServer, type Server } from 'node:net';
import { ENVIRONMENT } from './node.ts';

/** Addresses that only these networks know: nothing of the machine's own leads to them. */
const address = (at: number) => `10.77.0.${at + 1}`;

/**
 * A network of its own (Linux network namespace) for each of some nodes, and a switch between them of which a node's
 * cable can be pulled out. Needs root.
 */
export class OwnNetworks {
  private readonly prefix = `county-${process.pid}`;

  private constructor(private readonly size: number) {}

  /** The networks; or why this machine lets nobody have any. */
  static lay(size: number): OwnNetworks | string {
    if (process.getuid?.() !== 0) return 'only root may make networks';
    const networks = new OwnNetworks(size);
    try {
      networks.layAll();
      return networks;
    } catch (error) {
      networks.remove();
      return (error as Error).message.trim();
    }
  }

  address(at: number): string {
    return address(at);
  }

  /** What a command begins with that is to run in a node's network, as another user. */
  within(at: number, { uid, gid }: { uid: number; gid: number }): string[] {
    return ['nsenter', `--net=/run/netns/${this.of(at)}`, '--setuid', String(uid), '--setgid', String(gid)];
  }

  pullOut(at: number): void {
    ip(['-n', this.switch, 'link', 'set', `port${at}`, 'down']);
  }

  plugIn(at: number): void {
    ip(['-n', this.switch, 'link', 'set', `port${at}`, 'up']);
  }

  remove(): void {
    for (const name of [this.switch, ...Array.from({ length: this.size }, (_, at) => this.of(at))])
      spawnSync('ip', ['netns', 'del', name], { env: ENVIRONMENT });
  }

  private layAll(): void {
    ip(['netns', 'add', this.switch]);
    ip(['-n', this.switch, 'link', 'add', 'switch', 'type', 'bridge']);
    ip(['-n', this.switch, 'link', 'set', 'switch', 'up']);
    for (let at = 0; at < this.size; at += 1) {
      const own = this.of(at);
      ip(['netns', 'add', own]);
      ip(['-n', this.switch, 'link', 'add', `port${at}`, 'type', 'veth', 'peer', 'name', 'cable', 'netns', own]);
      ip(['-n', this.switch, 'link', 'set', `port${at}`, 'master', 'switch', 'up']);
      ip(['-n', own, 'address', 'add', `${address(at)}/24`, 'dev', 'cable']);
      ip(['-n', own, 'link', 'set', 'cable', 'up']);
      ip(['-n', own, 'link', 'set', 'lo', 'up']);
    }
  }

  private get switch(): string {
    return `${this.prefix}-switch`;
  }

  private of(at: number): string {
    return `${this.prefix}-${at}`;
  }
}

/** A door on this machine's loopback to a server in another network: its socket is a file, which all networks share. */
export function doorTo(socket: string, port: number): Server {
  return createServer((client) => {
    const server = connect(socket);
    client.pipe(server).pipe(client);
    client.on('error', () => server.destroy()).on('close', () => server.destroy());
    server.on('error', () => client.destroy()).on('close', () => client.destroy());
  }).listen(port, '127.0.0.1');
}

function ip(args: string[]): void {
  const { status, error, stderr } = spawnSync('ip', args, { encoding: 'utf8', env: ENVIRONMENT });
  if (status !== 0) throw new Error(error?.message ?? `ip ${args.join(' ')}: ${stderr}`);
}
