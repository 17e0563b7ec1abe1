import type { EventStore, StoredEvent } from '@app/event-store';
import type { Db } from 'mongodb';
import { loadPositions } from '../checkpoints.js';
import { openCollection } from '../fillings.js';
import { collectionOf, foldOf, idOf, isJoin, type Joined, type Projection } from '../projection.js';
import { countAgainstLog, markOf, type AgainstLog, type Certified, type Mark, type Marked } from './certificate.js';
import { logUntil, type OnProgress } from './log-until.js';

/** What certificates are made from. */
export type Books = Readonly<{ database: Db; log: Pick<EventStore, 'follow'>; signal: AbortSignal }>;

/** A projection that is to be verified. `sample` is how many of its documents are folded anew; null for all. */
export type Asked = Readonly<{ projection: Projection; sample: number | null }>;

/** What was asked, with what was counted. */
export type AskedCertified = Asked & Certified;

/**
 * Counts what the documents of projections (of a view: those that it shows) say that they applied against the log, read once from its
 * beginning for all of them; answers in the order asked. Holds a mark for each document, some hundred bytes, however long the log
 * is. May run beside a projector: an event that is not due yet, past the checkpoint as it stood first, counts where a document
 * has it, and else not at all. Throws where a store is away, and when aborted.
 */
export const certify = async (
  books: Books,
  asked: readonly Asked[],
  onProgress?: OnProgress,
): Promise<readonly AskedCertified[]> => {
  const positions = await loadPositions(
    books.database,
    asked.map(({ projection }) => projection),
  );
  const counts = new Map<string, AgainstLog>();
  const certified: (() => AskedCertified)[] = [];
  for (const [index, one] of asked.entries()) {
    const documents = documentsOf(one.projection);
    const count = counts.get(collectionOf(documents)) ?? countAgainstLog(await markedOf(books.database, documents));
    counts.set(collectionOf(documents), count);
    const certificate = count.certify(positions[index] ?? null);
    certified.push(() => ({ ...one, ...certificate() }));
  }
  await countLog(books, [...counts.values()], onProgress);
  return certified.map((made) => made());
};

/** What keeps the documents: the projection itself, or the fold that a view shows. */
const documentsOf = (projection: Projection) => (isJoin(projection) ? projection : foldOf(projection));

type Documents = ReturnType<typeof documentsOf>;

const markedOf = async (database: Db, documents: Documents): Promise<Marked> => {
  const marks = new Map<string, Mark>();
  const found = openCollection<Joined>(database, documents)
    .find({}, { projection: { position: 1, tally: 1, streams: 1 } })
    .map((document): Joined => document as Joined);
  for await (const document of found) marks.set(idOf(document), markOf(document));
  return { prefixes: documents.streams, marks, followers: followersOf(documents, marks) };
};

/** An event counts in the document of its stream; in a join, in each document that joins its stream. */
const followersOf = (documents: Documents, marks: ReadonlyMap<string, Mark>): Marked['followers'] => {
  if (!isJoin(documents)) return (event) => [marks.get(documents.idOf(event))];
  const madeOf = new Map<string, Mark[]>();
  for (const mark of marks.values())
    for (const stream of mark.streams) {
      const others = madeOf.get(stream);
      if (others) others.push(mark);
      else madeOf.set(stream, [mark]);
    }
  const { own } = documents;
  // What nothing joins does not count.
  return ({ stream }) => (stream.startsWith(own) ? [marks.get(stream.slice(own.length))] : (madeOf.get(stream) ?? []));
};

/** Reads the log once, as far as anything is due or included. */
const countLog = (
  { log, signal }: Books,
  counts: readonly AgainstLog[],
  onProgress: OnProgress | undefined,
): Promise<void> => {
  const prefixes = [...new Set(counts.flatMap((count) => count.prefixes))];
  const until = Math.max(...counts.map((count) => count.until()));
  const take = (event: StoredEvent): void => {
    for (const count of counts) count.take(event);
  };
  return logUntil(log, { prefixes, until, signal }, take, onProgress);
};
