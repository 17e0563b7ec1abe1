import type { ReadModels } from '@app/read-models';
import type { Vault } from '@app/vault';
import { engineOf } from './engine-of.js';

type Showing = Parameters<typeof engineOf>[0] &
  Readonly<{
    readModels: Pick<ReadModels, 'database' | 'remake'>;
    erasing: Pick<Vault, 'unshownErasures'>;
    watch: Readonly<{ sentence: string | null }>;
  }>;

/**
 * Where keys were destroyed and something may still be shown as it was, as after a backup was restored, it is made anew before anything is
 * served. Log and read models that do not belong together are not served either way.
 */
export const showErased = async (stores: Showing): Promise<void> => {
  if (stores.watch.sentence !== null) return;
  for (const { streams } of await stores.erasing.unshownErasures())
    await stores.readModels.remake(streams, engineOf(stores));
};
