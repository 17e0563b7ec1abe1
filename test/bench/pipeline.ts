import { eventSchemas } from '@app/domain';
import { CommandPipeline, connectEventStore, createCodec, type EventStore } from '@app/event-store';
import { connectVault } from '@app/vault';

/** The servers under the bench, and the master key of its vault. */
export type Servers = Readonly<{ eventStoreUrl: string; mongoUrl: string; masterKeyFile: string }>;

/** The write side as the api wires it, in this process. */
export const openPipeline = async (servers: Servers): Promise<{ pipeline: CommandPipeline; store: EventStore }> => {
  const { eventStoreUrl, mongoUrl, masterKeyFile } = servers;
  const vault = await connectVault({ mongoUrl, masterKeyFile, mayMakeMasterKey: true });
  const store = connectEventStore(eventStoreUrl);
  const codec = createCodec({ schemas: eventSchemas, vault });
  return { pipeline: new CommandPipeline({ store, codec }), store };
};
