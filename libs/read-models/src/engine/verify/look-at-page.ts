import type { Db } from 'mongodb';
import { openCollection } from '../fillings.js';
import { fold } from '../fold.js';
import { madeAnew } from '../joins/make-joined.js';
import { collectionOf, foldOf, idOf, isJoin, isView, placeOf } from '../projection.js';
import type { Filling, Fold, Join, Joined, LogEntry, Projection, Stored, View } from '../projection.js';
import { contentOf } from '../refold.js';
import { rowsOf, type Shown, type StoredRow } from '../show.js';
import type { StreamReader } from '../stream-reader.js';
import type { Followed } from './certificate.js';
import { differences } from './differences.js';
import type { Seen } from './look-twice.js';

/** A document as a projection keeps it, or shows it. */
export type Wanted = Followed & Readonly<{ projection: Projection }>;

/** A document with where it, or a row of it, is not what its stream gives; and how many rows that gives: none of a fold. */
export type LookedAt = Seen<Wanted> & Readonly<{ rows: number }>;

/**
 * Compares documents, or their rows, with what their streams give as far as each document says to go; answers in the order given. A
 * stream is read once, and a document folded once for all projections that show it. Throws where a store is away.
 */
export const lookAtPage = async (reading: Reading, page: readonly Wanted[]): Promise<readonly LookedAt[]> => {
  const folded = page.flatMap(({ projection, ...one }) => (isJoin(projection) ? [] : [{ ...one, projection }]));
  const looks = (await lookAtFolded(reading, folded)).values();
  return Promise.all(
    page.map(async ({ projection, ...one }) => {
      if (isJoin(projection)) return lookAtJoined(reading, { ...one, projection });
      const look = looks.next().value;
      if (!look) throw new Error(`${one.id} was not looked at`);
      return look;
    }),
  );
};

type Reading = Readonly<{ database: Db; readStream: StreamReader }>;

const lookAtJoined = async (
  { database, readStream }: Reading,
  wanted: Followed & Readonly<{ projection: Join }>,
): Promise<LookedAt> => {
  const { projection: join, id } = wanted;
  const stored = await openCollection<Joined>(database, join).findOne({ _id: id });
  const paths = stored ? differences(stored, await madeAnew(readStream, join, stored)) : ['/'];
  return { ...wanted, paths, rows: 0 };
};

type Folded = Followed & Readonly<{ projection: Fold | View }>;

const lookAtFolded = async (
  { database, readStream }: Reading,
  page: readonly Folded[],
): Promise<readonly LookedAt[]> => {
  const documents = await storedIn<Stored<object>>(
    database,
    page.map(({ projection, id }) => ({ filling: foldOf(projection), ids: [id] })),
  );
  const given = foldedAnew(page, documents, await readEach(readStream, page));
  const looks = page.map((wanted) => {
    const key = keyOf(foldOf(wanted.projection), wanted.id);
    const [stored, anew] = [documents.get(key), given.get(key)];
    return { wanted, stored, anew, ought: isView(wanted.projection) && anew ? rowsOf(wanted.projection, anew) : [] };
  });
  const rows = await storedIn<StoredRow>(
    database,
    looks.map(({ wanted, ought }) => ({ filling: wanted.projection, ids: ought.map(idOf) })),
  );
  return looks.map(({ wanted, stored, anew, ought }): LookedAt => {
    if (!stored || !anew) return { ...wanted, paths: ['/'], rows: 0 };
    const paths = isView(wanted.projection)
      ? ought.flatMap((row) => rowPaths(rows.get(keyOf(wanted.projection, idOf(row))), row))
      : differences(stored, anew.stored);
    return { ...wanted, paths, rows: ought.length };
  });
};

const keyOf = (filling: Filling, id: string): string => `${collectionOf(filling)} ${id}`;

/** What fillings have under some ids, by `keyOf`: one query a collection. */
const storedIn = async <Content extends Readonly<{ _id: string }>>(
  database: Db,
  sought: readonly Readonly<{ filling: Filling; ids: readonly string[] }>[],
): Promise<ReadonlyMap<string, Content>> => {
  const byCollection = new Map<string, { filling: Filling; ids: Set<string> }>();
  for (const { filling, ids } of sought) {
    const known = byCollection.get(collectionOf(filling)) ?? { filling, ids: new Set() };
    byCollection.set(collectionOf(filling), known);
    for (const id of ids) known.ids.add(id);
  }
  const found = await Promise.all(
    [...byCollection.values()].map(async ({ filling, ids }) => {
      if (ids.size === 0) return [];
      const collection = openCollection<Readonly<{ _id: string }>>(database, filling);
      const stored = await collection.find({ _id: { $in: [...ids] } }).toArray();
      // What the driver gives of a collection is what was written to it.
      return (stored as readonly unknown[] as readonly Content[]).map(
        (one) => [keyOf(filling, idOf(one)), one] as const,
      );
    }),
  );
  return new Map(found.flat());
};

type Streams = ReadonlyMap<string, readonly LogEntry[]>;

const readEach = async (readStream: StreamReader, page: readonly Folded[]): Promise<Streams> => {
  const streams = [...new Set(page.map(({ stream }) => stream))];
  return new Map(await Promise.all(streams.map(async (stream) => [stream, await readStream(stream, 0)] as const)));
};

/** The documents that the streams give, by `keyOf`, each as far as the stored one goes. */
const foldedAnew = (
  page: readonly Folded[],
  documents: ReadonlyMap<string, Stored<object>>,
  streams: Streams,
): ReadonlyMap<string, Shown> => {
  const given = new Map<string, Shown>();
  for (const { projection, id, stream } of page) {
    const key = keyOf(foldOf(projection), id);
    const stored = documents.get(key);
    if (!stored || given.has(key)) continue;
    const entries = (streams.get(stream) ?? []).filter((entry) => placeOf(entry).revision <= stored.revision);
    const { stored: folded, derived } = fold(foldOf(projection), null, entries);
    if (folded) given.set(key, { stored: folded, derived });
  }
  return given;
};

const rowPaths = (stored: StoredRow | undefined, row: StoredRow): readonly string[] =>
  differences(stored && contentOf(stored), contentOf(row)).map((path) => `${idOf(row)}${path}`);
