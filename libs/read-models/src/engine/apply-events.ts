import type { Db } from 'mongodb';
import { fold, type Failure, type Folded } from './fold.js';
import { collectionOf, documentsOf, placeOf, type LogEntry, type Projection, type Stored } from './projection.js';
import { holdBack, quarantineOf, release } from './quarantine.js';
import { grouped } from './refold.js';
import { writeDocuments, type Touched } from './write-documents.js';

/** Reads what a stream holds from a revision (inclusive) to its end, unsealed and upcast. */
export type StreamReader = (stream: string, fromRevision: number) => Promise<readonly LogEntry[]>;

/** What the engine works with. */
export type Engine = Readonly<{
  database: Db;
  readStream: StreamReader;
  /** Now, ISO 8601. */
  now: () => string;
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
  const touched: Touched[] = [];
  const failures: Failure[] = [];
  for (const [id, own] of groups) {
    const folded = await foldOrHeal(engine, projection, documents.get(id) ?? null, own);
    touched.push(...touchedBy(folded));
    if (folded.failure) failures.push(folded.failure);
  }
  failures.push(...(await writeDocuments(engine.database, projection, touched)));
  for (const failure of failures) await holdBack(engine.database, projection, failure, engine.now());
};

/** Tries the documents that a projection holds back once more, from where they stand to the end of their streams. */
export const retryHeldBack = async (engine: Engine, projection: Projection): Promise<void> => {
  const held = await quarantineOf(engine.database)
    .find({ projection: collectionOf(projection) })
    .toArray();
  for (const { documentId, stream } of held) {
    const start = (await loadDocuments(engine.database, projection, [documentId])).get(documentId) ?? null;
    const folded = await heal(engine, projection, start, stream);
    const [refused] = await writeDocuments(engine.database, projection, touchedBy(folded));
    const left = refused ?? folded.failure;
    if (left) await holdBack(engine.database, projection, left, engine.now());
    else await release(engine.database, projection, documentId);
  }
};

const touchedBy = ({ stored, last }: Folded): readonly Touched[] => (stored ? [{ document: stored, last }] : []);

/** A gap means that the document was held back, or is older than the checkpoint: then its stream tells what is missing. */
const foldOrHeal = async (
  engine: Engine,
  projection: Projection,
  start: Stored<object> | null,
  entries: readonly LogEntry[],
): Promise<Folded> => {
  const folded = fold(projection, start, entries);
  const [first] = entries.map(placeOf);
  if (!folded.failure?.gap || !first) return folded;
  const healed = await heal(engine, projection, start, first.stream);
  if (healed.failure) return healed;
  await release(engine.database, projection, projection.idOf(first));
  return healed;
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
  const found = await database
    .collection<Stored<object>>(documentsOf(projection))
    .find({ _id: { $in: [...ids] } })
    .toArray();
  return new Map(found.map((document) => [idOf(document), document]));
};

const idOf = ({ _id: id }: Stored<object>): string => id;
