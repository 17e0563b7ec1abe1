import { eventSchemas } from '@app/domain';
import { CommandPipeline, connectEventStore, createCodec, type Codec, type EventStore } from '@app/event-store';
import { connectVault } from '@app/vault';

/** The servers under the bench, and the master key of its vault. */
export type Servers = Readonly<{ eventStoreUrl: string; mongoUrl: string; masterKeyFile: string }>;

/** The log as it is written and read, in this process. */
export const openLog = async (servers: Servers): Promise<{ store: EventStore; codec: Codec }> => {
  const { eventStoreUrl, mongoUrl, masterKeyFile } = servers;
  const vault = await connectVault({ mongoUrl, masterKeyFile, mayMakeMasterKey: true });
  return { store: connectEventStore(eventStoreUrl), codec: createCodec({ schemas: eventSchemas, vault }) };
};

/** The write side as the api wires it, in this process. */
export const openPipeline = async (servers: Servers): Promise<{ pipeline: CommandPipeline; store: EventStore }> => {
  const { store, codec } = await openLog(servers);
  return { pipeline: new CommandPipeline({ store, codec }), store };
};
