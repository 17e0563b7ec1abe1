import type { Codec, EventStore } from '@app/event-store';
import type { Engine, Mac, ReadModels } from '@app/read-models';

type Working = Readonly<{ eventStore: EventStore; codec: Codec; readModels: Pick<ReadModels, 'database'>; mac: Mac }>;

/** What the engine of the read models works with, on these stores. */
export const engineOf = ({ eventStore, codec, readModels, mac }: Working): Engine => ({
  database: readModels.database,
  now: () => new Date().toISOString(),
  readStream: async (stream, fromRevision) => codec.decodeEach(await eventStore.read(stream, fromRevision)),
  lastPosition: () => eventStore.lastPosition(),
  mac,
});
