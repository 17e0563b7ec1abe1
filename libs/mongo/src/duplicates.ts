import { MongoBulkWriteError, MongoServerError } from 'mongodb';

const duplicateKey = 11_000;

/** Whether a server refused one write because a unique value of it is taken. */
export const isDuplicate = (error: unknown): boolean =>
  error instanceof MongoServerError && !(error instanceof MongoBulkWriteError) && error.code === duplicateKey;

/** Which operations of a bulk found their id taken; null where the bulk failed for any other reason, also beside that one. */
export const duplicatesIn = (
  error: unknown,
): Readonly<{ error: MongoBulkWriteError; indexes: ReadonlySet<number> }> | null => {
  if (!(error instanceof MongoBulkWriteError) || error.result.getWriteConcernError() !== undefined) return null;
  const failures = [error.writeErrors].flat();
  if (failures.length === 0 || failures.some(({ code }) => code !== duplicateKey)) return null;
  return { error, indexes: new Set(failures.map(({ index }) => index)) };
};
