import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { HttpException, HttpStatus, Injectable } from '@nestjs/common';
import { currentRequest } from '../../http/request-context.ts';
import type { PrintJob } from './print-job.ts';

const MOST_WAITING = 20;
/** One address does not fill the whole queue; a village behind one address still gets through. */
const MOST_FROM_ONE_ADDRESS = 4;
const MOST_KEPT = 24;
const LONGEST_MS = 60_000;
const MEGABYTES = 512;

/** Run from the sources, as in tests, there is no built program for a thread of its own. */
const IS_BUILT = import.meta.url.endsWith('.js');
/** The fonts and their reader take 15 MB of memory: only the thread that sets a map has them. */
const makeHere = async (job: PrintJob) => (await import('./make-pdf.ts')).makePdf(job);

/**
 * Sets printed maps: one at a time and off the thread that answers requests, since a county's takes a second. The same
 * content is set once and kept.
 */
@Injectable()
export class MapPrinter {
  private readonly kept = new Map<string, Promise<Buffer>>();
  private last: Promise<unknown> = Promise.resolve();
  /** The addresses that wait, each as often as it asked. */
  private waiting: string[] = [];

  print(job: PrintJob): Promise<Buffer> {
    const key = createHash('sha256').update(JSON.stringify(job)).digest('base64url');
    const kept = this.kept.get(key);
    if (kept) return kept;
    const address = currentRequest()?.address ?? '';
    const own = this.waiting.filter((one) => one === address).length;
    if (this.waiting.length >= MOST_WAITING || own >= MOST_FROM_ONE_ADDRESS) throw busy();
    const made = this.inTurn(job, address);
    this.keep(key, made);
    return made;
  }

  private inTurn(job: PrintJob, address: string): Promise<Buffer> {
    this.waiting.push(address);
    const made = this.last.then(() => (IS_BUILT ? makeInThread(job) : makeHere(job)));
    this.last = made.catch(() => undefined).finally(() => this.waiting.splice(this.waiting.indexOf(address), 1));
    return made;
  }

  private keep(key: string, made: Promise<Buffer>): void {
    this.kept.set(key, made);
    made.catch(() => this.kept.delete(key));
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST_KEPT) break;
      this.kept.delete(oldest);
    }
  }
}

function makeInThread(job: PrintJob): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./print-thread.js', import.meta.url), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    });
    const limit = setTimeout(() => {
      void thread.terminate();
      reject(new Error(`The printed map took longer than ${LONGEST_MS} ms`));
    }, LONGEST_MS);
    thread.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
    thread.once('error', reject);
    thread.once('exit', (code) => {
      clearTimeout(limit);
      // After a message this changes nothing.
      reject(new Error(`The thread that sets printed maps ended with ${code}`));
    });
  });
}

const busy = () =>
  new HttpException({ code: 'busy', message: '现在要打印地图的人多，请一分钟后再试' }, HttpStatus.SERVICE_UNAVAILABLE);
