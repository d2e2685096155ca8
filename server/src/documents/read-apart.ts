import { Worker } from 'node:worker_threads';
import { HttpException, HttpStatus } from '@nestjs/common';
import type { Grid } from '@county/shared/document-grid';
import { readDocument } from './read-document.service.ts';
import { UnreadableDocument } from './unreadable-document.service.ts';

export interface Sent {
  bytes: Uint8Array;
  name: string;
}
export type Heard = { grids: Grid[] } | { refusal: string };

const LONGEST_MS = 30_000;
/** Of ten thousand rows in Word, with half as much to spare. */
const MEGABYTES = 768;
const MOST_WAITING = 20;
/** A text as short as this is read in less time than a thread takes to start. */
const SHORT = 64 * 1024;

/** Run from the sources, as in tests, there is no built program for a thread of its own. */
const IS_BUILT = import.meta.url.endsWith('.js');

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/**
 * The tables of a document, read one at a time and off the thread that answers requests: whatever is in it, the others
 * are served, and a file that takes too much time or memory is given up. Throws `UnreadableDocument`.
 */
export async function readApart(bytes: Buffer, name: string): Promise<Grid[]> {
  const isPackage = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!IS_BUILT || (!isPackage && bytes.length <= SHORT)) return readDocument(bytes, name);
  if (waiting >= MOST_WAITING) throw busy();
  waiting += 1;
  const heard = last.then(() => readInThread({ bytes, name })).finally(() => (waiting -= 1));
  last = heard.catch(() => undefined);
  const answer = await heard;
  if ('refusal' in answer) throw new UnreadableDocument(answer.refusal);
  return answer.grids;
}

function readInThread(sent: Sent): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./reading-thread.js', import.meta.url), {
      workerData: sent,
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    });
    const giveUp = () => reject(new UnreadableDocument('文件太复杂，读不完；请只保留任务表，另存一份再上传'));
    const limit = setTimeout(() => {
      giveUp();
      void thread.terminate();
    }, LONGEST_MS);
    thread.once('message', resolve);
    thread.once('error', (error: Error & { code?: string }) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? giveUp() : reject(error),
    );
    thread.once('exit', (code) => {
      clearTimeout(limit);
      // After a message this changes nothing.
      reject(new Error(`The thread that reads documents ended with ${code}`));
    });
  });
}

const busy = () =>
  new HttpException({ code: 'busy', message: '现在上传的人多，请一分钟后再试' }, HttpStatus.SERVICE_UNAVAILABLE);
