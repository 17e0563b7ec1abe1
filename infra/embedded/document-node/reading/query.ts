import { documentValue } from '../bson/value.js';
import { planOf, type Wanted } from '../indexes/planner.js';
import type { Collection, Stored } from '../storage/collection.js';
import type { Pace } from './pace.js';
import type { Projection } from './projection.js';
import { Scan } from './scan.js';
import { Sorter } from './sorter.js';

/** What a query is made of; `limit` 0 means all. */
export type QueryShape = Omit<Wanted, 'limited'> &
  Readonly<{
    limit: number;
    projection?: Projection | undefined;
    /** Set where only the number of documents matters: they may be given empty. */
    onlyCounted?: boolean;
  }>;

/** Where documents come from, one by one, with rests between. */
export interface Source {
  /** The next document; null at the end. */
  next(pace: Pace): Promise<Buffer | null> | Buffer | null;
}

/** Takes every document of a source, waiting only where the source has to. */
export const forEachDocument = async (source: Source, pace: Pace, take: (document: Buffer) => void): Promise<void> => {
  for (;;) {
    const next = source.next(pace);
    const document = next instanceof Promise ? await next : next;
    if (document === null) return;
    take(document);
  }
};

/** A source over documents at hand. */
export const sourceOf = (documents: readonly Buffer[]): Source => {
  let next = 0;
  return { next: () => documents[next++] ?? null };
};

/** A source over documents that were made in memory, which counts as kept. */
export const keptSource = (documents: readonly Buffer[], pace: Pace): Source => {
  pace.keptBytes += documents.reduce((sum, { length }) => sum + length, 0);
  return sourceOf(documents);
};

/** A source over documents that are made in memory when the first is asked for. */
export const madeLater = (make: (pace: Pace) => Promise<readonly Buffer[]>): Source => {
  let made: Source | undefined;
  return {
    next: async (pace) => {
      made ??= keptSource(await make(pace), pace);
      return made.next(pace);
    },
  };
};

/** The documents of a query, in its order. A collection that is not there is empty. */
export const openQuery = (collection: Collection | undefined, shape: QueryShape): Source => {
  if (!collection) return sourceOf([]);
  const plan = planOf(collection, { ...shape, limited: shape.limit > 0 });
  const expected = plan.sorted ? shape.limit : 0;
  const scan = new Scan(collection, plan, { filter: shape.filter, onlyCounted: shape.onlyCounted ?? false, expected });
  const matching = plan.sorted ? new Steps(scan) : sorted(scan, shape);
  return new Page(matching, shape);
};

/** The documents of a scan. */
class Steps implements Source {
  private step: Stored[] = [];

  constructor(private readonly scan: Scan) {}

  next(pace: Pace): Promise<Buffer | null> | Buffer | null {
    return this.step.shift()?.bytes ?? this.nextStep(pace);
  }

  private async nextStep(pace: Pace): Promise<Buffer | null> {
    for (;;) {
      await pace.rest();
      const step = this.scan.step();
      if (!step) return null;
      const first = step.shift();
      this.step = step;
      if (first) return first.bytes;
    }
  }
}

/** The documents of a scan, sorted in memory before the first is given. */
const sorted = (scan: Scan, { sort, limit }: QueryShape): Source =>
  madeLater(async (pace) => {
    const sorter = new Sorter(sort, limit > 0 ? limit : Infinity);
    for (let step = scan.step(); step; step = scan.step()) {
      for (const { bytes } of step) sorter.add(bytes);
      await pace.rest();
    }
    return sorter.finish();
  });

/** Limit and projection over another source. */
class Page implements Source {
  private given = 0;

  constructor(
    private readonly source: Source,
    private readonly shape: QueryShape,
  ) {}

  next(pace: Pace): Promise<Buffer | null> | Buffer | null {
    const { limit } = this.shape;
    if (limit > 0 && this.given === limit) return null;
    const bytes = this.source.next(pace);
    return bytes instanceof Promise ? bytes.then((one) => this.give(one)) : this.give(bytes);
  }

  private give(bytes: Buffer | null): Buffer | null {
    if (bytes === null) return null;
    this.given += 1;
    const { projection } = this.shape;
    return projection ? projection(documentValue(bytes)) : bytes;
  }
}
