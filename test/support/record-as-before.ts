import { eventSchemas } from '@app/domain';
import { CommandPipeline, type CommandResult, connectEventStore, createCodec } from '@app/event-store';
import { connectVault } from '@app/vault';
import type { System } from './system.js';

/** Appends an event as its first version was written, of a type that held nothing personal then. */
export const recordAsBefore = async (
  system: System,
  stream: string,
  event: Readonly<{ type: string; data: object }>,
): Promise<CommandResult> => {
  const vault = await connectVault({
    mongoUrl: system.url('documents'),
    masterKeyFile: `${system.dataFolder}/master.key`,
  });
  const store = connectEventStore(system.url('events'));
  const schemas = { ...eventSchemas, [event.type]: { version: 1, personal: [] } };
  const codec = createCodec({ schemas, vault });
  const at = new Date().toISOString();
  try {
    return await new CommandPipeline({ store, codec }).handle({
      stream,
      decider: { initial: null, decide: () => [event], evolve: () => null },
      command: null,
      context: {
        actor: 'somebody',
        onBehalfOf: null,
        office: null,
        correlationId: 'before',
        causationId: null,
        idempotencyKey: `before ${event.type}`,
        expectedRevision: null,
        request: `before ${event.type}`,
        recordedAt: at,
        effectiveAt: at,
      },
    });
  } finally {
    await Promise.allSettled([vault.close(), store.close()]);
  }
};
