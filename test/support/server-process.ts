import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { UNHURRIED } from './unhurried.ts';

export const moment = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The built server as a process of its own, which can be killed like one. */
export class ServerProcess {
  private process: ChildProcess | undefined;

  constructor(
    readonly port: number,
    private readonly environment: Record<string, string>,
    private readonly nodeOptions: readonly string[] = [],
  ) {}

  get api(): string {
    return `http://127.0.0.1:${this.port}/api`;
  }

  /** Resolves once the server answers; `changes` hold from this start on. */
  async start(changes: Record<string, string> = {}): Promise<void> {
    Object.assign(this.environment, changes);
    const env = {
      ...process.env,
      MODE: 'demo',
      PORT: String(this.port),
      LOG_LEVEL: 'silent',
      ...UNHURRIED,
      ...this.environment,
    };
    this.process = spawn(process.execPath, [...this.nodeOptions, 'server/dist/src/main.js'], {
      env,
      stdio: 'ignore',
    });
    for (let tries = 0; tries < 3000; tries += 1) {
      const reply = await fetch(`${this.api}/health`).catch(() => undefined);
      if (reply?.ok) return;
      await moment(50);
    }
    throw new Error('The server did not come up');
  }

  /** The most memory it has held so far, in megabytes, as Linux counts it. */
  peakMegabytes(): number {
    const status = readFileSync(`/proc/${this.process?.pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
  }

  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Asks it to stop, as a service manager does; answers its exit code once it has. */
  stop(): Promise<number | null> {
    return this.end('SIGTERM');
  }

  private end(signal: NodeJS.Signals): Promise<number | null> {
    return new Promise((resolve) => {
      if (!this.process || this.process.exitCode !== null || this.process.signalCode !== null) return resolve(null);
      this.process.once('exit', (code) => resolve(code));
      this.process.kill(signal);
    });
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
