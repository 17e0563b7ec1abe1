// The client's generated messages; CommonJS, hence the default import. An internal path of a frozen package, pinned to 6.2.1.
import shared from '@eventstore/db-client/generated/shared_pb.js';
import services from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { CallOptions, Client, ClientReadableStream, Metadata } from '@grpc/grpc-js';
import { StoreUnavailable, type Position, type WrittenEvent } from '../event-store.js';
import type { Connection } from './connection.js';
import { followFailure } from './failures.js';
import { writtenEvent } from './written-event.js';

/** So many events are handed over together. */
const together = 256;

/** Every event of the log after a position, to its end, as it was written. Holds one of the connection's calls. */
export async function* readWritten(
  connection: Connection,
  after: Position | null,
  signal: AbortSignal,
): AsyncGenerator<readonly WrittenEvent[], void, undefined> {
  signal.throwIfAborted();
  const session = await connection.session();
  const call = await open(session.client as unknown as Inside, after);
  const stop = (): void => {
    call.destroy(new StoreUnavailable('the reading was given up'));
  };
  // The client mends its connection by the same error; here it must not end the process.
  call.on('error', () => undefined);
  signal.addEventListener('abort', stop);
  session.waiting.add(stop);
  try {
    let events: WrittenEvent[] = [];
    for await (const answer of call as AsyncIterable<Buffer>) {
      const event = writtenEvent(answer);
      if (event && event.position !== after) events.push(event);
      if (events.length < together) continue;
      yield events;
      events = [];
    }
    if (events.length > 0) yield events;
  } catch (error) {
    signal.throwIfAborted();
    throw followFailure(error, after);
  } finally {
    signal.removeEventListener('abort', stop);
    session.waiting.delete(stop);
    call.cancel();
  }
}

/** What the client's types keep to themselves: its connection, and its settings of a call. */
type Inside = Readonly<{
  GRPCStreamCreator: (
    service: typeof services.StreamsClient,
    name: string,
    create: (client: Client) => ClientReadableStream<Buffer>,
  ) => () => Promise<ClientReadableStream<Buffer>>;
  callArguments: (settings: { requiresLeader: boolean }, options: CallOptions) => [Metadata, CallOptions];
}>;

/** The read that `readAll` makes, but the answers stay bytes. */
const open = (client: Inside, after: Position | null): Promise<ClientReadableStream<Buffer>> => {
  const { path, requestSerialize } = services.StreamsService.read;
  const settings = client.callArguments({ requiresLeader: true }, { deadline: Number.POSITIVE_INFINITY });
  return client.GRPCStreamCreator(services.StreamsClient, 'readWritten', (service) =>
    service.makeServerStreamRequest(path, requestSerialize, (answer) => answer, allAfter(after), ...settings),
  )();
};

const { Options } = streams.ReadReq;

/** `$all` forwards; a position is inclusive. */
const allAfter = (after: Position | null): streams.ReadReq => {
  const from = new Options.AllOptions();
  if (after === null) from.setStart(new shared.Empty());
  else from.setPosition(new Options.Position().setCommitPosition(`${after}`).setPreparePosition(`${after}`));
  const options = new Options()
    .setAll(from)
    .setReadDirection(Options.ReadDirection.FORWARDS)
    .setResolveLinks(false)
    .setCount(`${Number.MAX_SAFE_INTEGER}`)
    .setUuidOption(new Options.UUIDOption().setString(new shared.Empty()))
    .setNoFilter(new shared.Empty());
  return new streams.ReadReq().setOptions(options);
};
