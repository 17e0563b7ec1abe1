import type { Db } from 'mongodb';
import type { CalendarKnowledge } from './calendar-knowledge.js';
import { openDocuments } from './fillings.js';
import { fold, type Failure, type Folded } from './fold.js';
import { collectionOf, placeOf, type LogEntry, type Projection, type Stored } from './projection.js';
import { holdBack, quarantineOf, release, type Quarantined } from './quarantine.js';
import { grouped } from './refold.js';
import { showOneAnew } from './show-anew.js';
import type { StreamReader } from './stream-reader.js';
import { writeDocuments, type Touched } from './write-documents.js';

/** What the engine works with. */
export type Engine = Readonly<{
  database: Db;
  readStream: StreamReader;
  /** Now, ISO 8601. */
  now: () => string;
  /** What is known of the calendar, where projections are bound to it. */
  calendar?: CalendarKnowledge;
}>;

/**
 * Takes entries (in log order) into a projection: one query for the documents, a fold in memory, one bulk. What is included
 * already changes nothing. An event that cannot be folded, or whose document cannot be written, holds its own document back,
 * named in `quarantine`; the rest goes on.
 */
export const applyEvents = async (
  engine: Engine,
  projection: Projection,
  entries: readonly LogEntry[],
): Promise<void> => {
  const groups = grouped(projection, entries);
  if (groups.size === 0) return;
  const documents = await loadDocuments(engine.database, projection, [...groups.keys()]);
  const folds: Healed[] = [];
  for (const [id, own] of groups) folds.push(await foldOrHeal(engine, projection, documents.get(id) ?? null, own));
  const refused = await writeDocuments(engine.database, projection, folds.flatMap(touchedBy));
  // Written first: whoever finds a document no longer named must find all that it held back.
  await releaseHealed(engine, projection, folds, refused);
  const failures = [...folds.flatMap(({ failure }) => failure ?? []), ...refused];
  for (const failure of failures) await holdBack(engine.database, projection, failure, engine.now());
};

/** What was folded, and whether the stream had to tell what was missing. */
type Healed = Folded & Readonly<{ healed: boolean }>;

const releaseHealed = async (
  { database }: Engine,
  projection: Projection,
  folds: readonly Healed[],
  refused: readonly Failure[],
): Promise<void> => {
  const unwritten = new Set(refused.map(({ place }) => projection.idOf(place)));
  for (const { healed, stored, failure } of folds)
    if (healed && stored && !failure && !unwritten.has(idOf(stored))) await release(database, projection, stored);
};

/** What came of trying a document that was held back once more: `reason` is why it stays so, null where it is released. */
export type Retried = Readonly<{ projection: string; documentId: string; reason: string | null }>;

/**
 * Tries the documents that a projection holds back, those of some streams, once more: from where they stand to the end of their
 * streams, in order. May run beside a projector: a document is written only over an older one.
 */
export const retryHeldBack = async (
  engine: Engine,
  projection: Projection,
  isOf: (held: Quarantined) => boolean,
): Promise<readonly Retried[]> => {
  const filter = { projection: collectionOf(projection) };
  const retried: Retried[] = [];
  for (const held of await quarantineOf(engine.database).find(filter).toArray())
    if (isOf(held)) retried.push(await retry(engine, projection, held));
  return retried;
};

const retry = async (
  engine: Engine,
  projection: Projection,
  { documentId, stream }: Pick<Quarantined, 'documentId' | 'stream'>,
): Promise<Retried> => {
  const start = (await loadDocuments(engine.database, projection, [documentId])).get(documentId) ?? null;
  const folded = await heal(engine, projection, start, stream);
  const [refused] = await writeDocuments(engine.database, projection, touchedBy(folded));
  const left = refused ?? folded.failure ?? (await whyNotShown(engine, projection, folded));
  if (left) await holdBack(engine.database, projection, left, engine.now());
  else if (folded.stored) await release(engine.database, projection, folded.stored);
  return { projection: projection.name, documentId, reason: left?.reason ?? null };
};

/** Where nothing came, the document itself may not be shown yet. */
const whyNotShown = async (
  engine: Engine,
  projection: Projection,
  { stored, last }: Folded,
): Promise<Failure | null> => (stored && !last ? showOneAnew(engine, projection, stored) : null);

const touchedBy = ({ stored, last }: Folded): readonly Touched[] => (stored ? [{ document: stored, last }] : []);

/** A gap means that the document was held back, or is older than the checkpoint: then its stream tells what is missing. */
const foldOrHeal = async (
  engine: Engine,
  projection: Projection,
  start: Stored<object> | null,
  entries: readonly LogEntry[],
): Promise<Healed> => {
  const folded = fold(projection, start, entries);
  const [first] = entries.map(placeOf);
  if (!folded.failure?.gap || !first) return { ...folded, healed: false };
  return { ...(await heal(engine, projection, start, first.stream)), healed: true };
};

const heal = async (
  { readStream }: Engine,
  projection: Projection,
  start: Stored<object> | null,
  stream: string,
): Promise<Folded> => fold(projection, start, await readStream(stream, (start?.revision ?? -1) + 1));

const loadDocuments = async (
  database: Db,
  projection: Projection,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Stored<object>>> => {
  const found = await openDocuments<Stored<object>>(database, projection)
    .find({ _id: { $in: [...ids] } })
    .toArray();
  return new Map(found.map((document) => [idOf(document), document]));
};

const idOf = ({ _id: id }: Stored<object>): string => id;
