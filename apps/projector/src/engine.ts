import type { StreamReader } from '@app/read-models';
import type { Stores } from './stores.js';

/** Now, ISO 8601. */
export const now = (): string => new Date().toISOString();

/** What the engine of the read models works with here. */
export const engineOf = ({
  eventStore,
  codec,
  readModels,
}: Stores): Readonly<{ database: Stores['readModels']['database']; readStream: StreamReader; now: () => string }> => ({
  database: readModels.database,
  now,
  readStream: async (stream, fromRevision) => codec.decodeEach(await eventStore.read(stream, fromRevision)),
});
