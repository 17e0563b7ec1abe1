import type { Db } from 'mongodb';
import { openCollection } from '../fillings.js';
import { collectionOf, type Projection } from '../projection.js';
import { generationsOf, type Generation } from '../rebuild/generations.js';
import { verificationsOf } from './verification.js';

/** How many documents a live filling has, and how many were counted in it when it was verified or switched to last: 0 where never. */
export type DocumentCount = Readonly<{ projection: string; documents: number; counted: number }>;

/**
 * Counts the documents of each live filling beside what was counted before. A document once written is never removed, so fewer
 * documents mean that some were lost. Throws where the database is away.
 */
export const countDocuments = async (database: Db, live: readonly Projection[]): Promise<readonly DocumentCount[]> => {
  const verified = new Map((await verificationsOf(database).find({}, justCounts).toArray()).map(verifiedCount));
  const switched = new Map((await generationsOf(database).find().toArray()).map(switchedCount));
  return Promise.all(
    live.map(async (projection) => {
      const collection = collectionOf(projection);
      const counted = Math.max(verified.get(collection) ?? 0, switched.get(collection) ?? 0);
      return { projection: collection, documents: await documentsIn(database, projection, counted), counted };
    }),
  );
};

/** Thrown by a readiness check; names what each of the projections has lost. */
export class DocumentsLost extends Error {
  override readonly name = 'DocumentsLost';
}

/** Throws `DocumentsLost` where a live filling has fewer documents than were counted in it. */
export const checkDocuments = async (database: Db, live: readonly Projection[]): Promise<void> => {
  const lost = (await countDocuments(database, live)).filter(({ documents, counted }) => documents < counted);
  if (lost.length === 0) return;
  const told = lost.map(
    ({ projection, documents, counted }) => `${projection} has ${documents} of ${counted} documents`,
  );
  throw new DocumentsLost(`${told.join(', ')}: rebuild it, and find out what removed them`);
};

/** The quick count may be wrong after a crash of the server: what seems to be missing is counted exactly. */
const documentsIn = async (database: Db, projection: Projection, counted: number): Promise<number> => {
  const documents = openCollection(database, projection);
  const quick = await documents.estimatedDocumentCount();
  return quick < counted ? documents.countDocuments() : quick;
};

const justCounts = { projection: { 'contents.of': 1, kept: 1 } };

type Counted = Readonly<{ _id: string; contents: Readonly<{ of: number }>; kept?: number }>;

const verifiedCount = ({ _id, contents, kept = contents.of }: Counted) => [_id, kept] as const;

/**
 * Generations are named by the collection of the first. Older ones have no count: the number compared is taken, if nothing differed.
 */
const switchedCount = ({ _id, live, documents, comparison }: Generation) => {
  const compared = comparison?.differingDocuments === 0 ? comparison.compared : 0;
  return [live === 1 ? _id : `${_id}-g${live}`, documents ?? compared] as const;
};
