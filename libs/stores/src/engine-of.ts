import type { StreamReader } from '@app/read-models';
import type { Stores } from './open-stores.js';

/** What the engine of the read models works with, on these stores. `now` is in ISO 8601. */
export const engineOf = ({
  eventStore,
  codec,
  readModels,
}: Stores): Readonly<{ database: Stores['readModels']['database']; readStream: StreamReader; now: () => string }> => ({
  database: readModels.database,
  now: () => new Date().toISOString(),
  readStream: async (stream, fromRevision) => codec.decodeEach(await eventStore.read(stream, fromRevision)),
});
