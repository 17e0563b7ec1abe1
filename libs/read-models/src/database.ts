import {
  MongoClient,
  MongoNetworkError,
  MongoNotConnectedError,
  MongoServerSelectionError,
  type Db,
  type MongoClientOptions,
} from 'mongodb';
import { LiveFillingsUnknown } from './engine/rebuild/live-fillings.js';

/** What holds where the address says nothing of it: a checkpoint must never outlive the documents before it. */
const defaults = {
  w: 'majority',
  ignoreUndefined: true,
  serverSelectionTimeoutMS: 5_000,
  connectTimeoutMS: 5_000,
  socketTimeoutMS: 30_000,
  maxPoolSize: 20,
} satisfies MongoClientOptions;

/** Opens the database that the address names in its path; `shanyraq` where it names none. */
export const openDatabase = async (mongoUrl: string): Promise<{ client: MongoClient; database: Db }> => {
  const said = new URLSearchParams(mongoUrl.split('?')[1] ?? '');
  const unsaid = Object.entries(defaults).filter(([name]) => !said.has(name));
  const client = new MongoClient(mongoUrl, Object.fromEntries(unsaid));
  await client.connect();
  return { client, database: client.db(databaseNameOf(mongoUrl)) };
};

/** The database an address names in its path: `mongodb://host:27017/cases?…` names `cases`. */
export const databaseNameOf = (mongoUrl: string): string =>
  decodeURIComponent(/^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]+)/.exec(mongoUrl)?.[1] ?? 'shanyraq');

/** Whether an error says that MongoDB cannot be reached now, and that trying again may help. */
export const isReadModelsUnavailable = (error: unknown): boolean =>
  error instanceof LiveFillingsUnknown ||
  error instanceof MongoNetworkError ||
  error instanceof MongoServerSelectionError ||
  error instanceof MongoNotConnectedError;
