import { CommandError } from '../errors.js';
import { documentValue } from '../bson/value.js';
import { sortKeyOf, type KeyField } from '../indexes/index-keys.js';

/** The bytes that one sort, or one stage of an aggregation, may hold: the limit of the real server. */
export const memoryLimit = 100 * 1024 * 1024;

type Entry = Readonly<{ key: Buffer; order: number; bytes: Buffer }>;

/** Sorts documents in memory; keeps only the first `limit` where one is given. */
export class Sorter {
  private entries: Entry[] = [];
  private size = 0;
  private count = 0;

  constructor(
    private readonly fields: readonly KeyField[],
    private readonly limit = Infinity,
  ) {}

  /** Throws QueryExceededMemoryLimitNoDiskUseAllowed (292). */
  add(bytes: Buffer): void {
    this.entries.push({ key: sortKeyOf(this.fields, documentValue(bytes)), order: this.count, bytes });
    this.count += 1;
    this.size += bytes.length;
    if (this.entries.length > 2 * this.limit + 1000) this.shrink();
    if (this.size > memoryLimit) throw tooMuch('Sort');
  }

  /** All that was added, in order; what compares equal keeps the order it came in. */
  finish(): Buffer[] {
    this.shrink();
    return this.entries.map(({ bytes }) => bytes);
  }

  private shrink(): void {
    this.entries.sort((a, b) => Buffer.compare(a.key, b.key) || a.order - b.order);
    if (this.entries.length <= this.limit) return;
    this.entries.length = this.limit;
    this.size = this.entries.reduce((sum, { bytes }) => sum + bytes.length, 0);
  }
}

/** The error for work that would need more memory than the real server gives it. */
export const tooMuch = (what: string): CommandError =>
  new CommandError(
    292,
    `${what} exceeded memory limit of ${memoryLimit} bytes; the embedded document node does not use the disk for it. Add an index or a limit.`,
  );
