import { databaseIn, isMongoAway, openClient, openPatientClient, type OnHung } from '@app/mongo';
import type { Db, MongoClientOptions } from 'mongodb';
import { LiveFillingsUnknown } from './engine/rebuild/live-fillings.js';

/** What holds where the address says nothing of it: a checkpoint must never outlive the documents before it. */
const defaults = {
  w: 'majority',
  ignoreUndefined: true,
  maxPoolSize: 20,
} satisfies MongoClientOptions;

/** A database, and the end of its connections. */
export type OpenDatabase = Readonly<{ database: Db; close: () => Promise<void> }>;

/** Opens the database that the address names in its path; `shanyraq` where it names none. */
export const openDatabase = (mongoUrl: string, onHung?: OnHung): OpenDatabase => {
  const { client, close } = openClient(mongoUrl, defaults, onHung);
  return { database: client.db(databaseNameOf(mongoUrl)), close };
};

const databaseNameOf = (mongoUrl: string): string => decodeURIComponent(databaseIn(mongoUrl));

/** Builds indexes, for however long MongoDB takes: the client of everything else gives up after 30 seconds, and would call it an outage. */
export const buildIndexes = async (mongoUrl: string, build: (database: Db) => Promise<void>): Promise<void> => {
  const { client, close } = openPatientClient(mongoUrl);
  try {
    await build(client.db(databaseNameOf(mongoUrl)));
  } finally {
    await close();
  }
};

/** Whether an error says that MongoDB cannot be reached now, and that trying again may help. */
export const isReadModelsUnavailable = (error: unknown): boolean =>
  error instanceof LiveFillingsUnknown || isMongoAway(error);
