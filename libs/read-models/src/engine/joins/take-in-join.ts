import type { Db } from 'mongodb';
import { allOf } from '../all-of.js';
import { openCollection } from '../fillings.js';
import { failureAt } from '../fold.js';
import { idOf, placeOf, type Join, type Joined, type LogEntry, type Place } from '../projection.js';
import { holdBack, release, type HeldBackNow } from '../quarantine.js';
import type { Engine } from '../take-in.js';
import { writeGuarded } from '../write-guarded.js';
import { madeUntil, readJoined, type Made } from './make-joined.js';

/** Documents that are to be made anew: those that are there already, and those that may not be yet. */
type Touched = Readonly<{ known: readonly string[]; begun: readonly string[] }>;

/**
 * Makes the documents anew that entries (in log order) touch: those of their own streams, and those that join one of them. Each is made
 * as the log is by now and written over an older one only: positions order all that is ever made of it, so it does not matter who
 * writes, how often, and which of its streams a process takes in. What is as new as the entries stays. What cannot be made or
 * written holds its own document back, named in `quarantine`. Answers what is held back. Throws where a store is away.
 */
export const takeInJoin = async (
  engine: Engine,
  join: Join,
  entries: readonly LogEntry[],
): Promise<readonly HeldBackNow[]> =>
  entries.length === 0 ? [] : makeAll(engine, join, await touchedBy(engine.database, join, entries.map(placeOf)));

/** Makes documents that were held back once more. Answers what is held back still. Throws where a store is away. */
export const retryJoin = (engine: Engine, join: Join, ids: readonly string[]): Promise<readonly HeldBackNow[]> =>
  makeAll(engine, join, { known: [], begun: ids });

/**
 * Who takes in a joined stream looks for the documents that are there. One that begins is made twice, therefore: what others have
 * passed by when it was not there is in the log by the time that it is.
 */
const makeAll = async (engine: Engine, join: Join, { known, begun }: Touched): Promise<readonly HeldBackNow[]> => {
  await writeAll(engine, join, begun);
  const made = await writeAll(engine, join, [...begun, ...known]);
  const held: HeldBackNow[] = [];
  for (const [documentId, { document, failure }] of made) {
    if (failure) held.push({ projection: join, documentId, failure });
    else if (document) await release(engine.database, join, document);
  }
  for (const one of held) await holdBack(engine.database, one, engine.now());
  return held;
};

const touchedBy = async (database: Db, join: Join, places: readonly Place[]): Promise<Touched> => {
  const reached = new Map(places.map(({ stream, position }) => [stream, position]));
  const found = await openCollection<Joined>(database, join)
    .find({ streams: { $in: [...reached.keys()] } }, { projection: { position: 1, streams: 1 } })
    .toArray();
  const stored = new Set(found.map(idOf));
  const isOlder = ({ streams, position }: Pick<Joined, 'streams' | 'position'>): boolean =>
    streams.some((stream) => (reached.get(stream) ?? -1) > position);
  const own = places.filter(({ stream }) => stream.startsWith(join.own));
  const begins = (place: Place): boolean => place.revision === 0 || !stored.has(idIn(join, place));
  const begun = new Set(own.filter(begins).map((place) => idIn(join, place)));
  const known = found.filter((document) => isOlder(document) && !begun.has(idOf(document))).map(idOf);
  return { known, begun: [...begun] };
};

const idIn = ({ own }: Join, { stream }: Place): string => stream.slice(own.length);

/** How many documents are made side by side. */
const sideBySide = 8;

/** Makes documents as the log is by now, and writes each unless it is there as new. Answers how far each goes, and why no further. */
const writeAll = async (engine: Engine, join: Join, ids: readonly string[]): Promise<ReadonlyMap<string, Made>> => {
  const made = new Map<string, Made>();
  const end = ids.length === 0 ? null : await engine.lastPosition();
  if (end === null) return made;
  for (let first = 0; first < ids.length; first += sideBySide)
    await allOf(
      ids.slice(first, first + sideBySide).map(async (id) => void made.set(id, await write(engine, join, { id, end }))),
    );
  return made;
};

const write = async (
  { database, readStream }: Engine,
  join: Join,
  { id, end }: Readonly<{ id: string; end: number }>,
): Promise<Made> => {
  const entries = await readJoined(readStream, join, id);
  const made = madeUntil(join, id, entries, end);
  const { document } = made;
  if (!document) return made;
  const [error] = await writeGuarded(database, [{ filling: join, document }]);
  const last = entries.map(placeOf).find(({ position }) => position === document.position);
  return error && last ? { document: null, failure: failureAt(last, error) } : made;
};
