import { CommandError } from '../errors.js';

/** The largest document that is stored, in bytes, as on the real server. */
export const largestDocument = 16 * 1024 * 1024;

/** The largest that is read or answered: a document may come with something around it. */
const largestBody = largestDocument + 16 * 1024;

/** Throws BSONObjectTooLarge (10334) on a document that is too large to be stored. */
export const checkSize = (document: Buffer): void => check(document.length, largestDocument);

/** Throws BSONObjectTooLarge (10334) on a document that is too large to be read or answered; `size` in bytes. */
export const checkBodySize = (size: number): void => check(size, largestBody);

const check = (size: number, most: number): void => {
  if (size > most)
    throw new CommandError(10334, `BSONObj size: ${size} is invalid. Size must be between 0 and ${most}`);
};
