import { NotCanonical } from './canonical-json.js';
import { chainText, genesis, genesisHash, type ChainHead, type HashText } from './chain.js';

/** An event as a log holds it, whoever wrote it: its metadata may lack what the chain needs. */
export type LoggedEvent = Readonly<{
  stream: string;
  revision: number;
  type: string;
  data: unknown;
  metadata: Readonly<{ prevHash?: unknown; hash?: unknown }>;
}>;

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

/** Where a stream stands: its last event, the one before it, and by how much its revisions are less than those that were hashed. */
type Place = Readonly<{ head: ChainHead; before: string; shift: number }>;

const beginning: Place = { head: genesis, before: genesisHash, shift: 0 };

/** How far around its revision an event is looked for that was written at another. */
const mostMoved = 8;

/** Recomputes the hash of every event and the chain of every stream, in the order of a log; keeps the last hash of each stream. */
export class LogCheck {
  readonly #places = new Map<string, Place>();

  constructor(private readonly hashText: HashText) {}

  /** Whether a stream was met. */
  knows(stream: string): boolean {
    return this.#places.has(stream);
  }

  /** Takes the event before the first that will come of a stream as right: where a look goes on after an earlier one. */
  trust(stream: string, head: ChainHead): void {
    this.#places.set(stream, { head, before: genesisHash, shift: 0 });
  }

  /** Takes the next event of the log; answers what is wrong, where something is. */
  take(event: LoggedEvent): ChainFault | null {
    const { stream, revision, metadata } = event;
    const place = this.#places.get(stream) ?? beginning;
    const { prevHash, hash } = metadata;
    if (typeof prevHash !== 'string' || typeof hash !== 'string') {
      this.#go(stream, { ...place, head: { revision, hash: place.head.hash } });
      return faultAt(event, 'FOREIGN', 'carries no hash: another program wrote it');
    }
    const links = { ...event, metadata: { ...metadata, prevHash, hash } };
    const shift = this.#shiftOf(links, place.shift);
    const fault =
      shift === null
        ? faultAt(event, 'CHANGED', 'is not what was hashed when it was written')
        : orderFault(links, place, shift);
    // What was moved here leaves the chain as it stood before it.
    if (fault?.fault === 'MOVED') this.#go(stream, { ...place, head: { revision, hash: place.head.hash } });
    else this.#go(stream, { head: { revision, hash }, before: place.head.hash, shift: shift ?? place.shift });
    return fault;
  }

  #go(stream: string, place: Place): void {
    this.#places.set(stream, place);
  }

  /** By how much the revision that was hashed is more than the one it has now; null where no revision makes the hash. */
  #shiftOf(event: Chained, last: number): number | null {
    if (this.#isHashedAt(event, last)) return last;
    for (let distance = 1; distance <= mostMoved; distance += 1)
      for (const shift of [last + distance, last - distance]) if (this.#isHashedAt(event, shift)) return shift;
    return null;
  }

  #isHashedAt(event: Chained, shift: number): boolean {
    try {
      return this.hashText(chainText({ ...event, revision: event.revision + shift })) === event.metadata.hash;
    } catch (error) {
      if (error instanceof NotCanonical) return false;
      throw error;
    }
  }
}

type Chained = LoggedEvent & Readonly<{ metadata: Readonly<{ prevHash: string; hash: string }> }>;

const orderFault = (event: Chained, { head, before, shift: last }: Place, shift: number): ChainFault | null => {
  const { prevHash } = event.metadata;
  const missing = event.revision - head.revision - 1 + shift - last;
  if (event.revision <= head.revision) return faultAt(event, 'REPEATED', 'has a revision that was there before');
  if (prevHash === head.hash) return null;
  if (missing > 0 && shift >= last) return faultAt(event, 'DROPPED', `has ${counted(missing)} missing before it`);
  if (prevHash === before && last - shift <= 1) return insertedAt(event, head);
  if (shift !== last) return faultAt(event, 'MOVED', `was written as revision ${event.revision + shift}`);
  return faultAt(event, 'UNLINKED', 'does not follow the event before it: one of them, or both, were written anew');
};

/** The event before it is the one that was put in; before the first event of a stream there is none. */
const insertedAt = (event: Chained, { revision }: ChainHead): ChainFault =>
  revision < 0
    ? faultAt(event, 'UNLINKED', 'does not begin its stream')
    : faultAt({ ...event, revision }, 'INSERTED', 'stands between two events that follow each other');

const counted = (events: number): string => (events === 1 ? '1 event' : `${events} events`);

const faultAt = (
  { stream, revision }: Pick<LoggedEvent, 'stream' | 'revision'>,
  fault: ChainFault['fault'],
  detail: string,
): ChainFault => ({ fault, stream, revision, detail: `event ${revision} of ${stream} ${detail}` });
