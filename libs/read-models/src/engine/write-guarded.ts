import { duplicatesIn } from '@app/mongo';
import { type AnyBulkWriteOperation, type Collection, type MongoBulkWriteError } from 'mongodb';

/** What every written document has: its id, and the position of the last event in it. */
export type Positioned = { readonly _id: string; readonly position: number };

/** More rounds than processes that meet at one document; past them the refusal has another reason. */
const mostRounds = 8;

/**
 * Writes documents in one bulk, each only over an older one. Where another process has been there first, makes sure that
 * what it wrote is as new, and else writes again: a repeat changes nothing, and an older document never stays. Throws what the driver throws.
 */
export const writeGuarded = async (
  collection: Collection<Positioned>,
  documents: readonly Positioned[],
): Promise<void> => {
  let left = documents;
  for (let round = 1; left.length > 0; round += 1) {
    const refusal = await writeOnce(collection, left);
    if (refusal === null) return;
    left = await olderThan(collection, refusal.documents);
    if (left.length > 0 && round === mostRounds) throw refusal.error;
  }
};

type Refusal = Readonly<{ error: MongoBulkWriteError; documents: readonly Positioned[] }>;

/** Writes; answers which documents were there already and did not match the guard, null for none. */
const writeOnce = async (
  collection: Collection<Positioned>,
  documents: readonly Positioned[],
): Promise<Refusal | null> => {
  try {
    await collection.bulkWrite(documents.map(guarded), { ordered: false });
    return null;
  } catch (error) {
    const refused = duplicatesIn(error);
    if (refused === null) throw error;
    return { error: refused.error, documents: documents.filter((_, index) => refused.indexes.has(index)) };
  }
};

const guarded = ({ _id, position, ...fields }: Positioned): AnyBulkWriteOperation<Positioned> => ({
  replaceOne: { filter: { _id, position: { $lt: position } }, replacement: { position, ...fields }, upsert: true },
});

/**
 * Those that are stored older than they are given. Two first writes of one document may meet: the server then refuses the
 * second as a duplicate, be it the newer one.
 */
const olderThan = async (
  collection: Collection<Positioned>,
  documents: readonly Positioned[],
): Promise<readonly Positioned[]> => {
  const ids = documents.map(({ _id }) => _id);
  const stored = await collection.find({ _id: { $in: ids } }, { projection: { position: 1 } }).toArray();
  const positions = new Map(stored.map(({ _id, position }) => [_id, position]));
  return documents.filter(({ _id, position }) => (positions.get(_id) ?? -1) < position);
};
