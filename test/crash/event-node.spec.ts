import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient, jsonEvent, type JSONEventType } from '@eventstore/db-client';
import { startEventNode } from '../support/nodes.js';
import { temporaryFolder, type RunningProcess } from '../support/process.js';

/** One event of an append of `of` events, the `append`th of its writer. */
type Piece = JSONEventType<'Piece', { append: number; index: number; of: number; filler: string }>;

const rounds = 6;
const writers = 12;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let node: RunningProcess;
let client: EventStoreDBClient;

beforeEach(async () => {
  folder = await temporaryFolder();
  node = await startEventNode(folder.path);
  client = EventStoreDBClient.connectionString(node.url);
});
afterEach(async () => {
  await client.dispose();
  await node.kill();
  await folder.remove();
});

const startAgain = async (): Promise<void> => {
  node = await startEventNode(folder.path, Number(/:(\d+)\?/.exec(node.url)?.[1]));
};

const pieces = (append: number) => {
  const of = 1 + (append % 5);
  const filler = 'x'.repeat((append * 37) % 3_000);
  return Array.from({ length: of }, (_, index) =>
    jsonEvent<Piece>({ id: randomUUID(), type: 'Piece', data: { append, index, of, filler } }),
  );
};

/** What a writer was told: revision and position of the last event of each append that was confirmed. */
type Confirmed = Map<number, Readonly<{ revision: bigint; commit: bigint }>>;

type Writer = Readonly<{ stream: string; confirmed: Confirmed }>;

const newWriter = (_: unknown, index: number): Writer => ({ stream: `writer-${index}`, confirmed: new Map() });

/** Appends from where the stream stands until the server is gone. */
const writeUntilGone = async (writer: Writer, onConfirmed: () => void): Promise<void> => {
  const there = await read(writer.stream);
  let revision = there.length - 1;
  let append = (there.at(-1)?.append ?? -1) + 1;
  for (;;) {
    const expectedRevision = revision < 0 ? 'no_stream' : BigInt(revision);
    try {
      const events = pieces(append);
      const answer = await client.appendToStream(writer.stream, events, { expectedRevision });
      writer.confirmed.set(append, { revision: answer.nextExpectedRevision, commit: answer.position!.commit });
    } catch {
      return;
    }
    revision = Number(writer.confirmed.get(append)!.revision);
    append += 1;
    onConfirmed();
  }
};

type Stored = Readonly<{ append: number; index: number; of: number; revision: bigint; commit: bigint }>;

const read = async (stream: string): Promise<Stored[]> => {
  const stored: Stored[] = [];
  try {
    for await (const { event } of client.readStream<Piece>(stream)) {
      const { append, index, of } = event!.data;
      stored.push({ append, index, of, revision: event!.revision, commit: event!.position!.commit });
    }
  } catch (error) {
    if ((error as { type?: string }).type !== 'stream-not-found') throw error;
  }
  return stored;
};

const expectNothingLost = async ({ stream, confirmed }: Writer): Promise<void> => {
  const stored = await read(stream);
  const lastOf = new Map(stored.map(({ append, revision, commit }) => [append, { revision, commit }]));

  // Every append once, whole, in the order of its writer.
  const appends = [...lastOf.keys()];
  expect(appends).toEqual(appends.map((_, index) => index));
  expect(stored.map(({ append, index }) => [append, index])).toEqual(
    appends.flatMap((append) => pieces(append).map((_, index) => [append, index])),
  );
  expect(stored.map(({ revision }) => revision)).toEqual(stored.map((_, index) => BigInt(index)));
  // Everything that was confirmed, where it was said to be.
  for (const [append, place] of confirmed) expect([append, lastOf.get(append)]).toEqual([append, place]);
};

describe('killing the event node under concurrent writers', () => {
  it(`loses nothing that was confirmed, leaves no append half written and keeps the order, ${rounds} times over`, async () => {
    const all = Array.from({ length: writers }, newWriter);
    let confirmedBefore = 0;
    for (let round = 0; round < rounds; round += 1) {
      let left = 60 + Math.floor(Math.random() * 400);
      const killed = new Promise<void>((resolve) => {
        const onConfirmed = (): void => {
          left -= 1;
          if (left === 0) void node.kill().then(resolve);
        };
        void Promise.all(all.map((writer) => writeUntilGone(writer, onConfirmed))).then(() => resolve());
      });
      await killed;
      await startAgain();
      for (const writer of all) await expectNothingLost(writer);
      const confirmed = all.reduce((sum, writer) => sum + writer.confirmed.size, 0);
      expect(confirmed).toBeGreaterThan(confirmedBefore + 50);
      confirmedBefore = confirmed;
    }
    await expectLogAgrees(all);
  }, 120_000);
});

/** The whole log in order holds what the streams hold. */
const expectLogAgrees = async (all: readonly Writer[]): Promise<void> => {
  const inLog = new Map<string, bigint[]>(all.map(({ stream }) => [stream, []]));
  let last = -1n;
  for await (const { event } of client.readAll()) {
    const { commit } = event!.position!;
    expect(commit).toBeGreaterThan(last);
    last = commit;
    inLog.get(event!.streamId)?.push(commit);
  }
  for (const { stream } of all) {
    expect(inLog.get(stream)).toEqual((await read(stream)).map(({ commit }) => commit));
  }
};
