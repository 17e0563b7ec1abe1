import type { Collection, Db } from 'mongodb';
import { isProven, provenPosition, type Mac } from './proven.js';

/**
 * The farthest event of the log that the read models have seen: a log that does not hold it at its place is older than they are, or
 * another. `isTrue` is false where the mark is not what this system wrote.
 */
export type LogMark = Readonly<{ position: number; hash: string; isTrue: boolean }>;

/** `mark`: the proven position, a dot, the event's hash. `begun`: how often the read models were begun anew. */
type StoredMark = Readonly<{ _id: 'log'; mark?: string; begun?: number }>;

export const marksOf = (database: Db): Collection<StoredMark> => database.collection<StoredMark>('log-mark');

/** What is kept, and how often the read models were begun anew. */
export const readMark = async (database: Db, mac: Mac): Promise<Readonly<{ mark: LogMark | null; begun: number }>> => {
  const found = await marksOf(database).findOne({ _id: 'log' });
  const begun = found?.begun ?? 0;
  if (found?.mark === undefined) return { mark: null, begun };
  const [padded = '', tag = '', hash = ''] = found.mark.split('.');
  const position = Number(padded);
  return { mark: { position, hash, isTrue: isProven(mac, whatOf(hash), position, `${padded}.${tag}`) }, begun };
};

/** Keeps where an event stands, where that is farther than what is kept. */
export const noteMark = async (
  database: Db,
  mac: Mac,
  { position, hash }: Pick<LogMark, 'position' | 'hash'>,
): Promise<void> => {
  const mark = `${provenPosition(mac, whatOf(hash), position)}.${hash}`;
  await marksOf(database).updateOne({ _id: 'log' }, { $max: { mark } }, { upsert: true });
};

const whatOf = (hash: string): string => `log-mark ${hash}`;
