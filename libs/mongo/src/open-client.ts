import { MongoClient, type MongoClientOptions } from 'mongodb';
import { watchForHang, type OnHung } from './hang-watch.js';

/** The timers of every client, in milliseconds, where the address says nothing of them (docs/runbook.md). */
const timers = {
  serverSelectionTimeoutMS: 5_000,
  connectTimeoutMS: 5_000,
  socketTimeoutMS: 30_000,
  heartbeatFrequencyMS: 5_000,
} satisfies MongoClientOptions;

/** A client, which connects with its first use. */
export type OpenClient = Readonly<{ client: MongoClient; close: () => Promise<void> }>;

/** A client for an address; `presets` hold where the address says nothing of them. Where `onHung` is given, it is told once, at most, that the client hangs. */
export const openClient = (mongoUrl: string, presets: MongoClientOptions, onHung?: OnHung): OpenClient => {
  const client = new MongoClient(mongoUrl, unsaid(mongoUrl, { ...timers, ...presets }));
  const closing = new AbortController();
  if (onHung) void watchForHang({ client, mongoUrl, onHung, signal: closing.signal });
  return {
    client,
    close: async () => {
      closing.abort();
      await client.close();
    },
  };
};

/** A client that waits for however long an answer takes, for the building of an index: a large collection takes longer than any other answer may. */
export const openPatientClient = (mongoUrl: string): OpenClient => {
  const client = new MongoClient(mongoUrl, { ...unsaid(mongoUrl, timers), socketTimeoutMS: 0 });
  return { client, close: () => client.close() };
};

const unsaid = (mongoUrl: string, options: MongoClientOptions): MongoClientOptions => {
  const said = new URLSearchParams(mongoUrl.split('?')[1] ?? '');
  return Object.fromEntries(Object.entries(options).filter(([name]) => !said.has(name)));
};

/** The name of the database in an address's path, as it is written there: `cases` of `mongodb://host:27017/cases?…`; `shanyraq` where it has none. */
export const databaseIn = (mongoUrl: string): string =>
  /^mongodb(?:\+srv)?:\/\/[^/?]+\/(?<name>[^?]+)/.exec(mongoUrl)?.groups?.['name'] ?? 'shanyraq';
