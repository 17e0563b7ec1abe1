import { replaceEach, type Refused, type Replacement } from '@app/mongo';
import { MongoServerError, type Db, type Document, type Filter } from 'mongodb';
import { openCollection } from './fillings.js';
import type { Filling } from './projection.js';
import { isUnwritable, isUnwritableCode } from './unwritable.js';

/** What every written document has: its id, and the position of the event with which it changed last. */
export type Positioned = { readonly _id: string; readonly position: number };

/** A document of a filling, written only over one that matches `over`; it is new where none has its id. */
export type Write = Readonly<{ filling: Filling; document: Positioned; over: Filter<Positioned> }>;

/** Beaten: another one is there that does not match. An error: the document itself can never be written. */
export type Written = 'written' | 'beaten' | Error;

/** Writes documents of any fillings, in any order; answers what came of each. Throws where the server is away. */
export const writeEach = async (database: Db, writes: readonly Write[]): Promise<readonly Written[]> => {
  try {
    const refused = await replaceEach(
      database.client,
      writes.map((write) => replacementOf(database, write)),
    );
    const outcomes: Written[] = writes.map(() => 'written');
    for (const one of refused) outcomes[one.index] = refusalOf(one);
    return outcomes;
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    if (writes.length === 1) return [reasonOf(error)];
    // The driver sends nothing of what holds such a document: it is looked for by halves.
    const half = Math.ceil(writes.length / 2);
    return [...(await writeEach(database, writes.slice(0, half))), ...(await writeEach(database, writes.slice(half)))];
  }
};

/** The driver wraps what it cannot serialize. */
const reasonOf = (error: unknown): Error => {
  if (!(error instanceof Error)) return new Error(String(error));
  const { cause } = error;
  return typeof cause === 'object' && cause !== null && 'message' in cause ? new Error(String(cause.message)) : error;
};

const replacementOf = (database: Db, { filling, document, over }: Write): Replacement => {
  const { _id, ...replacement } = document;
  return { collection: openCollection<Document>(database, filling), filter: { ...over, _id }, replacement };
};

const duplicateKey = 11_000;

const refusalOf = ({ code, message }: Refused): Written => {
  if (code === duplicateKey) return 'beaten';
  const error = new MongoServerError({ code, message });
  if (!isUnwritableCode(code)) throw error;
  return error;
};
