import { openCollection, type FoundFilling } from '../fillings.js';
import { madeAnew, streamOf } from '../joins/make-joined.js';
import { idOf, placeOf, type Join, type Joined } from '../projection.js';
import type { Engine } from '../take-in.js';
import type { Pair } from './row-pairs.js';

export type JoinSides = Pick<Engine, 'database' | 'readStream'> &
  Readonly<{
    join: Join;
    older: FoundFilling;
    /** How far the older version had come. */
    reached: number;
    signal: AbortSignal;
  }>;

/** A document but for what is the engine's; the position stays, since it says up to where it goes. */
const contentOf = ({ streams: _streams, revision: _revision, tally: _tally, ...content }: Joined): object => content;

/** Every document of the older version, and what this one has of it up to the same position; and those that the older one lacks, as far as it had come. */
export async function* joinPairs(sides: JoinSides): AsyncGenerator<readonly [string, Pair]> {
  yield* pairsOfOlder(sides);
  yield* pairsOfNew(sides);
}

async function* pairsOfOlder({ database, readStream, join, older, signal }: JoinSides) {
  const freshes = openCollection<Joined>(database, join);
  for await (const old of openCollection<Joined>(database, older).find().sort({ _id: 1 })) {
    signal.throwIfAborted();
    // What the driver gives of a collection is what was written to it.
    const document = old as Joined;
    const stored = await freshes.findOne({ _id: idOf(document) });
    const fresh = stored?.position === document.position ? stored : await madeAnew(readStream, join, document);
    yield [idOf(document), [contentOf(document), fresh && contentOf(fresh)]] as const;
  }
}

async function* pairsOfNew({ database, readStream, join, older, reached, signal }: JoinSides) {
  const olds = openCollection<Joined>(database, older);
  for await (const fresh of openCollection<Joined>(database, join).find().sort({ _id: 1 })) {
    signal.throwIfAborted();
    const document = fresh as Joined;
    if ((await olds.findOne({ _id: idOf(document) })) !== null) continue;
    const [first] = await readStream(streamOf(join, idOf(document)), 0);
    if (first && placeOf(first).position <= reached) yield [idOf(document), [null, contentOf(document)]] as const;
  }
}
