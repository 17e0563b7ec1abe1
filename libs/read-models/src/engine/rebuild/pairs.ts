import type { Db, FindOptions } from 'mongodb';
import { openCollection } from '../fillings.js';
import { inPages } from '../in-pages.js';
import { idOf, type Filling } from '../projection.js';

/** How many are looked up together. */
const together = 200;

type Kept = Readonly<{ _id: string }>;

/** Everything that one filling holds, in the order of the ids, each with the same of the other; null where that has none. Throws where the database is away. */
export async function* pairs<Document extends Kept>(
  database: Db,
  of: Filling,
  beside: Filling,
): AsyncGenerator<readonly [Document, Document | null]> {
  for await (const page of pagesOf(database, of)) {
    const others = await withIds(database, beside, page.map(idOf));
    // What the driver gives of a collection is what was written to it.
    for (const one of page) yield [one as Document, (others.get(idOf(one)) ?? null) as Document | null];
  }
}

/** The ids that one filling holds and another does not, in their order. Throws where the database is away. */
export async function* idsMissing(database: Db, of: Filling, beside: Filling): AsyncGenerator<string> {
  for await (const page of pagesOf(database, of, justIds)) {
    const others = await withIds(database, beside, page.map(idOf), justIds);
    yield* page.map(idOf).filter((id) => !others.has(id));
  }
}

const justIds = { projection: { _id: 1 } };

const pagesOf = (database: Db, of: Filling, options: FindOptions = {}): AsyncIterable<readonly Kept[]> =>
  inPages(openCollection<Kept>(database, of).find({}, options).sort({ _id: 1 }), together);

const withIds = async (
  database: Db,
  of: Filling,
  ids: readonly string[],
  options: FindOptions = {},
): Promise<ReadonlyMap<string, Kept>> => {
  const found = openCollection<Kept>(database, of).find({ _id: { $in: [...ids] } }, options);
  return new Map((await found.toArray()).map((one) => [idOf(one), one]));
};
