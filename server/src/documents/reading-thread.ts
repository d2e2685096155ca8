/** A thread that reads one document, answers its tables or why it cannot be read, and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { readDocument } from './read-document.service.ts';
import { UnreadableDocument } from './unreadable-document.service.ts';
import type { Heard, Sent } from './read-apart.ts';

const { bytes, name } = workerData as Sent;
const heard: Heard = await readDocument(Buffer.from(bytes), name).then(
  (grids) => ({ grids }),
  (error: unknown) => {
    if (error instanceof UnreadableDocument) return { refusal: error.message };
    throw error;
  },
);
parentPort?.postMessage(heard);
