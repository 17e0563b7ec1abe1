import type { Collection, Db } from 'mongodb';
import { collectionOf, documentsOf, type Projection } from '../projection.js';
import { liveOf } from './generations.js';

/** How often it is looked which fillings are live: so long, at most, the one before is still read after a switch. */
const refreshMs = 1_000;

/** Which fillings are live, as this process knows it. */
export type LiveFillings = Readonly<{
  /** The projections as they are read now. */
  projections: () => readonly Projection[];
  /** One of them. */
  of: (projection: Projection) => Projection;
  /** The database, with the live filling in the place of each projection's first. */
  database: Db;
  close: () => void;
}>;

/** Learns which fillings are live, and goes on learning until closed. Throws where the database is away. */
export const liveFillings = async (database: Db, projections: readonly Projection[]): Promise<LiveFillings> => {
  let live = await liveOf(database, projections);
  let names = namesOf(live);
  const refresh = async (): Promise<void> => {
    live = await liveOf(database, projections);
    names = namesOf(live);
  };
  const refreshing = setInterval(() => {
    // The next look comes soon; until then what was known holds.
    refresh().catch(() => undefined);
  }, refreshMs).unref();
  return {
    projections: () => live,
    of: (projection) => live.find(({ name }) => name === projection.name) ?? projection,
    database: withLive(database, (name) => names.get(name) ?? name),
    close: () => clearInterval(refreshing),
  };
};

const namesOf = (live: readonly Projection[]): ReadonlyMap<string, string> =>
  new Map(
    live.flatMap((projection) => {
      const { generation: _generation, ...first } = projection;
      return [
        [collectionOf(first), collectionOf(projection)],
        [documentsOf(first), documentsOf(projection)],
      ] as const;
    }),
  );

/** A database whose collections are looked up anew with every use, so that a query that was made once reads what is live. */
const withLive = (database: Db, liveName: (name: string) => string): Db => {
  const collection = (name: string): Collection =>
    new Proxy(database.collection(name), {
      get: (_, key) => {
        const current = database.collection(liveName(name));
        return bound(Reflect.get(current, key, current), current);
      },
    });
  return new Proxy(database, {
    get: (target, key) => (key === 'collection' ? collection : bound(Reflect.get(target, key, target), target)),
  });
};

const bound = (value: unknown, owner: object): unknown =>
  typeof value === 'function' ? (value.bind(owner) as unknown) : value;
