import { chainTextOf, genesisHash, type ChainHead, type HashText } from './chain.js';
import type { LoggedEvent } from './logged-event.js';

/**
 * What is wrong at an event. CHANGED: it is not what was hashed. DROPPED: events before it are missing. MOVED: it was written at
 * another revision of its stream. INSERTED: the event after it does not follow it, but the one before it. UNLINKED: it does not follow the
 * event before it. REPEATED: its revision was there before. FOREIGN: it carries no hash of this system.
 */
export const chainFaults = ['CHANGED', 'DROPPED', 'MOVED', 'INSERTED', 'UNLINKED', 'REPEATED', 'FOREIGN'] as const;
export type ChainFault = Readonly<{
  fault: (typeof chainFaults)[number];
  stream: string;
  revision: number;
  /** In words. */
  detail: string;
}>;

/** Where a stream stands: its last event, the hash before that, and by how much its revisions are less than those that were hashed. */
type Place = Readonly<{ revision: number; hash: string; before: string; shift: number }>;

const beginning: Place = { revision: -1, hash: genesisHash, before: genesisHash, shift: 0 };

/** How far around its revision an event is looked for that was written at another. */
const mostMoved = 8;

/** Recomputes the hash of every event and the chain of every stream, in the order of a log; keeps the last hashes of each stream. */
export class LogCheck {
  readonly #places = new Map<string, Place>();

  constructor(private readonly hashText: HashText) {}

  /** Whether a stream was met. */
  knows(stream: string): boolean {
    return this.#places.has(stream);
  }

  /** Takes the event before the first that will come of a stream as right: where a look goes on after an earlier one. */
  trust(stream: string, { revision, hash }: ChainHead): void {
    this.#places.set(stream, { ...beginning, revision, hash });
  }

  /** Takes the next event of the log; answers what is wrong, where something is. */
  take(event: LoggedEvent): ChainFault | null {
    const { stream, revision } = event;
    const place = this.#places.get(stream) ?? beginning;
    if (!isChained(event)) {
      this.#places.set(stream, { ...place, revision });
      return faultAt(event, 'FOREIGN', 'carries no hash: another program wrote it');
    }
    const shift = this.#shiftOf(event, place.shift);
    const fault =
      shift === null
        ? faultAt(event, 'CHANGED', 'is not what was hashed when it was written')
        : orderFault(event, place, shift);
    // What was moved here leaves the chain as it stood before it.
    if (fault?.fault === 'MOVED') this.#places.set(stream, { ...place, revision });
    else this.#places.set(stream, { revision, hash: event.hash, before: place.hash, shift: shift ?? place.shift });
    return fault;
  }

  /** By how much the revision that was hashed is more than the one it has now; null where no revision makes the hash. */
  #shiftOf(event: Chained, last: number): number | null {
    const { stream, revision, type, data, metadata, hash } = event;
    if (data === null) return null;
    const isHashedAt = (shift: number): boolean =>
      this.hashText(chainTextOf({ stream, revision: revision + shift, type, data, metadata })) === hash;
    if (isHashedAt(last)) return last;
    for (let distance = 1; distance <= mostMoved; distance += 1)
      for (const shift of [last + distance, last - distance]) if (isHashedAt(shift)) return shift;
    return null;
  }
}

type Chained = LoggedEvent & Readonly<{ metadata: string; prevHash: string; hash: string }>;

const isChained = (event: LoggedEvent): event is Chained =>
  event.metadata !== null && event.prevHash !== null && event.hash !== null;

const orderFault = (
  event: Chained,
  { revision, hash, before, shift: last }: Place,
  shift: number,
): ChainFault | null => {
  const { prevHash } = event;
  const missing = event.revision - revision - 1 + shift - last;
  if (event.revision <= revision) return faultAt(event, 'REPEATED', 'has a revision that was there before');
  if (prevHash === hash) return null;
  if (missing > 0 && shift >= last) return faultAt(event, 'DROPPED', `has ${counted(missing)} missing before it`);
  if (prevHash === before && last - shift <= 1) return insertedAt(event, revision);
  if (shift !== last) return faultAt(event, 'MOVED', `was written as revision ${event.revision + shift}`);
  return faultAt(event, 'UNLINKED', 'does not follow the event before it: one of them, or both, were written anew');
};

/** The event before it is the one that was put in; before the first event of a stream there is none. */
const insertedAt = (event: Chained, revision: number): ChainFault =>
  revision < 0
    ? faultAt(event, 'UNLINKED', 'does not begin its stream')
    : faultAt({ ...event, revision }, 'INSERTED', 'stands between two events that follow each other');

const counted = (events: number): string => (events === 1 ? '1 event' : `${events} events`);

const faultAt = (
  { stream, revision }: Pick<LoggedEvent, 'stream' | 'revision'>,
  fault: ChainFault['fault'],
  detail: string,
): ChainFault => ({ fault, stream, revision, detail: `event ${revision} of ${stream} ${detail}` });
