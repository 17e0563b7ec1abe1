import type { Collection, Db } from 'mongodb';
import { openCollection } from '../fillings.js';
import { collectionOf, isView, type Filling, type Projection } from '../projection.js';
import { byTheCalendar } from '../calendar-knowledge.js';
import { liveOf } from '../rebuild/generations.js';
import type { Engine } from '../take-in.js';
import { certify, type Books, type Certificate } from './certificate.js';
import { checkContents, sampleOf, type Contents } from './contents.js';
import type { OnProgress } from './log-until.js';

/** What the last verification of a projection found. `_id` is its collection. */
export type Verification = Readonly<{
  _id: string;
  /** ISO 8601. */
  startedAt: string;
  finishedAt: string;
  certificate: Certificate;
  contents: Contents;
  /** How many documents, or rows of a view, there were; absent of before this was kept. */
  kept?: number;
  /** Whether nothing is missing, doubled or different. */
  sound: boolean;
}>;

/** What verifying needs: the log as it is stored, its streams unsealed, the documents. */
export type Verifying = Engine & Pick<Books, 'log' | 'signal'>;

/** Where the last verification of each projection is kept. */
export const verificationsOf = (database: Db): Collection<Verification> =>
  database.collection<Verification>('verifications');

/**
 * Makes the certificate of a projection, folds all documents (or `sample` of them) anew, and keeps what came of it. Writes to
 * no document. Throws where a store is away, and when aborted.
 */
export const verify = async (
  verifying: Verifying,
  given: Projection,
  sample: number | null,
  onProgress?: OnProgress,
): Promise<Verification> => {
  const startedAt = verifying.now();
  const [live = given] = await liveOf(verifying.database, [given]);
  const projection = await byTheCalendar(verifying.readStream, live);
  const { certificate, documents } = await certify(verifying, projection, (share) => onProgress?.(share / 2));
  const chosen = { documents: sampleOf(documents, sample, Date.parse(startedAt)), of: documents.length };
  const contents = await checkContents(verifying, projection, chosen, (share) => onProgress?.(0.5 + share / 2));
  const kept = isView(projection)
    ? await openCollection(verifying.database, projection).estimatedDocumentCount()
    : documents.length;
  return keepVerification(verifying, projection, { startedAt, certificate, contents, kept });
};

/** Keeps what was found of a projection, in the place of what was found last. */
export const keepVerification = async (
  { database, now }: Pick<Engine, 'database' | 'now'>,
  projection: Filling,
  outcome: Pick<Verification, 'startedAt' | 'certificate' | 'contents' | 'kept'>,
): Promise<Verification> => {
  const { startedAt, certificate, contents, kept = contents.of } = outcome;
  const sound = certificate.complete && contents.differingDocuments === 0;
  const found = { startedAt, finishedAt: now(), certificate, contents, kept, sound };
  await verificationsOf(database).replaceOne({ _id: collectionOf(projection) }, found, { upsert: true });
  return { _id: collectionOf(projection), ...found };
};
