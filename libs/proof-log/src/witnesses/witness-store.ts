import type { Collection, Db } from 'mongodb';

/**
 * How a witness stands to the log of a name: its key (`<name>+<8 hex digits>`), the size that it has cosigned last and when (ISO 8601; null for never), what is
 * wrong (`conflict` where it denies that this log extends what it knows), when it is asked again.
 */
export type WitnessStanding = Readonly<{
  key: string;
  origin: string;
  size: number;
  cosignedAt: string | null;
  problem: string | null;
  conflict: boolean;
  attempts: number;
  nextAt: string;
}>;

type Stored = Omit<WitnessStanding, 'key'> & Readonly<{ _id: string }>;

/** What is known of witnesses, in MongoDB. Throws what the driver throws. */
export class WitnessStore {
  readonly #witnesses: Collection<Stored>;

  constructor(database: Db) {
    this.#witnesses = database.collection<Stored>('proof-witnesses');
  }

  /** Of each key, in the order asked; of one that was never asked about the log of this name, that it was not. */
  async of(keys: readonly string[], origin: string): Promise<readonly WitnessStanding[]> {
    const found = await this.#witnesses.find({ _id: { $in: [...keys] }, origin }).toArray();
    const known = new Map(found.map(({ _id, ...standing }) => [_id, standing]));
    return keys.map((key) => ({ ...neverAsked, origin, ...known.get(key), key }));
  }

  async set({ key, ...standing }: WitnessStanding): Promise<void> {
    await this.#witnesses.replaceOne({ _id: key }, standing, { upsert: true });
  }
}

const neverAsked = {
  size: 0,
  cosignedAt: null,
  problem: null,
  conflict: false,
  attempts: 0,
  nextAt: new Date(0).toISOString(),
};
