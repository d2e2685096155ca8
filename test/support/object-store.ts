import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { freePort, moment } from './server-process.ts';

const KINDS = ['account', 'container', 'object'] as const;
const READY_WITHIN_MS = 60_000;
const USER = { S3_ACCESS_KEY: 'test:tester', S3_SECRET_KEY: 'testing', S3_REGION: 'us-east-1' };
const ENVIRONMENT = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };

type Ports = Record<(typeof KINDS)[number] | 'proxy' | 'memory', number>;

/** OpenStack Swift with its S3 door, on free ports of this machine: a real store, which checks signatures. */
export class ObjectStore {
  private processes: ChildProcess[] = [];

  private constructor(
    private readonly folder: string,
    private readonly ports: Ports,
  ) {}

  static async start(): Promise<ObjectStore> {
    const folder = mkdtempSync(path.join(tmpdir(), 'county-store-'));
    const ports = { proxy: 0, memory: 0, account: 0, container: 0, object: 0 };
    for (const name of Object.keys(ports) as (keyof Ports)[]) ports[name] = await freePort();
    const store = new ObjectStore(folder, ports);
    store.layOut();
    await store.comeBack();
    return store;
  }

  /** A new bucket, and the settings of a county that keeps its files there. */
  async newBucket(): Promise<Record<string, string>> {
    const settings = {
      S3_URL: this.url,
      S3_BUCKET: `county-${Date.now().toString(36)}`,
      S3_PATH_STYLE: 'true',
      ...USER,
    };
    const client = new S3Client({
      endpoint: this.url,
      region: USER.S3_REGION,
      forcePathStyle: true,
      credentials: { accessKeyId: USER.S3_ACCESS_KEY, secretAccessKey: USER.S3_SECRET_KEY },
    });
    await client.send(new CreateBucketCommand({ Bucket: settings.S3_BUCKET }));
    client.destroy();
    return settings;
  }

  /** Gone at once, as when its machine is; what was kept is there again when it comes back. */
  async goAway(): Promise<void> {
    const gone = this.processes.map((one) => new Promise((resolve) => one.once('exit', resolve)));
    for (const one of this.processes.splice(0)) one.kill('SIGKILL');
    await Promise.all(gone);
  }

  async comeBack(): Promise<void> {
    const { memory } = this.ports;
    this.launch('memcached', ['-l', '127.0.0.1', '-p', String(memory), '-U', '0', '-u', 'root']);
    for (const kind of [...KINDS, 'proxy'])
      this.launch(`swift-${kind}-server`, [path.join(this.folder, `${kind}.conf`)]);
    const until = Date.now() + READY_WITHIN_MS;
    while (!(await this.isReady())) {
      if (Date.now() > until) throw new Error(`The store does not come up: ${this.log.slice(-3000)}`);
      await moment(100);
    }
  }

  async stop(): Promise<void> {
    await this.goAway();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get url(): string {
    return `http://127.0.0.1:${this.ports.proxy}`;
  }

  private get log(): string {
    return readFileSync(path.join(this.folder, 'log'), 'utf8');
  }

  /** Its door answers, and so do the parts behind it. */
  private async isReady(): Promise<boolean> {
    const parts = [...KINDS, 'proxy'] as const;
    const replies = await Promise.all(
      parts.map((kind) => fetch(`http://127.0.0.1:${this.ports[kind]}/healthcheck`).catch(() => undefined)),
    );
    return replies.every((reply) => reply?.ok);
  }

  private launch(program: string, args: string[]): void {
    const log = openSync(path.join(this.folder, 'log'), 'a');
    const child = spawn(program, args, { stdio: ['ignore', log, log], env: ENVIRONMENT });
    child.on('error', () => undefined); // told by waiting in vain
    this.processes.push(child);
  }

  private layOut(): void {
    mkdirSync(path.join(this.folder, 'disks', 'd1'), { recursive: true });
    const hash = '[swift-hash]\nswift_hash_path_prefix = county\nswift_hash_path_suffix = county\n';
    this.write('swift.conf', `${hash}[storage-policy:0]\nname = p0\ndefault = yes\n`);
    for (const kind of KINDS) {
      this.write(`${kind}.conf`, this.partConf(kind));
      this.ring(kind, ['create', '4', '1', '0']);
      this.ring(kind, ['add', `r1z1-127.0.0.1:${this.ports[kind]}/d1`, '1']);
      this.ring(kind, ['rebalance']);
    }
    this.write('proxy.conf', this.proxyConf());
  }

  private ring(kind: string, args: string[]): void {
    const made = spawnSync('swift-ring-builder', [path.join(this.folder, `${kind}.builder`), ...args], {
      encoding: 'utf8',
      env: ENVIRONMENT,
    });
    if (made.status !== 0) throw new Error(made.error?.message ?? made.stdout + made.stderr);
  }

  private write(name: string, text: string): void {
    writeFileSync(path.join(this.folder, name), text);
  }

  private head(port: number): string {
    return `[DEFAULT]
bind_ip = 127.0.0.1
bind_port = ${port}
workers = 0
user = ${process.getuid?.() === 0 ? 'root' : process.env.USER}
swift_dir = ${this.folder}
devices = ${path.join(this.folder, 'disks')}
mount_check = false
fallocate_reserve = 0
disable_fallocate = true
`;
  }

  private partConf(kind: (typeof KINDS)[number]): string {
    return `${this.head(this.ports[kind])}
[pipeline:main]
pipeline = healthcheck ${kind}-server
[filter:healthcheck]
use = egg:swift#healthcheck
[app:${kind}-server]
use = egg:swift#${kind}
`;
  }

  private proxyConf(): string {
    const filters = {
      catch_errors: '',
      gatekeeper: '',
      healthcheck: '',
      cache: `memcache_servers = 127.0.0.1:${this.ports.memory}`,
      listing_formats: '',
      s3api: 'allow_multipart_uploads = true',
      tempauth: 'user_test_tester = testing .admin',
      bulk: '',
      slo: '',
      dlo: '',
    };
    const described = Object.entries(filters).map(
      ([name, more]) => `[filter:${name}]\nuse = egg:swift#${name === 'cache' ? 'memcache' : name}\n${more}\n`,
    );
    return `${this.head(this.ports.proxy)}
[pipeline:main]
pipeline = ${Object.keys(filters).join(' ')} proxy-server
${described.join('')}
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
allow_account_management = true
`;
  }
}
