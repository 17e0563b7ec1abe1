import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { eventSchemas, type CalendarEvent, type CaseEvent, type ComplaintEvent, type DwellingEvent } from '@app/domain';
import {
  CommandPipeline,
  connectEventStore,
  createCodec,
  StoreUnavailable,
  type CommandResult,
  type Decider,
  type EventStore,
  type Recorded,
} from '@app/event-store';
import { connectReadModels, type ReadModels } from '@app/read-models';
import { connectVault, VaultUnavailable } from '@app/vault';
import { startDocumentNode, startEventNode } from '../support/nodes.js';
import { quietPort } from '../support/quiet-port.js';
import { startProcess, temporaryFolder, type RunningProcess } from '../support/process.js';
import { wholeLog } from './books.js';

type SystemEvent = CalendarEvent | CaseEvent | ComplaintEvent | DwellingEvent;

/** Both stores on a folder of their own, something that writes to the log, and as many projectors as wanted. */
export type World = Readonly<{
  /** Where both stores lie: `events`, `documents`. */
  folder: string;
  readModels: ReadModels;
  eventStore: EventStore;
  /** Appends events to a stream, as a command of the api would; repeats the request while a store is away. */
  record: (stream: string, events: readonly SystemEvent[]) => Promise<CommandResult>;
  /** `onWaiting` is told what it waits for before it can be ready. */
  startProjector: (env?: NodeJS.ProcessEnv, onWaiting?: (sentence: string) => void) => Promise<RunningProcess>;
  killEventStore: () => Promise<void>;
  restartEventStore: () => Promise<void>;
  killDocuments: () => Promise<void>;
  /** Keeps it from answering, and from closing a connection. */
  freezeDocuments: () => void;
  restartDocuments: () => Promise<void>;
  /** Everything in the log, in its order, read anew. */
  log: () => Promise<readonly Recorded[]>;
  close: () => Promise<void>;
}>;

/** What is decided is what is asked for: the rules are not what these tests are about. */
const recording: Decider<readonly SystemEvent[], null, SystemEvent> = {
  initial: null,
  decide: (events) => events,
  evolve: () => null,
};

export const startWorld = async (): Promise<World> => {
  const folder = await temporaryFolder();
  let eventNode = await startEventNode(`${folder.path}/events`, await quietPort());
  let documentNode = await startDocumentNode(`${folder.path}/documents`, await quietPort());
  const { url: eventStoreUrl } = eventNode;
  const { url: mongoUrl } = documentNode;
  const masterKeyFile = `${folder.path}/master.key`;
  const vault = await connectVault({ mongoUrl, masterKeyFile, mayMakeMasterKey: true });
  const eventStore = connectEventStore(eventStoreUrl);
  const codec = createCodec({ schemas: eventSchemas, vault });
  const pipeline = new CommandPipeline({ store: eventStore, codec });
  const readModels = await connectReadModels(mongoUrl);
  const projectors: RunningProcess[] = [];
  let requests = 0;

  return {
    folder: folder.path,
    readModels,
    eventStore,
    record: (stream, events) => {
      requests += 1;
      const request = `request ${requests}`;
      const at = new Date().toISOString();
      const command = {
        stream,
        decider: recording,
        command: events,
        context: {
          actor: 'somebody',
          onBehalfOf: null,
          office: null,
          correlationId: request,
          causationId: null,
          idempotencyKey: request,
          expectedRevision: null,
          request,
          recordedAt: at,
          effectiveAt: at,
        },
      };
      return answered(() => pipeline.handle(command));
    },
    startProjector: async (env = {}, onWaiting) => {
      const addresses = {
        EVENTSTORE_URL: eventStoreUrl,
        MONGODB_URL: mongoUrl,
        MASTER_KEY_FILE: masterKeyFile,
        SHANYRAQ_DATA: folder.path,
      };
      const settings = { PROJECTOR_PORT: '0', LOG_LEVEL: 'warn', WATCH_SECONDS: '86400', PROOF_HEAD_SECONDS: '86400' };
      const all = { ...addresses, ...settings, ...env };
      const projector = await startProcess('dist/apps/projector/src/main.js', [], all, onWaiting);
      projectors.push(projector);
      return projector;
    },
    killEventStore: () => eventNode.kill(),
    restartEventStore: async () => {
      eventNode = await startEventNode(`${folder.path}/events`, portOf(eventStoreUrl));
    },
    killDocuments: () => documentNode.kill(),
    freezeDocuments: () => documentNode.child.kill('SIGSTOP'),
    restartDocuments: async () => {
      documentNode = await startDocumentNode(`${folder.path}/documents`, portOf(mongoUrl));
    },
    log: () => wholeLog(eventStore, codec),
    close: async () => {
      for (const projector of projectors) await projector.kill();
      await Promise.allSettled([readModels.close(), vault.close(), eventStore.close()]);
      await Promise.all([eventNode.stop(), documentNode.stop()]);
      await folder.remove();
    },
  };
};

/** The answer of a request that is repeated for as long as a store is away. */
const answered = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof StoreUnavailable || error instanceof VaultUnavailable)) throw error;
      await after(50);
    }
  }
};

/** Resolves when a process has ended; answers its exit code. */
export const ended = async ({ child }: RunningProcess): Promise<number | null> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
};

const portOf = (url: string): number => Number(/:(\d+)/.exec(url.slice(url.indexOf('//')))?.[1]);
