import { readFile, readdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { startEventNode } from '../support/nodes.js';
import { temporaryFolder, type RunningProcess } from '../support/process.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let node: RunningProcess;
let client: EventStoreDBClient;

const start = async (port = 0): Promise<void> => {
  node = await startEventNode(folder.path, port);
};

beforeEach(async () => {
  folder = await temporaryFolder();
  await start();
  client = EventStoreDBClient.connectionString(node.url);
});
afterEach(async () => {
  await client.dispose();
  await node.kill();
  await folder.remove();
});

const startAgain = (): Promise<void> => start(Number(/:(\d+)\?/.exec(node.url)?.[1]));

const file = (): string => join(folder.path, 'events.log');

const append = async (note: string): Promise<void> => {
  await client.appendToStream('notes', [
    jsonEvent({ type: 'Noted', data: { note } }),
    jsonEvent({ type: 'Noted', data: { note } }),
  ]);
};

const notes = async (): Promise<string[]> => {
  const read: string[] = [];
  for await (const { event } of client.readStream('notes')) read.push((event!.data as { note: string }).note);
  return read;
};

/** Where the frames of the file start: each append is one. */
const frames = (bytes: Buffer): number[] => {
  const found: number[] = [];
  for (let at = bytes.indexOf('EVB1'); at >= 0; at = bytes.indexOf('EVB1', at + 1)) found.push(at);
  return found;
};

describe('a torn tail', () => {
  it.each([
    ['cut off in its header', async (at: number) => truncate(file(), at + 7)],
    ['cut off in its payload', async (at: number) => truncate(file(), at + 150)],
    ['half of it never written', async (at: number) => overwrite(at + 100, Buffer.alloc(200))],
    ['overwritten with something else', async (at: number) => overwrite(at + 30, Buffer.alloc(64, 0x5a))],
  ])('of the last append, %s, is cut off and kept aside; the log goes on before it', async (_how, tear) => {
    await append('first');
    await append('second');
    await append('torn');
    await node.kill();
    const at = frames(await readFile(file())).at(-1)!;
    await tear(at);

    await startAgain();

    expect(await notes()).toEqual(['first', 'first', 'second', 'second']);
    expect(await readdir(folder.path)).toContain(`events.log.torn-${at}`);
    await append('third');
    await node.kill();
    await startAgain();
    expect(await notes()).toEqual(['first', 'first', 'second', 'second', 'third', 'third']);
  });
});

describe('damage to what had been safe', () => {
  const refusal = async (at: number): Promise<string> => {
    await overwrite(at, Buffer.from([0xff, 0xfe, 0xfd]));
    const before = await readFile(file());
    const said = await startAgain().then(
      () => 'it started',
      (error: Error) => error.message,
    );
    expect((await readFile(file())).equals(before)).toBe(true);
    return said;
  };

  it.each([0, 40, 100])(
    'in the middle of the log, %i bytes into an append, is refused, naming file and offset',
    async (into) => {
      for (const note of ['first', 'second', 'third']) await append(note);
      await node.kill();
      // The first frame holds the system event.
      const at = frames(await readFile(file()))[2]!;

      const said = await refusal(at + into);

      expect(said).toContain('ended with 1 before it was ready');
      expect(said).toContain(`The event log ${file()} is damaged at offset ${at}`);
    },
  );

  it('in the last append is refused, too, after the node had been stopped in order', async () => {
    await append('first');
    await append('last');
    await node.stop();
    const at = frames(await readFile(file())).at(-2)!;

    expect(await refusal(at + 50)).toContain(`is damaged at offset ${at}`);
  });
});

describe('a file that is no event log', () => {
  it('is refused and left alone', async () => {
    await node.kill();
    await writeFile(file(), 'somebody else keeps this here, and it is longer than a signature');

    await expect(startAgain()).rejects.toThrow(`${file()} is not an event log of this format`);
    expect(await readFile(file(), 'utf8')).toContain('somebody else');
  });
});

const overwrite = async (at: number, bytes: Buffer): Promise<void> => {
  const content = await readFile(file());
  bytes.copy(content, at);
  await writeFile(file(), content);
};
