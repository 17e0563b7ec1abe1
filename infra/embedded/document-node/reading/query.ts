import { documentValue } from '../bson/value.js';
import { planOf, type Wanted } from '../indexes/planner.js';
import type { Collection, Stored } from '../storage/collection.js';
import type { Pace } from './pace.js';
import type { Projection } from './projection.js';
import { Scan } from './scan.js';
import { Sorter } from './sorter.js';

/** What a query is made of; `limit` 0 means all. */
export type QueryShape = Omit<Wanted, 'limited'> &
  Readonly<{ skip: number; limit: number; projection?: Projection | undefined }>;

/** Where documents come from, one by one, with rests between. */
export interface Source {
  /** The next document; null at the end. */
  next(pace: Pace): Promise<Buffer | null> | Buffer | null;
}

/** A source over documents at hand. */
export const sourceOf = (documents: readonly Buffer[]): Source => {
  let next = 0;
  return { next: () => documents[next++] ?? null };
};

/** The documents of a query, in its order. A collection that is not there is empty. */
export const openQuery = (collection: Collection | undefined, shape: QueryShape): Source => {
  if (!collection) return sourceOf([]);
  const plan = planOf(collection, { ...shape, limited: shape.limit > 0 });
  const scan = new Scan(collection, plan, shape.filter);
  const matching = plan.sorted ? new Steps(scan) : new Sorted(scan, shape);
  return new Page(matching, shape);
};

/** The documents of a scan. */
class Steps implements Source {
  private step: Stored[] = [];
  private at = 0;

  constructor(private readonly scan: Scan) {}

  next(pace: Pace): Promise<Buffer | null> | Buffer | null {
    return this.step[this.at++]?.bytes ?? this.nextStep(pace);
  }

  private async nextStep(pace: Pace): Promise<Buffer | null> {
    for (;;) {
      await pace.rest();
      const step = this.scan.step();
      if (!step) return null;
      this.step = step;
      this.at = 1;
      const [first] = step;
      if (first) return first.bytes;
    }
  }
}

/** The documents of a scan, sorted in memory before the first is given. */
class Sorted implements Source {
  private sorted: Source | undefined;

  constructor(
    private readonly scan: Scan,
    private readonly shape: QueryShape,
  ) {}

  async next(pace: Pace): Promise<Buffer | null> {
    this.sorted ??= await this.sort(pace);
    return this.sorted.next(pace);
  }

  private async sort(pace: Pace): Promise<Source> {
    const { sort, skip, limit } = this.shape;
    const sorter = new Sorter(sort, limit > 0 ? skip + limit : Infinity);
    for (let step = this.scan.step(); step; step = this.scan.step()) {
      for (const { bytes } of step) sorter.add(bytes);
      await pace.rest();
    }
    return sourceOf(sorter.finish());
  }
}

/** Skip, limit and projection over another source. */
class Page implements Source {
  private skipped = 0;
  private given = 0;

  constructor(
    private readonly source: Source,
    private readonly shape: QueryShape,
  ) {}

  async next(pace: Pace): Promise<Buffer | null> {
    const { skip, limit, projection } = this.shape;
    if (limit > 0 && this.given === limit) return null;
    for (; this.skipped < skip; this.skipped += 1) if ((await this.source.next(pace)) === null) return null;
    const bytes = await this.source.next(pace);
    if (bytes === null) return null;
    this.given += 1;
    return projection ? projection(documentValue(bytes)) : bytes;
  }
}
