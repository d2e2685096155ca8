import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import type { Treatment } from '../wechat-stand-in.ts';
import type { TakenMessage } from './subscriptions.ts';

/** The stand-in as a process of its own, for tests that kill the servers which talk to it. */
export interface WechatProcess {
  /** For the setting WECHAT_API_BASE. */
  url: string;
  addTemplate(id: string, fieldKeys: readonly string[]): Promise<void>;
  grant(openid: string, templateId: string, count?: number): Promise<void>;
  treats(door: 'token' | 'send', treatments: Treatment[], openid?: string): Promise<void>;
  taken(): Promise<TakenMessage[]>;
  kill(): void;
}

/** What the process says once it listens. */
export interface Addresses {
  url: string;
  control: string;
}

export async function startWechatProcess(): Promise<WechatProcess> {
  const outfile = path.join(mkdtempSync(path.join(tmpdir(), 'wechat-')), 'wechat.mjs');
  await build({
    entryPoints: [path.join(import.meta.dirname, 'serve.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
  });
  const child = spawn(process.execPath, [outfile], { stdio: ['ignore', 'pipe', 'inherit'] });
  const { url, control } = await new Promise<Addresses>((resolve, reject) => {
    child.stdout.once('data', (line: Buffer) => resolve(JSON.parse(line.toString()) as Addresses));
    child.once('exit', (code) => reject(new Error(`The stand-in ended with ${code}`)));
  });
  const tell = async (name: string, ...given: unknown[]): Promise<unknown> => {
    const reply = await fetch(`${control}/${name}`, { method: 'POST', body: JSON.stringify(given) });
    return reply.json();
  };
  return {
    url,
    addTemplate: async (...given) => void (await tell('addTemplate', ...given)),
    grant: async (...given) => void (await tell('grant', ...given)),
    treats: async (...given) => void (await tell('treats', ...given)),
    taken: async () => (await tell('taken')) as TakenMessage[],
    kill: () => void child.kill('SIGKILL'),
  };
}
