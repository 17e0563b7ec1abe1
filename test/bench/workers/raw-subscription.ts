import { EventStoreDBClient, START, streamNameFilter } from '@eventstore/db-client';
import { workerInput, workerOutput } from '../worker.js';

/** Pulls so many events of the log, after a position, through the client and does nothing with them. */
type Input = Readonly<{ url: string; prefixes: string[]; events: number; after: number | null }>;

const { url, prefixes, events, after } = workerInput<Input>();
const client = EventStoreDBClient.connectionString(url);
const subscription = client.subscribeToAll({
  fromPosition: after === null ? START : { commit: BigInt(after), prepare: BigInt(after) },
  filter: streamNameFilter({ prefixes }),
});

let seen = 0;
let started = 0;
for await (const _ of subscription) {
  if (seen === 0) started = performance.now();
  seen += 1;
  if (seen === events) break;
}
workerOutput({ events: seen, perSecond: Math.round(seen / ((performance.now() - started) / 1000)) });
