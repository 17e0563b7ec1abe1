import { Malformed } from '../tlog/bytes.js';
import { NotSigned } from '../tlog/note.js';

/** What is wrong with a bundle: the file, the line in it (counted from 1; null for the whole), and what was found. */
export type Fault = Readonly<{ file: string; line: number | null; what: string }>;

/** Collects faults, so that one does not hide the next. */
export class Faults {
  readonly all: Fault[] = [];

  add(file: string, line: number | null, what: string): void {
    this.all.push({ file, line, what });
  }

  /** What a step gives; null, and its words as a fault, where it finds its input wrong. */
  async of<T>(file: string, line: number | null, step: () => T | Promise<T>): Promise<T | null> {
    try {
      return await step();
    } catch (error) {
      if (!isFinding(error)) throw error;
      this.add(file, line, error.message);
      return null;
    }
  }
}

const isFinding = (error: unknown): error is Error =>
  error instanceof Malformed || error instanceof NotSigned || error instanceof SyntaxError;
