import { MongoBulkWriteError } from 'mongodb';

/** Which operations of a bulk found their id taken; null where the bulk failed for any other reason. */
export const duplicatesIn = (
  error: unknown,
): Readonly<{ error: MongoBulkWriteError; indexes: ReadonlySet<number> }> | null => {
  if (!(error instanceof MongoBulkWriteError)) return null;
  const failures = [error.writeErrors].flat();
  if (failures.length === 0 || failures.some(({ code }) => code !== duplicateKey)) return null;
  return { error, indexes: new Set(failures.map(({ index }) => index)) };
};

const duplicateKey = 11_000;
