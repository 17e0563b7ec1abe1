import { isMongoAway, openClient, type OnHung } from '@app/mongo';
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

/** The database an address names in its path: `mongodb://host:27017/cases?…` names `cases`. */
export const databaseNameOf = (mongoUrl: string): string =>
  decodeURIComponent(/^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]+)/.exec(mongoUrl)?.[1] ?? 'shanyraq');

/** Whether an error says that MongoDB cannot be reached now, and that trying again may help. */
export const isReadModelsUnavailable = (error: unknown): boolean =>
  error instanceof LiveFillingsUnknown || isMongoAway(error);
