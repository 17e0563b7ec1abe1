import { createHash } from 'node:crypto';
import { samples } from '@app/domain';
import type { Codec, EncodedEvent, EventStore } from '@app/event-store';
import { v5 as uuidOf } from 'uuid';
import type { CaseNumber } from './case-plan.js';
import { chanceOf } from './chance.js';
import { encodeStream, streamsOfCase } from './streams.js';
import { appendSurely, surely } from './write-surely.js';

/** A load of cases: the same name, number and days give the same cases. */
export type Caseload = Readonly<{
  /** Names the load; its cases' ids follow from it. */
  run: string;
  cases: number;
  /** Filed from this day on, `YYYY-MM-DD`, evenly until `until` (ISO 8601), after which nothing is recorded. */
  from: string;
  until: string;
}>;

/** What was written; `existing` streams were there already and stayed as they are. */
export type Loaded = Readonly<{
  cases: number;
  streams: number;
  events: number;
  existing: number;
  lastPosition: number;
}>;

type Loading = Readonly<{
  store: EventStore;
  codec: Codec;
  /** How many cases are written at once. */
  inFlight: number;
  /** Whether each deed is an append of its own, as in life, instead of a stream at a time. */
  deedByDeed?: boolean;
  /** Told after each case; no further case begins once it answers true. */
  isEnough?: (loaded: Loaded) => boolean;
}>;

/**
 * Writes a load of cases through the store, so many at once. One that was interrupted between two streams is gone on with by
 * asking for the same again. Throws what the store and the vault throw.
 */
export const writeCaseload = async (load: Caseload, loading: Loading): Promise<Loaded> => {
  let loaded: Loaded = { cases: 0, streams: 0, events: 0, existing: 0, lastPosition: 0 };
  let next = 0;
  let ended = false;
  const lane = async (): Promise<void> => {
    while (next < load.cases && !ended) {
      next += 1;
      const written = await writeCase(load, next - 1, loading);
      loaded = written.reduce(withStream, { ...loaded, cases: loaded.cases + 1 });
      ended ||= loading.isEnough?.(loaded) ?? false;
    }
  };
  const stopAll = (error: unknown): never => {
    ended = true;
    throw error;
  };
  await Promise.all(Array.from({ length: loading.inFlight }, () => lane().catch(stopAll)));
  return loaded;
};

/** The n-th case of a load, from 0. */
export const caseNumber = ({ run, cases, from, until }: Caseload, n: number): CaseNumber => {
  const { workingDate, workingDayNumber } = samples;
  const first = workingDayNumber(from);
  const days = workingDayNumber(until.slice(0, 10)) - first;
  const filedOn = workingDate(first + Math.floor((days * n) / cases)) ?? from;
  return {
    n,
    caseId: uuidOf(`${run} ${n}`, idsOfCases),
    complaintId: uuidOf(`${run} ${n} complaint`, idsOfCases),
    filedOn,
    chance: chanceOf(seedOf(run) ^ Math.imul(n + 1, 2_654_435_761)),
  };
};

/** The name space of the ids of such cases. */
const idsOfCases = '5d1f4d0e-9a5e-5d1c-8a3f-2f6f7a0c9b11';

const seedOf = (run: string): number => createHash('sha256').update(run).digest().readUInt32LE();

/** One stream that was written; null where it was there already. */
type Written = Readonly<{ events: number; position: number }> | null;

const withStream = (loaded: Loaded, written: Written): Loaded =>
  written === null
    ? { ...loaded, existing: loaded.existing + 1 }
    : {
        ...loaded,
        streams: loaded.streams + 1,
        events: loaded.events + written.events,
        lastPosition: Math.max(loaded.lastPosition, written.position),
      };

const writeCase = async (load: Caseload, n: number, { store, codec, deedByDeed }: Loading): Promise<Written[]> => {
  const written: Written[] = [];
  for (const planned of streamsOfCase(caseNumber(load, n), load.until)) {
    const deeds = await surely(() => encodeStream(codec, planned));
    written.push(await writeStream(store, planned.stream, deedByDeed ? deeds : [deeds.flat()]));
  }
  return written;
};

const writeStream = async (
  store: EventStore,
  stream: string,
  appends: readonly (readonly EncodedEvent[])[],
): Promise<Written> => {
  let events = 0;
  let position = 0;
  for (const append of appends) {
    const written = await appendSurely(store, { stream, revision: events, events: append });
    if (written === null && events === 0) return null;
    if (written === null) throw new Error(`${stream} holds what is not of this load after its revision ${events - 1}`);
    position = written;
    events += append.length;
  }
  return { events, position };
};
