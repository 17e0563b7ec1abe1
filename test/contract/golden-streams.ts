import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { verifyChain } from '@app/proof/node';
import { CommandPipeline, createCodec, type EventSchemas, type StoredEvent } from '@app/event-store';
import { MemoryEventStore } from '../../libs/event-store/src/testing/memory-event-store.js';
import { MemoryVault } from '../../libs/vault/src/testing/memory-vault.js';

/** Streams as they were written once, with the keys that open their seals. Never changed: what was released must be readable for ever. */
type Sample = Readonly<{ keys: Readonly<Record<string, string>>; events: readonly StoredEvent[] }>;

/** What a sample says in today's shapes. Changes with an upcast, and then shows what the upcast does. */
type Decoded = readonly Readonly<{ stream: string; type: string; data: unknown }>[];

/** A sample as it is replayed today, and as it was expected. */
export type Replay = Readonly<{ intact: boolean; decoded: Decoded; expected: Decoded }>;

/**
 * Walks through commands on a log in memory and writes what came to be as `<name>.json` and `<name>.decoded.json`. Refuses to write over
 * a sample: a new shape gets a new sample. Invented people only: their keys are in the file.
 */
export const recordStreams = async (
  sample: Readonly<{ folder: string; name: string; schemas: EventSchemas }>,
  walk: (pipeline: CommandPipeline) => Promise<unknown>,
): Promise<void> => {
  const vault = new MemoryVault();
  const store = new MemoryEventStore();
  const codec = createCodec({ schemas: sample.schemas, vault });
  await walk(new CommandPipeline({ store, codec }));
  await write(sample, '.json', { keys: vault.keys(), events: store.log } satisfies Sample);
  await write(sample, '.decoded.json', summary(await codec.decode(store.log)));
};

/** Reads a sample with today's code. Throws where an event cannot be read. */
export const replayStreams = async (folder: string, name: string, schemas: EventSchemas): Promise<Replay> => {
  const { events, decoded } = await decodedStreams(folder, name, schemas);
  const streams = [...new Set(events.map(({ stream }) => stream))];
  return {
    intact: streams.every((stream) => verifyChain(events.filter((event) => event.stream === stream)).intact),
    decoded: summary(decoded),
    expected: (await read(folder, `${name}.decoded.json`)) as Decoded,
  };
};

/** The events of a sample, as stored and as today's code decodes them. Throws where one cannot be read. */
export const decodedStreams = async (folder: string, name: string, schemas: EventSchemas) => {
  // Files of this folder are written by `recordStreams`.
  const { keys, events } = (await read(folder, `${name}.json`)) as Sample;
  return { events, decoded: await createCodec({ schemas, vault: new MemoryVault(keys) }).decode(events) };
};

/** The names of all samples in a folder. */
export const sampleNames = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json') && !file.endsWith('.decoded.json'))
    .map((file) => basename(file, '.json'));

const summary = (events: Decoded): Decoded => events.map(({ stream, type, data }) => ({ stream, type, data }));

const write = ({ folder, name }: { folder: string; name: string }, ending: string, content: unknown): Promise<void> =>
  writeFile(join(folder, `${name}${ending}`), `${JSON.stringify(content, null, 2)}\n`, { flag: 'wx' });

const read = async (folder: string, file: string): Promise<unknown> =>
  JSON.parse(await readFile(join(folder, file), 'utf8'));
