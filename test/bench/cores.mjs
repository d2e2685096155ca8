import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';

const SERVER_CORE = '0';
const LOAD_CORE = '1';

/** A Node program pinned to the server's core; resolves with the line in which it says where it listens. */
export async function startServer(args, environment, isReady) {
  if (availableParallelism() < 2) throw new Error('Server and load need a core each; this machine has one.');
  const child = spawn('taskset', ['-c', SERVER_CORE, process.execPath, ...args], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const origin = isReady(line);
    if (origin) {
      child.stdout.resume();
      return { origin, stop, pid: child.pid };
    }
  }
  throw new Error(`${args[0]} ended before it listened`);
}

/** Runs a program on the load's core and answers what it printed. */
export async function runLoad(program, args) {
  const child = spawn('taskset', ['-c', LOAD_CORE, program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${program} failed:\n${output}`);
  return output;
}
