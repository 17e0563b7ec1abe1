import type { Mac } from '../engine/proven.js';
import type { StageRecord } from './stage-records.projection.js';

/** How the sending of one record stands. Kept apart from the records, so that no rebuild sends anything twice. */
export type Delivery = Readonly<{
  record: StageRecord;
  attempts: number;
  /** Not tried before; ISO 8601. */
  nextAt: string;
  lastError: string | null;
  state: 'WAITING' | 'SENT' | 'DEAD';
  settledAt: string | null;
}>;

/** A delivery as it is stored; without a MAC where nobody of ours wrote it, or before there were any. */
export type StoredDelivery = Delivery & Readonly<{ _id: string; mac?: string }>;

/** A delivery with its MAC, as it is to be stored. */
export const guarded = (mac: Mac, delivery: Delivery): StoredDelivery => {
  const { record, attempts, nextAt, lastError, state, settledAt } = delivery;
  const row = { _id: record.id, record, attempts, nextAt, lastError, state, settledAt };
  return { ...row, mac: macOf(mac, row) };
};

/** Whether a row is what this system wrote. */
export const isOurs = (mac: Mac, row: StoredDelivery): boolean => row.mac === macOf(mac, row);

export const macOf = (mac: Mac, row: StoredDelivery): string => mac(textOf(row));

/** All that a row says, in the order of the names. */
const textOf = ({ mac: _mac, record, ...row }: StoredDelivery): string =>
  `stage-delivery\n${JSON.stringify([sorted(record), sorted(row)])}`;

const sorted = (content: object): readonly (readonly [string, unknown])[] =>
  Object.entries(content).sort(([one], [other]) => (one < other ? -1 : 1));
