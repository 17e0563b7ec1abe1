import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import type { Sheet } from './sheet.js';

/** Makes PDFs in a thread of their own, one after the other: a long sheet takes a second, and holds up nobody who asks for something else. */
@Injectable()
export class SheetPress {
  #last: Promise<unknown> = Promise.resolve();

  /** The PDF of a sheet. Throws what the thread throws. */
  pdfOf(sheet: Sheet): Promise<Uint8Array> {
    const made = this.#last.then(() => pressed(sheet));
    // What went wrong with one is told to who asked for it, and holds up no other.
    this.#last = made.catch(() => null);
    return made;
  }
}

/** The thread ends with its sheet: nothing of it stays in memory. */
const pressed = (sheet: Sheet): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./press-thread.js', import.meta.url), { workerData: sheet });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread that makes a PDF ended with ${code}.`)));
  });
