import type { RangeOptions } from 'lmdb';
import { CommandError } from '../errors.js';
import type { Plan } from '../indexes/planner.js';
import { matches, type Filter } from '../matching/filter.js';
import { asValue, type Collection, type Stored } from '../storage/collection.js';

/** Fetches as many entries at first as are expected to be taken, or this many; then twice as many each time, up to the most. */
const firstFetch = 16;
const mostFetch = 512;

/** A step ends when it holds so many bytes, or took so long: others wait for it, and it may wait for its client. */
const mostBytes = 128 * 1024;
const longestStepMs = 2;

/** What a scan is for; `expected` is how many documents will be taken, 0 where that is not known. */
type Scanned = Readonly<{ filter: Filter; onlyCounted: boolean; expected: number }>;

const noBytes = Buffer.alloc(0);
const emptyDocument: Stored = { id: noBytes, bytes: Buffer.from([5, 0, 0, 0, 0]) };

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
    this.seen = plan.index?.known.holdsArrays ? new Set() : undefined;
  }

  /** The documents of the next step that pass the filter; null at the end. Throws QueryPlanKilled (175) where the collection or index is gone. */
  step(): Stored[] | null {
    const { collection, plan } = this;
    if (collection.dropped) throw new CommandError(175, `collection dropped: ${collection.namespace}`);
    if (plan.index && !collection.indexes.includes(plan.index))
      throw new CommandError(175, `index ${plan.index.name} dropped`);
    const entries = plan.points ? this.fetchPoints(plan.points) : this.fetchRange();
    return entries && this.passing(entries);
  }

  /** What passes of the entries, as far as the step gets; the next one goes on there. */
  private passing(entries: readonly Stored[]): Stored[] {
    const documents: Stored[] = [];
    const end = performance.now() + longestStepMs;
    let bytes = 0;
    for (const entry of entries) {
      const document = this.documentOf(entry);
      this.passed(entry);
      if (document && this.passes(document)) documents.push(document);
      bytes += document?.bytes.length ?? 0;
      if (bytes > mostBytes || performance.now() > end) break;
    }
    return documents;
  }

  private passed(entry: Stored): void {
    if (this.plan.points) this.nextPoint += 1;
    else this.after = entry.id;
  }

  private passes(document: Stored): boolean {
    return this.plan.exact || matches(this.wanted.filter, asValue(document));
  }

  private fetchPoints(points: readonly Buffer[]): Stored[] | null {
    if (this.nextPoint === points.length) return null;
    return points.slice(this.nextPoint, this.nextPoint + this.takeFetchSize()).map((id) => ({ id, bytes: noBytes }));
  }

  private fetchRange(): Stored[] | null {
    for (; this.range < this.ranges.length; this.range += 1) {
      const entries = this.fetchEntries();
      if (entries.length > 0) return entries;
      this.after = undefined;
    }
    return null;
  }

  private fetchEntries(): Stored[] {
    return this.plan.store.range(this.nextRange(), mostBytes).map(({ key, value }) => ({ id: key, bytes: value }));
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

  /** The document that an entry is or leads to, each once. */
  private documentOf(entry: Stored): Stored | undefined {
    const { plan } = this;
    if (!plan.index) return plan.points ? this.collection.get(entry.id) : entry;
    if (this.seen && !this.firstSight(entry.bytes)) return undefined;
    return this.needsNoContent ? emptyDocument : this.collection.get(entry.bytes);
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
