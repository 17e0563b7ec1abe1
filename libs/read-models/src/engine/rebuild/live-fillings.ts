import type { Collection, Db, Document } from 'mongodb';
import { openCollection } from '../fillings.js';
import { collectionOf, type Projection } from '../projection.js';
import { liveOf } from './generations.js';

/** How often it is looked which fillings are live: so long, at most, the one before is still read after a switch. */
const refreshMs = 1_000;

/** An answer is trusted for this long. The collection of before is dropped much later. */
const trustedMs = 30_000;

/** Which fillings are live, as this process knows it. */
export type LiveFillings = Readonly<{
  /** The projections as they are read now. */
  projections: () => readonly Projection[];
  /** One of them. */
  of: (projection: Pick<Projection, 'name'>) => Projection;
  /**
   * The collection of a projection that is read now: every query asks anew, and reads one collection to its end. Throws
   * `LiveFillingsUnknown`.
   */
  collection: <Row extends Document>(projection: Pick<Projection, 'name'>) => Collection<Row>;
  /**
   * What a question comes to that reads one filling of each projection from its beginning to its end: it is asked again where others were
   * switched to meanwhile, so that the position of one filling is never told of what was read in another.
   */
  steadily: <Answer>(ask: () => Promise<Answer>) => Promise<Answer>;
  /** For what is kept beside the documents. */
  database: Db;
  close: () => void;
}>;

/** Nothing was heard for half a minute of which fillings are live: what was read may be gone. Asking again later helps. */
export class LiveFillingsUnknown extends Error {
  override readonly name = 'LiveFillingsUnknown';
}

/** Learns which fillings are live, and goes on learning until closed. Throws where the database is away. */
export const liveFillings = async (database: Db, projections: readonly Projection[]): Promise<LiveFillings> => {
  let live = await liveOf(database, projections);
  let learnedAt = performance.now();
  const refresh = async (): Promise<void> => {
    const asked = performance.now();
    live = await liveOf(database, projections);
    learnedAt = asked;
  };
  let looking = false;
  const refreshing = setInterval(() => {
    if (looking) return;
    looking = true;
    // The next look comes soon; until then what was known holds, for as long as it is trusted.
    refresh()
      .catch(() => undefined)
      .finally(() => (looking = false));
  }, refreshMs).unref();
  const names = (): string => live.map(collectionOf).join();
  const of = ({ name }: Pick<Projection, 'name'>): Projection => {
    const found = live.find((one) => one.name === name);
    if (!found) throw new Error(`there is no projection ${name}`);
    return found;
  };
  return {
    projections: () => live,
    of,
    collection: (projection) => {
      if (performance.now() - learnedAt > trustedMs)
        throw new LiveFillingsUnknown(
          'it is not known which documents are read now: the document store does not answer',
        );
      return openCollection(database, of(projection));
    },
    steadily: async (ask) => {
      for (;;) {
        const before = names();
        const answer = await ask();
        if (names() === before) return answer;
      }
    },
    database,
    close: () => clearInterval(refreshing),
  };
};
