import type { StoredEvent } from '@app/event-store';
import type { Joined } from '../projection.js';
import { digestOf, hexOf, lessOf, numberOf, sumOf, type Tally } from '../tally.js';
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

/** A certificate, and the documents that it is about, in order of `id`: one list for all that show the same documents. */
export type Certified = Readonly<{ certificate: Certificate; documents: readonly Followed[] }>;

/** What a document says of itself; what the log does not explain of it is left over at the end. */
export type Mark = {
  position: number;
  count: number;
  digest: bigint;
  stream: string | null;
  /** Those that a document of a join is made of. */
  streams: readonly string[];
};
export type Marks = ReadonlyMap<string, Mark>;

/** What a document bears, to be taken down as a mark. */
export const markOf = ({ position, tally, streams = [] }: Partial<Joined> & Pick<Joined, 'position'>): Mark => ({
  position,
  count: tally?.count ?? 0,
  digest: numberOf(tally?.digest ?? '0'),
  stream: null,
  streams,
});

/** Documents with a mark each, the streams that they are made of, and those of them that follow an event: undefined for one that is not there. */
export type Marked = Readonly<{
  prefixes: readonly string[];
  marks: Marks;
  followers: (event: StoredEvent) => readonly (Mark | undefined)[];
}>;

/** Documents that are counted against the log, once for all projections that are made of them. */
export type AgainstLog = Readonly<{
  prefixes: readonly string[];
  /** The last position that is due, or that a document includes; -1 where there is none. */
  until: () => number;
  /** Begins a certificate of what was due up to a position, to be asked for at the end of the log. */
  certify: (due: number | null) => () => Certified;
  /** Takes the log's events one by one: takes each off the documents that have it, and enters it for each certificate. */
  take: (event: StoredEvent) => void;
}>;

const mostNamed = 100;

/** Begins to count documents against the log. */
export const countAgainstLog = ({ prefixes, marks, followers }: Marked): AgainstLog => {
  const applied = totalOf(marks);
  const ledgers: Ledger[] = [];
  let until = [...marks.values()].reduce((most, { position }) => Math.max(most, position), -1);
  let left: Left | null = null;
  return {
    prefixes,
    until: () => until,
    certify: (due) => {
      until = Math.max(until, due ?? -1);
      const ledger = ledgerUpTo(due);
      ledgers.push(ledger);
      return () => {
        left ??= leftOf(marks);
        return { certificate: certificateOf(due, applied, ledger, left.differing), documents: left.documents };
      };
    },
    take: (event) => {
      if (!prefixes.some((prefix) => event.stream.startsWith(prefix))) return;
      const own = digestOf(event.id);
      for (const mark of followers(event)) {
        const has = mark !== undefined && takeOff(mark, event, own);
        for (const ledger of ledgers) ledger.enter(event.position, own, has);
      }
    },
  };
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

/** Takes an event off what a document has; false where it has not come so far. */
const takeOff = (mark: Mark, event: StoredEvent, own: bigint): boolean => {
  mark.stream ??= event.stream;
  if (event.position > mark.position) return false;
  mark.count -= 1;
  mark.digest = lessOf(mark.digest, own);
  return true;
};

type Ledger = ReturnType<typeof ledgerUpTo>;

/** What the log holds, and what of it is missing: an event past what is due counts where a document has it. */
const ledgerUpTo = (due: number | null) => {
  const ranges = missingRanges(mostNamed);
  let count = 0;
  let digest = 0n;
  return {
    enter: (position: number, own: bigint, has: boolean): void => {
      if (!has && position > (due ?? -1)) return;
      count += 1;
      digest = sumOf(digest, own);
      ranges.note(position, !has);
    },
    result: () => ({ log: { count, digest: hexOf(digest) }, ...ranges.result() }),
  };
};

const certificateOf = (
  position: number | null,
  applied: Tally,
  ledger: Ledger,
  differing: readonly string[],
): Certificate => {
  const { log, ...missing } = ledger.result();
  const complete = missing.missingEvents === 0 && differing.length === 0 && log.digest === applied.digest;
  return { position, log, applied, ...missing, differing: differing.slice(0, mostNamed), complete };
};

/** The documents that the log does not explain, and those that it knows, in order of `id`. */
type Left = Readonly<{ differing: readonly string[]; documents: readonly Followed[] }>;

const leftOf = (marks: Marks): Left => {
  const inOrder = [...marks].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    differing: inOrder.flatMap(([id, { count, digest }]) => (count === 0 && digest === 0n ? [] : [id])),
    documents: inOrder.flatMap(([id, { stream }]) => (stream === null ? [] : [{ id, stream }])),
  };
};
