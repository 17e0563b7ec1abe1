import { EventStoreDBClient, START, streamNameFilter } from '@eventstore/db-client';
import { workerInput, workerOutput } from '../worker.js';

/** Pulls so many events of the log through the client and does nothing with them. */
const { url, prefixes, events } = workerInput<{ url: string; prefixes: string[]; events: number }>();
const client = EventStoreDBClient.connectionString(url);
const subscription = client.subscribeToAll({
  fromPosition: START,
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
