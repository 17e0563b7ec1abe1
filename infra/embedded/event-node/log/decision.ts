/** The revision that a writer expects its stream to be at: exact (-1 for a stream without events), or not exact. */
export type Expected = number | 'any' | 'stream_exists';

/** What a stream looks like to someone about to append. */
export type StreamView = Readonly<{
  /** Revision of the last event, the ones still on their way to the disk included; -1 for none. */
  head: number;
  /** Revision of the last event that is on the disk; -1 for none. */
  durable: number;
  /** Revision of the event with this id if this process remembers writing it to this stream. */
  remembered: (id: string) => number | null;
  /** Whether the durable event at this revision has this id. */
  isAt: (id: string, revision: number) => boolean;
}>;

export type Decision =
  | Readonly<{ kind: 'write' }>
  /** All of it is there already; the revision is that of its last event. */
  | Readonly<{ kind: 'repeat'; revision: number }>
  /** It is there, but not on the disk yet. */
  | Readonly<{ kind: 'in-flight' }>
  | Readonly<{ kind: 'wrong-revision' }>;

/** What becomes of an append: the real server's rules of optimistic concurrency and idempotency. */
export const decideAppend = (expected: Expected, ids: readonly string[], stream: StreamView): Decision => {
  if (expected === 'stream_exists' && stream.head < 0) return { kind: 'wrong-revision' };
  if (typeof expected === 'string') return decideInexact(ids, stream);
  if (expected === stream.head) return { kind: 'write' };
  if (expected > stream.head) return { kind: 'wrong-revision' };
  const isRepeat = ids.every((id, index) => isThere(id, expected + 1 + index, stream));
  return isRepeat ? repeat(expected + ids.length, stream) : { kind: 'wrong-revision' };
};

/** Memory alone decides; known first and unknown later is a conflict. */
const decideInexact = (ids: readonly string[], stream: StreamView): Decision => {
  const revisions = ids.map(stream.remembered);
  if (revisions[0] === null) return { kind: 'write' };
  const last = revisions.at(-1);
  if (revisions.includes(null) || last === null || last === undefined) return { kind: 'wrong-revision' };
  return repeat(last, stream);
};

const isThere = (id: string, revision: number, stream: StreamView): boolean =>
  stream.remembered(id) === revision || (revision <= stream.durable && stream.isAt(id, revision));

const repeat = (revision: number, stream: StreamView): Decision =>
  revision <= stream.durable ? { kind: 'repeat', revision } : { kind: 'in-flight' };

type KnownEvent = Readonly<{ stream: string; revision: number }>;

/**
 * The event ids written lately, by this process only: as on the real server, what makes a retry under `any` harmless is memory,
 * lost with a restart and bounded in between.
 */
export class RecentIds {
  private readonly known = new Map<string, KnownEvent>();

  constructor(private readonly limit: number) {}

  add(id: string, event: KnownEvent): void {
    this.known.delete(id);
    this.known.set(id, event);
    if (this.known.size <= this.limit) return;
    const oldest = this.known.keys().next();
    if (!oldest.done) this.known.delete(oldest.value);
  }

  find(id: string, stream: string): number | null {
    const event = this.known.get(id);
    return event?.stream === stream ? event.revision : null;
  }
}
