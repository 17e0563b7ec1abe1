import type { EventStore, StoredEvent } from '@app/event-store';
import type { Db } from 'mongodb';
import { loadPositions } from '../checkpoints.js';
import { openCollection } from '../fillings.js';
import { collectionOf, foldOf, idOf, type Fold, type Projection, type Stored } from '../projection.js';
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
    const fold = foldOf(one.projection);
    const count = counts.get(collectionOf(fold)) ?? countAgainstLog(await markedOf(books.database, fold));
    counts.set(collectionOf(fold), count);
    const certificate = count.certify(positions[index] ?? null);
    certified.push(() => ({ ...one, ...certificate() }));
  }
  await countLog(books, [...counts.values()], onProgress);
  return certified.map((made) => made());
};

/** As `certify`, for documents whatever they follow, and a log that ought to be in them up to a position. */
export const certifyMarks = async (
  books: Books,
  { position, ...marked }: Marked & Readonly<{ position: number | null }>,
  onProgress?: OnProgress,
): Promise<Certified> => {
  const count = countAgainstLog(marked);
  const certificate = count.certify(position);
  await countLog(books, [count], onProgress);
  return certificate();
};

const markedOf = async (database: Db, fold: Fold): Promise<Marked> => {
  const marks = new Map<string, Mark>();
  const found = openCollection<Stored<object>>(database, fold)
    .find({}, { projection: { position: 1, tally: 1 } })
    .map((document): Stored<object> => document as Stored<object>);
  for await (const document of found) marks.set(idOf(document), markOf(document));
  return { prefixes: fold.streams, marks, followers: (event) => [marks.get(fold.idOf(event))] };
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
