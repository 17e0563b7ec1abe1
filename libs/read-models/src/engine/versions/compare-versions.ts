import type { Collection, Db } from 'mongodb';
import type { EventStore } from '@app/event-store';
import { byTheCalendar } from '../calendar-knowledge.js';
import { loadPositions } from '../checkpoints.js';
import { fold } from '../fold.js';
import { openCollection, type FoundFilling } from '../fillings.js';
import {
  idOf,
  collectionOf,
  foldOf,
  isJoin,
  isView,
  placeOf,
  type Fold,
  type LogEntry,
  type Projection,
  type Stored,
} from '../projection.js';
import { liveOf } from '../rebuild/generations.js';
import type { Engine } from '../take-in.js';
import { differences } from '../verify/differences.js';
import { streamsOf } from '../verify/log-until.js';
import { joinPairs } from './join-pairs.js';
import { olderFillings } from './older.js';
import { pathCounts, type PathCount } from './path-counts.js';
import { rowPairs, type Pair } from './row-pairs.js';

/** In which documents a version of a projection differs from the one before it, and how. `_id` is its collection. Without values. */
export type VersionComparison = Readonly<{
  _id: string;
  /** The collection that it was compared with, e.g. `timeline-v1`. */
  older: string;
  /** ISO 8601. */
  comparedAt: string;
  compared: number;
  differingDocuments: number;
  /** Documents that only this version has, and that only the older one has. */
  newDocuments: number;
  goneDocuments: number;
  /** Where documents differ, what most do first; at most 100, every place of a list as `[]`. */
  paths: readonly PathCount[];
  /** At most 100. */
  differing: readonly Readonly<{ documentId: string; paths: readonly string[] }>[];
}>;

export type ComparingVersions = Engine & Readonly<{ log: Pick<EventStore, 'follow'>; signal: AbortSignal }>;

/** Where the last comparison of each projection is kept. */
export const versionComparisonsOf = (database: Db): Collection<VersionComparison> =>
  database.collection<VersionComparison>('version-comparisons');

const mostNamed = 100;

/**
 * Compares the documents of a projection with those of the latest earlier version, each as of the revision at which the older one
 * stopped (of a view: its rows, as of the place in the log), and keeps what came of it; does nothing where no earlier version has left
 * anything. Throws where a store is away, and when aborted.
 */
export const compareWithOlder = async (comparing: ComparingVersions, given: Projection): Promise<void> => {
  const { database, now } = comparing;
  const [older] = await olderFillings(database, given);
  if (!older) return;
  const [live = given] = await liveOf(database, [given]);
  const counted = counting();
  const projection = await byTheCalendar(comparing.readStream, live);
  for await (const [id, pair] of pairsOf(comparing, projection, older)) counted.take(id, pair);
  await versionComparisonsOf(database).replaceOne(
    { _id: collectionOf(live) },
    { older: collectionOf(older), comparedAt: now(), ...counted.result() },
    { upsert: true },
  );
};

type Sides = Readonly<{
  projection: Fold;
  olds: Collection<Stored<object>>;
  freshes: Collection<Stored<object>>;
  /** What the stream of a document holds from a revision on; nothing where the log has no such document. */
  entriesOf: (id: string, from: number) => Promise<readonly LogEntry[]>;
  signal: AbortSignal;
}>;

async function* pairsOf(
  comparing: ComparingVersions,
  projection: Projection,
  older: FoundFilling,
): AsyncGenerator<readonly [string, Pair]> {
  const { database, signal } = comparing;
  const [position] = await loadPositions(database, [older]);
  const reached = position ?? -1;
  if (isJoin(projection)) return yield* joinPairs({ ...comparing, join: projection, older, reached });
  const sides = await sidesOf(comparing, foldOf(projection), older);
  if (isView(projection))
    yield* rowPairs({ database, view: projection, older, reached, entriesOf: sides.entriesOf, signal });
  else {
    yield* pairsOfOlder(sides);
    yield* pairsOfNew(sides, reached);
  }
}

const sidesOf = async (comparing: ComparingVersions, projection: Fold, older: FoundFilling): Promise<Sides> => {
  const { database, readStream, log, signal } = comparing;
  const streams = await streamsOf(log, projection, signal);
  return {
    projection,
    olds: openCollection(database, older),
    freshes: openCollection(database, projection),
    entriesOf: async (id, from) => {
      const stream = streams.get(id);
      return stream === undefined ? [] : readStream(stream, from);
    },
    signal,
  };
};

/** Every document of the older version, and what this one has of it as of the same revision. */
async function* pairsOfOlder({ olds, freshes, signal, ...sides }: Sides): AsyncGenerator<readonly [string, Pair]> {
  for await (const old of olds.find().sort({ _id: 1 })) {
    signal.throwIfAborted();
    // What the driver gives of a collection is what was written to it.
    const document = old as Stored<object>;
    const fresh = await freshes.findOne({ _id: idOf(document) });
    yield [idOf(document), [document, await asOf(sides, document, fresh)]];
  }
}

const asOf = async (
  { projection, entriesOf }: Pick<Sides, 'projection' | 'entriesOf'>,
  old: Stored<object>,
  fresh: Stored<object> | null,
): Promise<Stored<object> | null> => {
  if (fresh?.revision === old.revision) return fresh;
  const start = fresh && fresh.revision < old.revision ? fresh : null;
  const entries = await entriesOf(idOf(old), (start?.revision ?? -1) + 1);
  return fold(
    projection,
    start,
    entries.filter((entry) => placeOf(entry).revision <= old.revision),
  ).stored;
};

/** Every document that the older version ought to have, as far as it had come, and has not. */
async function* pairsOfNew(
  { olds, freshes, entriesOf, signal }: Sides,
  reached: number,
): AsyncGenerator<readonly [string, Pair]> {
  for await (const fresh of freshes.find().sort({ _id: 1 })) {
    signal.throwIfAborted();
    const document = fresh as Stored<object>;
    if ((await olds.findOne({ _id: idOf(document) })) !== null) continue;
    const [first] = await entriesOf(idOf(document), 0);
    if (first && placeOf(first).position <= reached) yield [idOf(document), [null, document]];
  }
}

const counting = () => {
  const named: VersionComparison['differing'][number][] = [];
  const paths = pathCounts(mostNamed);
  const counts = { compared: 0, differingDocuments: 0, newDocuments: 0, goneDocuments: 0 };
  return {
    take: (documentId: string, [old, fresh]: Pair): void => {
      counts.compared += 1;
      const found = differences(old, fresh);
      if (found.length === 0) return;
      counts.differingDocuments += 1;
      if (!old) counts.newDocuments += 1;
      else if (!fresh) counts.goneDocuments += 1;
      else paths.take(found, old, fresh);
      if (named.length < mostNamed) named.push({ documentId, paths: found });
    },
    result: () => ({ ...counts, paths: paths.result(), differing: named }),
  };
};
