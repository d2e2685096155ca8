/** A thread that sets one printed map, answers its bytes and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { makePdf } from './make-pdf.ts';
import type { PrintJob } from './print-job.ts';

parentPort?.postMessage(await makePdf(workerData as PrintJob));
