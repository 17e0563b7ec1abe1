import type { Db } from 'mongodb';
import { HeadStore } from './heads/head-store.js';
import { StandingStore } from './standing.js';
import { TileStore } from './tree/tile-store.js';
import { VerificationStore } from './verify/verification-store.js';
import { WitnessStore } from './witnesses/witness-store.js';

/** What the proof log keeps in MongoDB, in the database of the read models. */
export type ProofStores = Readonly<{
  tiles: TileStore;
  heads: HeadStore;
  witnesses: WitnessStore;
  standing: StandingStore;
  verifications: VerificationStore;
}>;

/** Opens the collections and sees to their indexes. Throws what the driver throws. */
export const openProofStores = async (database: Db): Promise<ProofStores> => {
  const stores = {
    tiles: new TileStore(database),
    heads: new HeadStore(database),
    witnesses: new WitnessStore(database),
    standing: new StandingStore(database),
    verifications: new VerificationStore(database),
  };
  await Promise.all([stores.tiles.createIndexes(), stores.heads.createIndexes()]);
  return stores;
};
