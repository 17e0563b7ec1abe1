import type { Engine } from '@app/read-models';
import type { Stores } from './open-stores.js';

/** What the engine of the read models works with, on these stores. */
export const engineOf = ({ eventStore, codec, readModels }: Stores): Engine => ({
  database: readModels.database,
  now: () => new Date().toISOString(),
  readStream: async (stream, fromRevision) => codec.decodeEach(await eventStore.read(stream, fromRevision)),
  lastPosition: () => eventStore.lastPosition(),
});
