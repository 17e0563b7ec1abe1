import type { RangeOptions } from 'lmdb';
import { CommandError } from '../errors.js';
import type { Plan } from '../indexes/planner.js';
import { matches, type Filter } from '../matching/filter.js';
import { asValue, type Collection, type Stored } from '../storage/collection.js';
import { entriesIn } from '../storage/index-store.js';

/** Fetches as many entries at first as are expected to be taken, or this many; then twice as many each time, up to the most. */
const firstFetch = 16;
const mostFetch = 512;

/** What a scan is for; `expected` is how many documents will be taken, 0 where that is not known. */
type Scanned = Readonly<{ filter: Filter; onlyCounted: boolean; expected: number }>;

const emptyDocument: Stored = { id: Buffer.alloc(0), bytes: Buffer.from([5, 0, 0, 0, 0]) };

/**
 * Walks a plan's ranges in steps, and can be left between two steps for any time: it goes on after the last key it saw, without
 * holding a transaction open. What is written meanwhile may or may not be met, as on the real server.
 */
export class Scan {
  private range = 0;
  private after: Buffer | undefined;
  private fetchSize: number;
  private nextPoint = 0;
  private readonly seen: Set<string> | undefined;
  private readonly ranges: Plan['ranges'];

  constructor(
    private readonly collection: Collection,
    private readonly plan: Plan,
    private readonly wanted: Scanned,
  ) {
    this.fetchSize = Math.min(mostFetch, wanted.expected || firstFetch);
    this.ranges = plan.reverse ? [...plan.ranges].reverse() : plan.ranges;
    this.seen = plan.index?.arrayDepths.some(({ size }) => size > 0) ? new Set() : undefined;
  }

  /** The documents of the next step that pass the filter; null at the end. Throws QueryPlanKilled (175) where the collection or index is gone. */
  step(): Stored[] | null {
    const { collection, plan } = this;
    if (collection.dropped) throw new CommandError(175, `collection dropped: ${collection.namespace}`);
    if (plan.index && !collection.indexes.includes(plan.index))
      throw new CommandError(175, `index ${plan.index.name} dropped`);
    const documents = plan.points ? this.fetchPoints(plan.points) : this.fetchRange();
    return documents && (plan.exact ? documents : documents.filter((one) => matches(this.wanted.filter, asValue(one))));
  }

  private fetchPoints(points: readonly Buffer[]): Stored[] | null {
    if (this.nextPoint === points.length) return null;
    const end = Math.min(points.length, this.nextPoint + this.takeFetchSize());
    const keys = points.slice(this.nextPoint, end);
    this.nextPoint = end;
    return keys.flatMap((key) => this.collection.get(key) ?? []);
  }

  private fetchRange(): Stored[] | null {
    while (this.range < this.ranges.length) {
      const entries = this.fetchEntries();
      if (entries.length > 0) return this.plan.index ? this.documentsOf(entries) : entries;
      this.range += 1;
      this.after = undefined;
    }
    return null;
  }

  private fetchEntries(): Stored[] {
    const entries = entriesIn(this.plan.store, this.nextRange()).map(({ key, value }) => ({ id: key, bytes: value }));
    this.after = entries.at(-1)?.id;
    return entries;
  }

  /** The rest of the range. Its high end lies outside it, and so does the key that was seen last. */
  private nextRange(): RangeOptions {
    const { low, high } = this.ranges[this.range] ?? {};
    const { reverse } = this.plan;
    const start = this.after ?? (reverse ? high : low);
    const end = reverse ? low : high;
    const exclusiveStart = reverse || this.after !== undefined;
    return {
      ...(start && { start }),
      ...(end && { end }),
      limit: this.takeFetchSize(),
      reverse,
      exclusiveStart,
      inclusiveEnd: reverse,
    };
  }

  /** The documents that index entries lead to, each once. */
  private documentsOf(entries: readonly Stored[]): Stored[] {
    const documents: Stored[] = [];
    for (const { bytes: id } of entries) {
      if (this.seen && !this.firstSight(id)) continue;
      const document = this.needsNoContent ? emptyDocument : this.collection.get(id);
      if (document) documents.push(document);
    }
    return documents;
  }

  /** Where the index alone decides and nobody looks at the documents, they are not fetched. */
  private get needsNoContent(): boolean {
    return this.plan.exact && this.wanted.onlyCounted;
  }

  private firstSight(id: Buffer): boolean {
    const name = id.toString('latin1');
    if (this.seen?.has(name)) return false;
    this.seen?.add(name);
    return true;
  }

  private takeFetchSize(): number {
    const size = this.fetchSize;
    this.fetchSize = Math.min(mostFetch, size * 2);
    return size;
  }
}
