import { isNativeError } from 'node:util/types';
import {
  MongoBulkWriteError,
  MongoClientBulkWriteError,
  MongoClientClosedError,
  MongoNetworkError,
  MongoNotConnectedError,
  MongoOperationTimeoutError,
  MongoServerClosedError,
  MongoServerError,
  MongoSystemError,
  MongoTopologyClosedError,
} from 'mongodb';

/**
 * Whether an error of the driver says that MongoDB cannot be reached or cannot answer now, so that the same call may succeed
 * later. What was sent may have been carried out all the same. Sees through what the driver wraps: an outage in the middle
 * of a bulk write comes as a `MongoBulkWriteError`, and a write that no majority has taken yet as a part of its result.
 */
export const isMongoAway = (error: unknown): boolean => {
  if (!isNativeError(error)) return false;
  return (
    ofTheDriver(error) ||
    ofTheSocket(error) ||
    (error instanceof MongoServerError && ofTheServer(error)) ||
    isMongoAway(error.cause)
  );
};

const ofTheDriver = (error: Error): boolean =>
  kinds.some((kind) => error instanceof kind) || notExported.has(error.name);

const kinds = [
  MongoNetworkError,
  // no server could be chosen in time
  MongoSystemError,
  MongoNotConnectedError,
  MongoTopologyClosedError,
  MongoServerClosedError,
  MongoClientClosedError,
  MongoOperationTimeoutError,
] as const;

/** Of the pool of connections; the driver does not export their classes. */
const notExported = new Set(['MongoPoolClosedError', 'MongoWaitQueueTimeoutError']);

/** Version 7.9 of the driver passes on what breaks a socket that it waits for to drain, such as a write after the server ended it. */
const ofTheSocket = (error: NodeJS.ErrnoException): boolean => brokenSocket.has(error.code ?? '');
const brokenSocket = new Set(['EPIPE', 'ECONNRESET', 'ETIMEDOUT', 'ERR_STREAM_DESTROYED']);

const ofTheServer = (error: MongoServerError): boolean => {
  const codes = [error.code, ...majorityCodes(error)];
  return codes.some((code) => goingAway.has(Number(code))) || isMongoAway(error.errorResponse);
};

/** Why no majority has taken what a bulk wrote. */
const majorityCodes = (error: MongoServerError): readonly unknown[] => {
  if (error instanceof MongoClientBulkWriteError) return error.writeConcernErrors.map(({ code }) => code);
  return error instanceof MongoBulkWriteError ? [error.result.getWriteConcernError()?.code] : [];
};

/**
 * What a server says that stops, is no longer the primary, or waited in vain for its majority: the retryable codes of MongoDB's
 * specifications (retryable-writes), 64 and 134.
 */
const goingAway = new Set([6, 7, 64, 89, 91, 134, 189, 262, 9001, 10_107, 11_600, 11_602, 13_435, 13_436]);
