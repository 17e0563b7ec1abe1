import { once } from 'node:events';
import type { LogBatch, Position, Recorded, UndecodableEvent } from '@app/event-store';
import { placeOf, type LogEntry } from '../engine/projection.js';
import type { StreamReader } from '../engine/stream-reader.js';
import { paidCase, rejectedCase } from './case-history.js';
import { recorder } from './recorded.js';

/** A log of so many cases, the events of eight at a time among each other, each with a claim on its dwelling. */
export const logOfCases = (cases: number): readonly Recorded[] => {
  const record = recorder();
  const log: Recorded[] = [];
  for (let first = 0; first < cases; first += 8) {
    const group = Array.from({ length: Math.min(8, cases - first) }, (_, index) => `c${first + index}`);
    for (const caseId of group) log.push(...record(`dwelling-d-${caseId}`, [claimOf(caseId)]));
    const histories = group.map(
      (caseId, index) => [caseId, index % 3 === 2 ? rejectedCase(caseId) : paidCase(caseId)] as const,
    );
    for (let step = 0; step < 20; step += 1)
      for (const [caseId, events] of histories) log.push(...record(`case-${caseId}`, events.slice(step, step + 1)));
  }
  return log;
};

const claimOf = (caseId: string) =>
  ({
    type: 'DwellingClaimed',
    data: { dwellingId: `d-${caseId}`, caseId, at: '2024-03-04T10:00:00+05:00' },
  }) as const;

/** A log that hands out its entries in batches of a size, and then waits. */
export const readerOf = (entries: readonly LogEntry[], size: number): Unfiltered =>
  async function* (after, signal) {
    const left = entries.filter((entry) => placeOf(entry).position > (after ?? -1));
    for (let from = 0; from < left.length && !signal.aborted; from += size)
      yield batchOf(left.slice(from, from + size), from + size >= left.length);
    if (left.length === 0) yield { ...batchOf([], true), position: after };
    if (!signal.aborted) await once(signal, 'abort');
  };

/** Hands out what is not wanted, too. */
type Unfiltered = (after: Position | null, signal: AbortSignal) => AsyncIterable<LogBatch>;

/** The streams of the same log. */
export const streamsOf =
  (entries: readonly LogEntry[]): StreamReader =>
  async (stream, fromRevision) =>
    entries.filter((entry) => placeOf(entry).stream === stream && placeOf(entry).revision >= fromRevision);

export const batchOf = (entries: readonly LogEntry[], caughtUp = false): LogBatch => ({
  events: entries.filter((entry): entry is Recorded => !(entry instanceof Error)),
  undecodable: entries.filter((entry): entry is UndecodableEvent => entry instanceof Error),
  position: entries.length === 0 ? null : placeOf(entries[entries.length - 1]!).position,
  caughtUp,
});
