import { parentPort, workerData } from 'node:worker_threads';
import { sheetPdf } from './sheet-pdf.js';
import type { Sheet } from './sheet.js';

// What the press gave it.
parentPort?.postMessage(await sheetPdf(workerData as Sheet), []);
