import { Erasures } from '@app/application';
import type { Logger } from '@app/platform';
import { engineOf, type Stores } from '@app/stores';
import { again } from './again.js';

type Finishing = Readonly<{ stores: Stores; logger: Logger; signal: AbortSignal; retentionYears: number }>;

const everyMs = 5_000;

/**
 * Until aborted: carries out what was confirmed and not finished, as where a process died between the two, and makes anew what is shown of
 * erased cases and complaints. That is done twice, since a process may have had old values in its hands the first time.
 */
export const finishErasures = async ({ stores, logger, signal, retentionYears }: Finishing): Promise<void> => {
  const { pipeline, eventStore: store, codec, erasing, readModels } = stores;
  const erasures = new Erasures({ pipeline, store, codec, keys: erasing, retentionYears });
  const madeOnce = new Set<string>();
  const pass = async (): Promise<void> => {
    const finished = await erasures.finish(new Date().toISOString());
    if (finished.length > 0) logger.info({ finished }, 'erasures were carried out to their end');
    await erasing.learnErasures();
    for (const { id, streams } of await erasing.unshownErasures()) {
      await readModels.remake(streams, engineOf(stores));
      if (madeOnce.has(id)) await erasing.noteShown(id);
      madeOnce.add(id);
      logger.info({ erasureId: id, streams: streams.length }, 'what is shown after an erasure was made anew');
    }
  };
  await again(pass, { everyMs, signal, logger, failed: 'erasures could not be finished' });
};
