import type { Collection } from 'mongodb';
import { inPages } from '../engine/in-pages.js';
import type { Mac } from '../engine/proven.js';
import { pageLimit } from '../queries/page.js';
import { isOurs, macOf, type StoredDelivery } from './guarded-delivery.js';

/** A row that nobody of ours wrote, as it was found. */
export type ForgedDelivery = Readonly<{
  _id: string;
  /** The id of the record that the row spoke of, and what it said of its sending. */
  recordId: string;
  state: string;
  foundAt: string;
  row: object;
}>;

export type Deliveries = Readonly<{
  deliveries: Collection<StoredDelivery>;
  forged: Collection<ForgedDelivery>;
  mac: Mac;
}>;

/** Puts rows aside that nobody of ours wrote: kept as evidence, and not there any more for the sending. Answers them. */
export const putAside = async (
  { deliveries, forged, mac }: Deliveries,
  rows: readonly StoredDelivery[],
  now: string,
): Promise<readonly ForgedDelivery[]> => {
  const found = rows.filter((row) => !isOurs(mac, row)).map((row) => evidenceOf(row, now));
  for (const one of found) {
    const { _id } = one;
    await forged.replaceOne({ _id }, one, { upsert: true });
    await deliveries.deleteOne({ _id: one.recordId });
  }
  return found;
};

const evidenceOf = (row: StoredDelivery, foundAt: string): ForgedDelivery => {
  const { _id: recordId, state } = row;
  return { _id: `${recordId} ${foundAt}`, recordId, state: String(state), foundAt, row };
};

/** Looks at every row, and puts aside what nobody of ours wrote. */
export const putAllForgedAside = async (parts: Deliveries, now: string): Promise<readonly ForgedDelivery[]> => {
  const found: ForgedDelivery[] = [];
  for await (const page of inPages(parts.deliveries.find(), pageLimit))
    found.push(...(await putAside(parts, page, now)));
  return found;
};

/** Gives every row that has no MAC its own; answers how many there were. Once, before there are any: later it would make forged rows true. */
export const guardAsTheyAre = async (deliveries: Collection<StoredDelivery>, mac: Mac): Promise<number> => {
  let given = 0;
  for await (const page of inPages(deliveries.find(), pageLimit)) {
    const writes = page
      .filter((row) => row.mac === undefined)
      .map((row) => {
        const { _id } = row;
        return { updateOne: { filter: { _id }, update: { $set: { mac: macOf(mac, row) } } } };
      });
    if (writes.length > 0) await deliveries.bulkWrite(writes, { ordered: false });
    given += writes.length;
  }
  return given;
};
