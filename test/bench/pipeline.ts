import { eventSchemas } from '@app/domain';
import { CommandPipeline, connectEventStore, createCodec, type Codec, type EventStore } from '@app/event-store';
import { connectVault, type Vault } from '@app/vault';

/** The servers under the bench, and the master key of its vault. */
export type Servers = Readonly<{ eventStoreUrl: string; mongoUrl: string; masterKeyFile: string }>;

/** The log as it is written and read, in this process. */
export type OpenLog = Readonly<{ store: EventStore; codec: Codec; vault: Vault }>;

/** Connects to the log; makes the master key where there is none. */
export const openLog = async (servers: Servers): Promise<OpenLog> => {
  const { eventStoreUrl, mongoUrl, masterKeyFile } = servers;
  const vault = await connectVault({ mongoUrl, masterKeyFile, mayMakeMasterKey: true });
  return { store: connectEventStore(eventStoreUrl), codec: createCodec({ schemas: eventSchemas, vault }), vault };
};

/** Lets go of the log. */
export const closeLog = async ({ store, vault }: OpenLog): Promise<void> => {
  await Promise.allSettled([store.close(), vault.close()]);
};

/** The write side as the api wires it, in this process. */
export const openPipeline = async (servers: Servers): Promise<{ pipeline: CommandPipeline; store: EventStore }> => {
  const { store, codec } = await openLog(servers);
  return { pipeline: new CommandPipeline({ store, codec }), store };
};
