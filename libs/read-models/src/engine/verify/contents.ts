import type { Db } from 'mongodb';
import type { StreamReader } from '../stream-reader.js';
import { fold } from '../fold.js';
import { openCollection } from '../fillings.js';
import { idOf, foldOf, isView, placeOf, type Projection, type Stored, type View } from '../projection.js';
import { contentOf } from '../refold.js';
import { rowsOf, type Shown, type StoredRow } from '../show.js';
import type { Followed } from './certificate.js';
import { differences } from './differences.js';
import type { OnProgress } from './log-until.js';
import { strayRows } from './stray-rows.js';

/** What came of folding documents anew: how many were looked at, of how many, and which are not what their streams give. */
export type Contents = Readonly<{
  checked: number;
  of: number;
  differingDocuments: number;
  /** At most 100 of them, each with the paths at which it differs; paths of a row begin with its id. */
  differing: readonly Readonly<{ documentId: string; paths: readonly string[] }>[];
}>;

export type ContentChecking = Readonly<{ database: Db; readStream: StreamReader; signal: AbortSignal }>;

const mostNamed = 100;

/** The documents to be looked at, of how many. */
export type Chosen = Readonly<{ documents: readonly Followed[]; of: number }>;

/** Where a document differs from what it ought to be; empty where it does not. */
export type Look = (document: Followed) => Promise<readonly string[]>;

/**
 * Folds each document anew from its stream, as far as it says to go, and compares it, or the rows of a view, with what is stored; where all
 * are looked at, looks for rows that no document gives, too. Throws where a store is away, and when aborted.
 */
export const checkContents = async (
  checking: ContentChecking,
  projection: Projection,
  chosen: Chosen,
  onProgress?: OnProgress,
): Promise<Contents> => {
  const look: Look = (document) => pathsOf(checking, projection, document);
  const differing = await lookAtEach(look, chosen.documents, checking.signal, onProgress);
  const strays =
    !isView(projection) || chosen.documents.length < chosen.of ? [] : await strayRows(checking, projection);
  for (const { documentId, rowId } of strays)
    differing.set(documentId, [...(differing.get(documentId) ?? []), `${rowId}/`]);
  return contentsOf(chosen, differing);
};

/** What differs is looked at again at the end: a projector may have been writing it. */
export const lookAtEach = async (
  look: Look,
  documents: readonly Followed[],
  signal: AbortSignal,
  onProgress?: OnProgress,
): Promise<Map<string, readonly string[]>> => {
  const suspects: Followed[] = [];
  for (const [index, document] of documents.entries()) {
    signal.throwIfAborted();
    if ((await look(document)).length > 0) suspects.push(document);
    onProgress?.((index + 1) / documents.length);
  }
  const looks = suspects.map(async (one) => [one.id, await look(one)] as const);
  return new Map((await Promise.all(looks)).filter(([, paths]) => paths.length > 0));
};

/** What is told of it. */
export const contentsOf = ({ documents, of }: Chosen, differing: ReadonlyMap<string, readonly string[]>): Contents => ({
  checked: documents.length,
  of,
  differingDocuments: differing.size,
  differing: [...differing].slice(0, mostNamed).map(([documentId, paths]) => ({ documentId, paths })),
});

/** So many documents, evenly spread over all of them; which they are moves with `start`. */
export const sampleOf = (documents: readonly Followed[], sample: number | null, start: number): readonly Followed[] => {
  if (sample === null || sample >= documents.length) return documents;
  const step = documents.length / sample;
  const offset = start % Math.ceil(step);
  return Array.from(
    { length: sample },
    (_, nth) => documents[Math.floor(nth * step + offset) % documents.length],
  ).filter((document) => document !== undefined);
};

/** Where a document, or a row of it, is not what its stream gives. */
const pathsOf = async (
  { database, readStream }: ContentChecking,
  projection: Projection,
  { id, stream }: Followed,
): Promise<readonly string[]> => {
  const of = foldOf(projection);
  const stored = await openCollection<Stored<object>>(database, of).findOne({ _id: id });
  if (!stored) return ['/'];
  const entries = (await readStream(stream, 0)).filter((entry) => placeOf(entry).revision <= stored.revision);
  const { stored: folded, derived } = fold(of, null, entries);
  if (!folded) return ['/'];
  return isView(projection)
    ? rowPathsOf(database, projection, { stored: folded, derived })
    : differences(stored, folded);
};

const rowPathsOf = async (database: Db, view: View, folded: Shown): Promise<readonly string[]> => {
  const rows = rowsOf(view, folded);
  if (rows.length === 0) return [];
  const found = await openCollection<StoredRow>(database, view)
    .find({ _id: { $in: rows.map(idOf) } })
    .toArray();
  const stored = new Map(found.map((row) => [idOf(row), contentOf(row)]));
  return rows.flatMap((row) => differences(stored.get(idOf(row)), contentOf(row)).map((path) => `${idOf(row)}${path}`));
};
