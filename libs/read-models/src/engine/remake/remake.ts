import type { Db } from 'mongodb';
import { fillingsOf, openCollection } from '../fillings.js';
import { fold, type Folded } from '../fold.js';
import { madeAnew } from '../joins/make-joined.js';
import {
  isJoin,
  placeOf,
  type Filling,
  type Join,
  type LogEntry,
  type Projection,
  type Stored,
} from '../projection.js';
import { familiesOf, type Family } from '../share.js';
import { rowsOf, type Shown } from '../show.js';
import type { Engine } from '../take-in.js';
import { writeEach } from '../write-each.js';

/** More rounds than processes that meet at one document; past them something else is wrong. */
const mostRounds = 8;

/**
 * Makes everything anew that projections show of some streams, from the log as it can be read now: after an erasure nothing stays of
 * what was read before. Every filling of this version is written, also one that is being filled. Each document is written over the very one
 * that was there, as far as that went, so that nothing is lost and nothing is shown early; a repeat changes nothing. What is not
 * there yet is left to who takes the log in. Throws where a store is away, and where the log cannot be folded as far as it was.
 */
export const remake = async (
  engine: Engine,
  projections: readonly Projection[],
  streams: readonly string[],
): Promise<void> => {
  const families = familiesOf(projections);
  for (const stream of streams) {
    const entries = await engine.readStream(stream, 0);
    const [first] = entries.map(placeOf);
    if (!first) continue;
    for (const family of families) {
      if (family.fold.streams.some((prefix) => stream.startsWith(prefix)))
        await remakeFolded(engine.database, family, { id: family.fold.idOf(first), entries });
    }
  }
  for (const join of projections.filter(isJoin)) await remakeJoined(engine, join, streams);
};

type Source = Readonly<{ id: string; entries: readonly LogEntry[] }>;

const remakeFolded = async (
  database: Db,
  { fold: of, keepsDocuments, views }: Family,
  source: Source,
): Promise<void> => {
  if (!keepsDocuments) return;
  for (const filling of await everyFilling(database, of)) {
    const made = await overwritten(database, filling, source.id, ({ revision }) =>
      foldedTo(revision, { of, entries: source.entries }),
    );
    const isLive = filling.generation === (of.generation ?? 1);
    if (made?.stored && isLive) await remakeRows(database, views, { stored: made.stored, derived: made.derived });
  }
};

/** Rows that are newer stay. */
const remakeRows = async (database: Db, views: Family['views'], shown: Shown): Promise<void> => {
  const over = { position: { $lte: shown.stored.position } };
  for (const view of views) {
    const writes = rowsOf(view, shown).map((document) => ({ document, over }));
    for (const filling of await everyFilling(database, view)) await writeAll(database, filling, writes);
  }
};

const foldedTo = (
  revision: number,
  { of, entries }: Readonly<{ of: Family['fold']; entries: readonly LogEntry[] }>,
): Folded => {
  const folded = fold(
    of,
    null,
    entries.filter((entry) => placeOf(entry).revision <= revision),
  );
  if (folded.failure) throw new Error(`${of.name} cannot be made anew: ${folded.failure.reason}`);
  return folded;
};

/** Every filling of this version of a projection. */
const everyFilling = async (database: Db, { name, version }: Filling) =>
  (await fillingsOf(database, name)).filter((one) => one.version === version);

/** Writes what is made of a document over it, again where another process has been there meanwhile; null where there is none. */
const overwritten = async (
  database: Db,
  filling: Filling,
  id: string,
  make: (before: Stored<object>) => Folded,
): Promise<Folded | null> => {
  for (let round = 1; round <= mostRounds; round += 1) {
    // What the driver gives of a collection is what was written to it.
    const before = (await openCollection<Stored<object>>(database, filling).findOne({
      _id: id,
    })) as Stored<object> | null;
    if (!before) return null;
    const made = make(before);
    if (!made.stored) return null;
    const { position } = before;
    const [outcome] = await writeEach(database, [{ filling, document: made.stored, over: { position } }]);
    if (outcome === 'written') return made;
    if (outcome instanceof Error) throw outcome;
  }
  throw new Error(`a document changes under the hand: ${id}`);
};

type Overwrite = Omit<Parameters<typeof writeEach>[1][number], 'filling'>;

const writeAll = async (database: Db, filling: Filling, writes: readonly Overwrite[]): Promise<void> => {
  const outcomes = await writeEach(
    database,
    writes.map((write) => ({ ...write, filling })),
  );
  for (const outcome of outcomes) if (outcome instanceof Error) throw outcome;
};

const remakeJoined = async (
  { database, readStream }: Engine,
  join: Join,
  streams: readonly string[],
): Promise<void> => {
  for (const filling of await everyFilling(database, join)) {
    const documents = openCollection<Stored<object> & Readonly<{ streams: readonly string[] }>>(database, filling);
    const found = await documents.find({ streams: { $in: [...streams] } }, { projection: { position: 1 } }).toArray();
    for (const { _id, position } of found) {
      const document = await madeAnew(readStream, join, { _id, position });
      if (document) await writeAll(database, filling, [{ document, over: { position } }]);
    }
  }
};
