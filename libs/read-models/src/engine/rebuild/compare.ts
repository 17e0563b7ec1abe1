import type { Db } from 'mongodb';
import type { StreamReader } from '../stream-reader.js';
import { fold } from '../fold.js';
import { madeAnew } from '../joins/make-joined.js';
import { idOf, isJoin, placeOf, type Fold, type Join, type Stored } from '../projection.js';
import { differences } from '../verify/differences.js';
import { idsMissing, pairs } from './pairs.js';

/** In which documents a filling differs from the one that is read; of a view, in whose rows. */
export type Comparison = Readonly<{
  compared: number;
  differingDocuments: number;
  /** At most 100; a document that only one of them has differs at `/`. */
  differing: readonly Readonly<{ documentId: string; paths: readonly string[] }>[];
}>;

export type Comparing = Readonly<{
  database: Db;
  readStream: StreamReader;
  signal: AbortSignal;
  /** The stream that a document follows. */
  streamOf: (id: string) => Promise<string | undefined>;
}>;

const mostNamed = 100;

/**
 * Compares the documents of two fillings, each pair as of the live one, which may move on meanwhile. Reads
 * everything. Throws where a store is away, and when aborted.
 */
export const compareFillings = async (
  comparing: Comparing,
  live: Fold | Join,
  next: Fold | Join,
): Promise<Comparison> => {
  const { database, signal } = comparing;
  const differing: Comparison['differing'][number][] = [];
  let compared = 0;
  let differingDocuments = 0;
  const note = (documentId: string, paths: readonly string[]): void => {
    compared += 1;
    if (paths.length === 0) return;
    differingDocuments += 1;
    if (differing.length < mostNamed) differing.push({ documentId, paths });
  };
  for await (const pair of pairs<Stored<object>>(database, live, next)) {
    signal.throwIfAborted();
    note(idOf(pair[0]), await pathsOf(comparing, next, pair));
  }
  for await (const id of idsMissing(database, next, live)) {
    signal.throwIfAborted();
    note(id, ['/']);
  }
  return { compared, differingDocuments, differing };
};

type Pair = readonly [old: Stored<object>, fresh: Stored<object> | null];

/** Where the fresh document differs from the old one, once it has gone as far. */
const pathsOf = (comparing: Comparing, next: Fold | Join, pair: Pair): Promise<readonly string[]> =>
  isJoin(next) ? joinedPathsOf(comparing, next, pair) : foldedPathsOf(comparing, next, pair);

const joinedPathsOf = async ({ readStream }: Comparing, next: Join, [old, fresh]: Pair): Promise<readonly string[]> =>
  differences(old, fresh?.position === old.position ? fresh : await madeAnew(readStream, next, old));

const foldedPathsOf = async (
  { readStream, streamOf }: Comparing,
  next: Fold,
  [old, fresh]: Pair,
): Promise<readonly string[]> => {
  const reached = fresh?.revision ?? -1;
  if (reached > old.revision) return [];
  if (reached === old.revision) return differences(old, fresh);
  const stream = await streamOf(idOf(old));
  if (stream === undefined) return ['/'];
  const entries = (await readStream(stream, reached + 1)).filter((entry) => placeOf(entry).revision <= old.revision);
  const { stored: advanced } = fold(next, fresh, entries);
  return advanced ? differences(old, advanced) : ['/'];
};
