import { setTimeout as delay } from 'node:timers/promises';
import { Server, ServerCredentials, type handleUnaryCall, type MethodDefinition } from '@grpc/grpc-js';
// The client's own service definitions and messages; CommonJS, hence the default import. An internal path of a frozen package, pinned to 6.2.1.
import featuresService from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { EventLog } from './log/event-log.js';
import { readService } from './reading/read.js';
import { Appender, batchAppendService } from './services/batch-append.service.js';
import { OpenCalls } from './services/open-calls.js';
import { readBatchAppendRequest } from './wire/append-request.js';
import { unavailable } from './wire/refusal.js';

/** The node listens here only: it knows no passwords. */
export const address = '127.0.0.1';

export type RunningServer = Readonly<{
  port: number;
  /** Takes no more appends, writes what it took, ends every call, and closes the log. */
  stop: () => Promise<void>;
}>;

/** As many calls on one connection as the real server allows; the next one waits. */
const callsPerConnection = 100;

const options = {
  'grpc.max_concurrent_streams': callsPerConnection,
  'grpc.max_receive_message_length': 17 * 1024 * 1024,
};

/** How long calls may take to end before the connections are cut. */
const longestGoodbyeMs = 500;

/** Serves a log. Rejects where the port cannot be had; port 0 takes any free one. */
export const serve = async (log: EventLog, wantedPort: number): Promise<RunningServer> => {
  const appender = new Appender(log);
  const open = new OpenCalls();
  const server = new Server(options);
  addServices(server, { log, appender, open });
  const port = await bind(server, wantedPort);
  const stop = async (): Promise<void> => {
    appender.stop();
    await log.settled();
    open.endAll(unavailable().toStatus());
    await Promise.race([shutDown(server), delay(longestGoodbyeMs)]);
    server.forceShutdown();
    await log.close();
  };
  return { port, stop };
};

type Parts = Readonly<{ log: EventLog; appender: Appender; open: OpenCalls }>;

/** What is not named here is refused by the library, by name. */
const addServices = (server: Server, { log, appender, open }: Parts): void => {
  const read = sendsEncoded(streams.StreamsService.read);
  const batchAppend = sendsEncoded(streams.StreamsService.batchAppend);
  server.addService(
    { read, batchAppend: { ...batchAppend, requestDeserialize: readBatchAppendRequest } },
    { read: readService(log, open), batchAppend: batchAppendService(appender, open) },
  );
  server.addService(featuresService.ServerFeaturesService, {
    getSupportedMethods: supportedMethods([read.path, batchAppend.path]),
  });
};

/** Version that the node names: that of the server whose behaviour it follows. */
const version = '24.6.0-embedded';

/** ServerFeatures/GetSupportedMethods: the client appends in batches where this names them. */
const supportedMethods =
  (methods: readonly string[]): handleUnaryCall<shared.Empty, features.SupportedMethods> =>
  (_call, callback) => {
    const list = methods.map((path) => {
      const [, service = '', method = ''] = path.split('/');
      return new features.SupportedMethod().setServiceName(service).setMethodName(method.toLowerCase());
    });
    callback(null, new features.SupportedMethods().setMethodsList(list).setEventStoreServerVersion(version));
  };

/** The answers of this method come encoded. */
const sendsEncoded = <Q, A>(method: MethodDefinition<Q, A>): MethodDefinition<Q, Buffer> => ({
  ...method,
  responseSerialize: (message) => message,
  responseDeserialize: (bytes) => bytes,
});

const bind = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.bindAsync(`${address}:${port}`, ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });

const shutDown = (server: Server): Promise<void> => new Promise((resolve) => server.tryShutdown(() => resolve()));
