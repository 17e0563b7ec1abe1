import type { Db } from 'mongodb';
import { openCollection } from '../fillings.js';
import { isView, type Projection, type View } from '../projection.js';
import type { StreamReader } from '../stream-reader.js';
import type { Followed } from './certificate.js';
import type { AskedCertified } from './certify.js';
import type { OnProgress } from './log-until.js';
import { lookAtPage, type Wanted } from './look-at-page.js';
import { lookTwice, type LookAt } from './look-twice.js';
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

/**
 * Folds documents anew from their streams, as far as they say to go, each stream once for all projections, and compares them, or the rows of
 * views, with what is stored; where all of a view are looked at, looks for rows that no document gives, too. Which documents a sample
 * holds moves with `start`. Holds the names of what is looked at, one page of documents with their streams, and what differs. Throws where a store
 * is away, and when aborted.
 */
export const checkContents = async (
  checking: ContentChecking,
  certified: readonly AskedCertified[],
  start: number,
  onProgress?: OnProgress,
): Promise<readonly (AskedCertified & Readonly<{ contents: Contents }>)[]> => {
  const asked = certified.map((one) => ({ ...one, chosen: chosenOf(one, start) }));
  const wanted = asked
    .flatMap(({ projection, chosen }) => chosen.documents.map((one): Wanted => ({ ...one, projection })))
    .sort(byStream);
  const given = new Map<Projection, number>();
  const look: LookAt<Wanted> = async (page, again) => {
    const looks = await lookAtPage(checking, page);
    if (!again) for (const { projection, rows } of looks) given.set(projection, (given.get(projection) ?? 0) + rows);
    return looks;
  };
  const found = await lookTwice(look, wanted, checking.signal, onProgress);
  const checked = [];
  for (const { chosen, ...one } of asked) {
    const { projection } = one;
    const own = found.filter((seen) => seen.projection === projection);
    const differing = new Map(own.map(({ id, paths }) => [id, paths]));
    if (isView(projection) && chosen.documents.length === chosen.of)
      await addStrays(checking, projection, given.get(projection) ?? 0, differing);
    checked.push({ ...one, contents: contentsOf(chosen, differing) });
  }
  return checked;
};

const chosenOf = ({ documents, sample }: AskedCertified, start: number): Chosen => ({
  documents: sampleOf(documents, sample, start),
  of: documents.length,
});

/** What is made of one stream comes together. */
const byStream = (one: Followed, other: Followed): number =>
  Number(one.stream > other.stream) - Number(one.stream < other.stream);

/** Notes the rows of a view that no document gives. Where nothing differs and there are as many rows as are given, there is none. */
const addStrays = async (
  checking: ContentChecking,
  view: View,
  given: number,
  differing: Map<string, readonly string[]>,
): Promise<void> => {
  if (differing.size === 0 && (await openCollection(checking.database, view).countDocuments()) === given) return;
  for (const { documentId, rowId } of await strayRows(checking, view))
    differing.set(documentId, [...(differing.get(documentId) ?? []), `${rowId}/`]);
};

/** What is told of it. */
const contentsOf = ({ documents, of }: Chosen, differing: ReadonlyMap<string, readonly string[]>): Contents => ({
  checked: documents.length,
  of,
  differingDocuments: differing.size,
  differing: [...differing].slice(0, mostNamed).map(([documentId, paths]) => ({ documentId, paths })),
});

/** So many documents, evenly spread over all of them; which they are moves with `start`. */
const sampleOf = (documents: readonly Followed[], sample: number | null, start: number): readonly Followed[] => {
  if (sample === null || sample >= documents.length) return documents;
  const step = documents.length / sample;
  const offset = start % Math.ceil(step);
  return Array.from(
    { length: sample },
    (_, nth) => documents[Math.floor(nth * step + offset) % documents.length],
  ).filter((document) => document !== undefined);
};
