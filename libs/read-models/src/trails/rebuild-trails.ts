import type { EventStore } from '@app/event-store';
import type { Collection } from 'mongodb';
import type { Engine } from '../engine/take-in.js';
import type { Job } from '../engine/jobs/job.js';
import { pause } from '../engine/pause.js';
import type { Comparison } from '../engine/rebuild/compare.js';
import { differences } from '../engine/verify/differences.js';
import { logUntil, type OnProgress } from '../engine/verify/log-until.js';
import { loadMark, noteComparison, trailsOf, type StoredTrail } from './stored-trails.js';
import { readHistories, trailDocument } from './trail-document.js';
import { storedIds, writeTrail } from './write-trail.js';

export type RebuildingTrails = Engine & Readonly<{ log: Pick<EventStore, 'follow'>; signal: AbortSignal }>;

const mostNamed = 100;

/**
 * Makes every trail anew from the log and puts it in the place of one that differs; drops those of complaints that the log does
 * not have. Each is one document and one write, so that nobody reads half of it. Says which differed. May be begun again.
 * Throws where a store is away, and when aborted.
 */
export const rebuildTrails = async (
  rebuilding: RebuildingTrails,
  { eventsPerSecond }: Pick<Job, 'eventsPerSecond'>,
  onProgress: OnProgress,
): Promise<void> => {
  const { database, signal } = rebuilding;
  const position = (await loadMark(database))?.position;
  if (position === undefined) return;
  const ids = await allIds(rebuilding);
  const differing: Comparison['differing'][number][] = [];
  for (const [index, documentId] of ids.entries()) {
    signal.throwIfAborted();
    const started = performance.now();
    const { paths, events } = await mend(rebuilding, documentId, position);
    if (paths.length > 0) differing.push({ documentId, paths });
    onProgress((index + 1) / ids.length);
    const rest = eventsPerSecond === null ? 0 : (events * 1000) / eventsPerSecond;
    await pause(Math.max(0, rest - (performance.now() - started)), signal);
  }
  const named = differing.slice(0, mostNamed);
  await noteComparison(database, { compared: ids.length, differingDocuments: differing.length, differing: named });
};

/** Every complaint of the log, and every one that has a trail. */
const allIds = async ({ database, log, signal }: RebuildingTrails): Promise<readonly string[]> => {
  const ids = new Set<string>();
  const prefix = 'complaint-';
  await logUntil(log, { prefixes: [prefix], until: Number.MAX_SAFE_INTEGER, signal }, ({ stream }) =>
    ids.add(stream.slice(prefix.length)),
  );
  for await (const id of storedIds(database)) ids.add(id);
  return [...ids].toSorted();
};

type Mended = Readonly<{ paths: readonly string[]; events: number }>;

/** Sets one trail right as of its own position, brings it up to another, and says where it differed. */
const mend = async (rebuilding: RebuildingTrails, id: string, position: number): Promise<Mended> => {
  const { database, readStream } = rebuilding;
  const collection = trailsOf(database);
  const stored = await collection.findOne({ _id: id });
  const reading = await readHistories(readStream, id);
  const events = reading.histories.complaint.length + reading.histories.case.length;
  const { document } = trailDocument(id, reading, stored?.position ?? position);
  const paths = pathsBetween(stored, document);
  if (stored && paths.length > 0) await replace(collection, stored, document);
  await writeTrail(rebuilding, id, Math.max(position, stored?.position ?? position));
  return { paths, events };
};

/** Only what is as it was read: one that a projector has written since is left. */
const replace = async (collection: Collection<StoredTrail>, stored: StoredTrail, made: StoredTrail | null) => {
  const { _id, position } = stored;
  const asRead = { _id, position };
  if (made) await collection.replaceOne(asRead, made);
  else await collection.deleteOne(asRead);
};

const pathsBetween = (stored: StoredTrail | null, made: StoredTrail | null): readonly string[] =>
  stored === made ? [] : differences(stored, made);
