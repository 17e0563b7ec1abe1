import type { Db } from 'mongodb';
import { openCollection } from './fillings.js';
import { idOf, type Filling } from './projection.js';
import { writeEach, type Positioned, type Written } from './write-each.js';

/** A document of a filling that is to stand there, unless a newer one does. */
export type Newer = Readonly<{ filling: Filling; document: Positioned }>;

/** More rounds than processes that meet at one document; past them the refusal has another reason. */
const mostRounds = 8;

/**
 * Writes documents, each only over an older one. Where another process has been there first, makes sure that what it wrote is as new,
 * and else writes again: a repeat changes nothing, and an older document never stays. Answers why each could not be written, null
 * where it, or a newer one, is there. Throws where the server is away.
 */
export const writeGuarded = async (database: Db, given: readonly Newer[]): Promise<readonly (Error | null)[]> => {
  const failures: (Error | null)[] = given.map(() => null);
  let left = given.map((newer, index) => ({ ...newer, index }));
  for (let round = 1; left.length > 0; round += 1) {
    const outcomes = await writeEach(
      database,
      left.map((one) => ({ ...one, over: { position: { $lt: one.document.position } } })),
    );
    for (const [nth, { index }] of left.entries()) failures[index] = errorOf(outcomes[nth]);
    left = await stillOlder(
      database,
      left.filter((_, nth) => outcomes[nth] === 'beaten'),
    );
    if (left.length > 0 && round === mostRounds)
      throw new Error(
        `documents stay older than they are given: ${left.map(({ document }) => idOf(document)).join(', ')}`,
      );
  }
  return failures;
};

const errorOf = (outcome: Written | undefined): Error | null => (outcome instanceof Error ? outcome : null);

/**
 * Those that are stored older than they are given. Two first writes of one document may meet: the server then refuses the
 * second as a duplicate, be it the newer one.
 */
const stillOlder = async <Given extends Newer>(database: Db, beaten: readonly Given[]): Promise<Given[]> => {
  const positions = new Map<Given, number>();
  for (const { filling } of beaten) {
    const own = beaten.filter((one) => one.filling === filling && !positions.has(one));
    if (own.length === 0) continue;
    const stored = await openCollection<Positioned>(database, filling)
      .find({ _id: { $in: own.map(({ document }) => idOf(document)) } }, { projection: { position: 1 } })
      .toArray();
    const found = new Map(stored.map(({ _id, position }) => [_id, position]));
    for (const one of own) positions.set(one, found.get(idOf(one.document)) ?? -1);
  }
  return beaten.filter((one) => (positions.get(one) ?? -1) < one.document.position);
};
