import type { EventStore, StoredEvent } from '@app/event-store';
import type { Db } from 'mongodb';
import { loadPositions } from '../checkpoints.js';
import { openCollection } from '../fillings.js';
import { idOf, foldOf, type Fold, type Projection, type Stored } from '../projection.js';
import { digestOf, hexOf, lessOf, numberOf, sumOf, type Tally } from '../tally.js';
import { logUntil, type OnProgress } from './log-until.js';
import { missingRanges, type MissingRange } from './missing-ranges.js';

/** What a projection applied, against what the log holds. */
export type Certificate = Readonly<{
  /** Every event up to here ought to be in the documents; null before the first. */
  position: number | null;
  log: Tally;
  applied: Tally;
  /** How many events are not in the documents, and where, at most 100 runs. */
  missingEvents: number;
  missing: readonly MissingRange[];
  /** Documents whose events are not those of their streams, at most 100. */
  differing: readonly string[];
  /** Whether the documents hold every event of the log once, and nothing else. */
  complete: boolean;
}>;

/** A document of which the log knows: its id, and the stream that it follows. */
export type Followed = Readonly<{ id: string; stream: string }>;

/** A certificate, and the documents that it is about, in order of `id`. */
export type Certified = Readonly<{ certificate: Certificate; documents: readonly Followed[] }>;

/** What certificates are made from. */
export type Books = Readonly<{ database: Db; log: Pick<EventStore, 'follow'>; signal: AbortSignal }>;

const mostNamed = 100;

/**
 * Counts what the documents (of a view: those that it shows) say that they applied against the log, read from its beginning. May run beside a projector: an
 * event that is not due yet, past the checkpoint as it stood first, counts where a document has it, and else not at all.
 * Throws where a store is away, and when aborted.
 */
export const certify = async (books: Books, projection: Projection, onProgress?: OnProgress): Promise<Certified> => {
  const [position = null] = await loadPositions(books.database, [projection]);
  const fold = foldOf(projection);
  const marks = await loadMarks(books.database, fold);
  const followers = (event: StoredEvent) => [marks.get(fold.idOf(event))];
  return certifyMarks(books, { prefixes: projection.streams, position, marks, followers }, onProgress);
};

/** What is certified: which streams it is made of, up to where they ought to be in it, and the documents that follow an event: undefined for one that is not there. */
export type Certifying = Readonly<{
  prefixes: readonly string[];
  position: number | null;
  marks: Marks;
  followers: (event: StoredEvent) => readonly (Mark | undefined)[];
}>;

/** As `certify`, for documents whatever they follow. */
export const certifyMarks = async (
  books: Books,
  { prefixes, position, marks, followers }: Certifying,
  onProgress?: OnProgress,
): Promise<Certified> => {
  const applied = totalOf(marks);
  const count = counting(followers, position);
  const until = [...marks.values()].reduce((most, mark) => Math.max(most, mark.position), position ?? -1);
  await logUntil(books.log, { prefixes, until, signal: books.signal }, count.take, onProgress);
  return certified(position, applied, count.result(), marks);
};

/** What a document says of itself; what the log does not explain of it is left over at the end. */
export type Mark = { position: number; count: number; digest: bigint; stream: string | null };
export type Marks = ReadonlyMap<string, Mark>;

/** What a document bears, to be taken down as a mark. */
export const markOf = ({ position, tally }: Readonly<{ position: number; tally?: Tally }>): Mark => ({
  position,
  count: tally?.count ?? 0,
  digest: numberOf(tally?.digest ?? '0'),
  stream: null,
});

const loadMarks = async (database: Db, fold: Fold): Promise<Marks> => {
  const marks = new Map<string, Mark>();
  const found = openCollection<Stored<object>>(database, fold)
    .find({}, { projection: { position: 1, tally: 1 } })
    .map((document): Stored<object> => document as Stored<object>);
  for await (const document of found) marks.set(idOf(document), markOf(document));
  return marks;
};

const totalOf = (marks: Marks): Tally => {
  let count = 0;
  let digest = 0n;
  for (const mark of marks.values()) {
    count += mark.count;
    digest = sumOf(digest, mark.digest);
  }
  return { count, digest: hexOf(digest) };
};

type Counted = Readonly<{ log: Tally; missingEvents: number; missing: readonly MissingRange[] }>;

/** Takes the log's events one by one: takes each off the document that has it, or notes it as missing. */
const counting = (followers: Certifying['followers'], due: number | null) => {
  const ranges = missingRanges(mostNamed);
  let count = 0;
  let digest = 0n;
  const takeInto = (mark: Mark | undefined, event: StoredEvent): void => {
    const has = mark !== undefined && event.position <= mark.position;
    if (mark) mark.stream ??= event.stream;
    if (!has && event.position > (due ?? -1)) return;
    const own = digestOf(event.id);
    count += 1;
    digest = sumOf(digest, own);
    ranges.note(event.position, !has);
    if (!has) return;
    mark.count -= 1;
    mark.digest = lessOf(mark.digest, own);
  };
  const take = (event: StoredEvent): void => {
    for (const mark of followers(event)) takeInto(mark, event);
  };
  return { take, result: (): Counted => ({ log: { count, digest: hexOf(digest) }, ...ranges.result() }) };
};

const certified = (position: number | null, applied: Tally, { log, ...missing }: Counted, marks: Marks): Certified => {
  const ids = [...marks.keys()].sort();
  const differing = ids.filter((id) => isLeftOver(marks.get(id)));
  const complete = missing.missingEvents === 0 && differing.length === 0 && log.digest === applied.digest;
  return {
    certificate: { position, log, applied, ...missing, differing: differing.slice(0, mostNamed), complete },
    documents: ids.flatMap((id) => followed(id, marks.get(id))),
  };
};

const isLeftOver = (mark: Mark | undefined): boolean => mark?.count !== 0 || mark.digest !== 0n;

const followed = (id: string, mark: Mark | undefined): readonly Followed[] =>
  mark?.stream ? [{ id, stream: mark.stream }] : [];
