import { spawn } from 'node:child_process';
import { buffer } from 'node:stream/consumers';

/**
 * What one of the system's programs makes of some bytes. It is waited for, never blocked on: a server in the same
 * process closes connections meanwhile, and the next request would find its own one dead.
 */
export async function outputOf(program: string, args: readonly string[], input: Buffer): Promise<Buffer> {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const failure = new Promise<never>((_resolve, reject) => void child.once('error', reject));
  // A program that has read enough closes its end.
  child.stdin.on('error', () => undefined).end(input);
  return Promise.race([buffer(child.stdout), failure]);
}
