import type { Collection, Db } from 'mongodb';
import { openCollection } from '../fillings.js';
import { collectionOf, isView, type Filling, type Projection } from '../projection.js';
import { CalendarKnowledge } from '../calendar-knowledge.js';
import { liveOf } from '../rebuild/generations.js';
import type { Engine } from '../take-in.js';
import type { Certificate } from './certificate.js';
import { certify, type Asked, type Books } from './certify.js';
import { checkContents, type Contents } from './contents.js';
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
 * Makes the certificates of projections by one reading of the log, folds all their documents (or `sample` of them) anew, each stream once
 * for all of them, and keeps what came of it together at the end; answers in the order asked. Writes to no document. Throws where
 * a store is away, and when aborted; nothing is kept then.
 */
export const verify = async (
  verifying: Verifying,
  asked: readonly Asked[],
  onProgress?: OnProgress,
): Promise<readonly Verification[]> => {
  const { database, now } = verifying;
  const startedAt = now();
  const certified = await certify(verifying, await asRead(verifying, asked), (share) => onProgress?.(share / 2));
  const checked = await checkContents(verifying, certified, Date.parse(startedAt), (share) =>
    onProgress?.(0.5 + share / 2),
  );
  const outcomes: Outcome[] = [];
  for (const { projection, certificate, contents } of checked)
    outcomes.push({ projection, startedAt, certificate, contents, kept: await keptOf(database, projection, contents) });
  return keepVerifications(verifying, outcomes);
};

/** What was asked, with the projections as they are read now, shown by the calendar as the log has it. */
const asRead = async ({ database, readStream }: Verifying, asked: readonly Asked[]): Promise<readonly Asked[]> => {
  const calendar = new CalendarKnowledge(readStream);
  await calendar.learn();
  const live = await liveOf(
    database,
    asked.map(({ projection }) => projection),
  );
  return live.map((projection, index) => ({
    projection: calendar.bind(projection),
    sample: asked[index]?.sample ?? null,
  }));
};

const keptOf = (database: Db, projection: Projection, { of }: Contents): number | Promise<number> =>
  isView(projection) ? openCollection(database, projection).estimatedDocumentCount() : of;

type Outcome = Pick<Verification, 'startedAt' | 'certificate' | 'contents' | 'kept'> &
  Readonly<{ projection: Filling }>;

/** Keeps what was found of projections, in the place of what was found last, in one write. */
const keepVerifications = async (
  { database, now }: Pick<Engine, 'database' | 'now'>,
  outcomes: readonly Outcome[],
): Promise<readonly Verification[]> => {
  const finishedAt = now();
  const found = outcomes.map(({ projection, startedAt, certificate, contents, kept = contents.of }) => {
    const sound = certificate.complete && contents.differingDocuments === 0;
    return { _id: collectionOf(projection), startedAt, finishedAt, certificate, contents, kept, sound };
  });
  await verificationsOf(database).bulkWrite(
    found.map(({ _id, ...replacement }) => ({ replaceOne: { filter: { _id }, replacement, upsert: true } })),
  );
  return found;
};
