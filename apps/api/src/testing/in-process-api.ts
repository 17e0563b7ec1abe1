import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ConfiguredOffices, InstallationSettings, NoStateRegisters, sampleOffices } from '@app/application';
import { eventSchemas } from '@app/domain';
import { CommandPipeline, createCodec } from '@app/event-store';
import { createLogger, createTokenVerifier, loadConfig, openDevIssuer, type TokenRequest } from '@app/platform';
import type { ReadModels } from '@app/read-models';
import type { Stores } from '@app/stores';
import { MemoryEventStore } from '../../../../libs/event-store/src/testing/memory-event-store.js';
import { MemoryVault } from '../../../../libs/vault/src/testing/memory-vault.js';
import type { Access } from '../http/auth/allow.decorator.js';
import { createApp } from '../start-api.js';

export type InProcessApi = Readonly<{
  app: NestFastifyApplication;
  store: MemoryEventStore;
  vault: MemoryVault;
  /** What was logged, one object a line. */
  logged: readonly Record<string, unknown>[];
  lifetime: { stopping: boolean };
  /** Every route of the controllers, as the router has it, with what it asks of its caller. */
  routes: readonly Readonly<{ method: string; path: string; access: Access }>[];
  /** Sends a request to a path; `body` is the answer's JSON, or `{}`. */
  send: (path: string, request?: RequestInit) => Promise<Answered>;
  token: (request?: Partial<TokenRequest>) => Promise<string>;
  close: () => Promise<void>;
}>;

export type Answered = Readonly<{
  status: number;
  headers: Readonly<Record<string, string>>;
  text: string;
  // a spec looks at whatever was answered; what it expects is in its assertions
  // eslint-disable-next-line typescript/no-explicit-any
  body: any;
}>;

const answered = async (response: Response): Promise<Answered> => {
  const text = await response.text();
  const headers = Object.fromEntries(response.headers);
  const { status } = response;
  return { status, headers, text, body: headers['content-type']?.includes('json') ? JSON.parse(text) : {} };
};

const noStanding = { state: null, size: 0, head: null, witnesses: [] };

/** The api as it ships, in this process: its log in memory, its read models as given. For specs of what HTTP does. */
export const inProcessApi = async (
  readModels: Partial<ReadModels> = {},
  proofLog: Partial<Stores['proofLog']> = {},
): Promise<InProcessApi> => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'shanyraq-api-'));
  const config = loadConfig({ SHANYRAQ_DATA: dataFolder });
  const issuer = await openDevIssuer(config);
  const store = new MemoryEventStore();
  const vault = new MemoryVault();
  const codec = createCodec({ schemas: eventSchemas, vault });
  const pipeline = new CommandPipeline({
    store,
    codec,
    retry: { retryDelaysMs: [0] },
  });
  const logged: Record<string, unknown>[] = [];
  const lifetime = { stopping: false };
  const app = await createApp({
    config,
    lifetime,
    logger: createLogger({
      name: 'api',
      level: 'info',
      destination: { write: (line) => logged.push(JSON.parse(line)) },
    }),
    offices: new ConfiguredOffices(sampleOffices),
    law: new InstallationSettings(),
    registers: new NoStateRegisters(),
    devIssuer: issuer,
    page: null,
    verifyToken: await createTokenVerifier(config),
    stores: {
      eventStore: store,
      log: store,
      codec,
      pipeline,
      // a spec gives the queries that it asks
      readModels: { steadily: (ask: () => unknown) => ask(), ...readModels } as unknown as ReadModels,
      // nothing has been signed in a log that lives in memory
      proofStores: {} as unknown as Stores['proofStores'],
      proofLog: { standing: async () => noStanding, ...proofLog } as unknown as Stores['proofLog'],
      erasing: vault,
      mac: (text) => vault.mac(text),
      watch: { sentence: null, assertFit: () => undefined },
      close: async () => undefined,
    },
  });
  const routes: { method: string; path: string; access: Access }[] = [];
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', ({ method, url: path, config: { access } = {} }) => {
      // Fastify answers HEAD wherever it answers GET
      if (access && method !== 'HEAD') routes.push({ method: String(method), path, access });
    });
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  return {
    app,
    store,
    vault,
    logged,
    lifetime,
    routes,
    send: async (path, request) => answered(await fetch(`${url}${path}`, request)),
    token: (request = {}) => issuer.issueToken({ role: 'caseworker', office: 'almaty-bostandyk', ...request }),
    close: async () => {
      await app.close();
      await rm(dataFolder, { recursive: true });
    },
  };
};
