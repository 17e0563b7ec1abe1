import { EventStoreDBClient, jsonEvent, NO_STREAM, type AppendExpectedRevision } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { runLoad, type Measured } from '../load.js';
import { workerInput, workerOutput } from '../worker.js';

/** One event an append, at the revision known, many streams: what the client itself can do. */
type Input = Readonly<{
  url: string;
  seconds: number;
  inFlight: readonly number[];
  streams: number;
  sample: { type: string; data: object; metadata: object };
}>;

const { url, seconds, inFlight, streams, sample } = workerInput<Input>();
const client = EventStoreDBClient.connectionString(url);
const run = randomUUID();
const results: Measured[] = [];

for (const lanes of inFlight) {
  const revisions = new Map<string, AppendExpectedRevision>();
  let turn = 0;
  results.push(
    await runLoad(lanes, seconds, async (lane) => {
      turn += 1;
      const stream = `bench-${run}-${lanes}-${lane}-${turn % Math.max(1, Math.floor(streams / lanes))}`;
      const { nextExpectedRevision } = await client.appendToStream(
        stream,
        // The client's data type is an index signature; the sample is plain JSON.
        jsonEvent({
          id: randomUUID(),
          ...(sample as { type: string; data: Record<string, unknown>; metadata: Record<string, unknown> }),
        }),
        { expectedRevision: revisions.get(stream) ?? NO_STREAM },
      );
      revisions.set(stream, nextExpectedRevision);
    }),
  );
}
workerOutput(results);
