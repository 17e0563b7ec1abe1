import { BSON, MongoInvalidArgumentError, MongoServerError } from 'mongodb';

/** Refusals of a server that are about the document, and will be the same next time: too large, a key that no index takes, a value of no kind known. */
const ofTheDocument = new Set([2, 9, 14, 22, 52, 53, 56, 57, 171, 238, 10_334, 17_280, 17_419]);

export const isUnwritableCode = (code: unknown): boolean => typeof code === 'number' && ofTheDocument.has(code);

/** Whether a write failed because of the document itself, so that trying again is of no use. */
export const isUnwritable = (error: unknown): boolean => {
  if (error instanceof MongoServerError) return isUnwritableCode(error.code);
  return BSON.BSONError.isBSONError(error) || error instanceof MongoInvalidArgumentError || isOutOfRange(error);
};

/** What the driver throws for a document beyond its buffer of 17 MB; told by its name, since it is made by Node itself. */
const isOutOfRange = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_OUT_OF_RANGE';
