import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { eventSchemas } from '@app/domain';
import { createCodec, type LogItem, type StoredEvent } from '@app/event-store';
import { datasets, refold, rowsAsText, stageRecords, type ExportSources, type StageRecord } from '@app/read-models';
import { MemoryVault } from '../../libs/vault/src/testing/memory-vault.js';

const fileOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const sample = (name: string): Readonly<{ keys: Record<string, string>; events: readonly StoredEvent[] }> =>
  // Files of this folder are written by `recordStreams`.
  JSON.parse(readFileSync(fileOf(`streams/${name}.json`), 'utf8'));

/** The recorded streams that the samples of the datasets were made of: one more here is other samples. */
const names = [
  'case-gratuitous-1',
  'case-instalments-1',
  'case-paid-1',
  'case-refused-1',
  'case-rejected-1',
  'case-republican-1',
  'case-withdrawn-1',
  'complaint-ruled-1',
  'complaint-settled-1',
  'calendar-kz-1',
  'dwelling-1',
];

/** The streams one after another, as one log. */
const samples = names.map((name, index) => {
  const { keys, events } = sample(name);
  return { keys, events: events.map((event) => ({ ...event, position: event.position + index * 1_000_000 })) };
});
const log = samples.flatMap(({ events }) => events);

/** Their stage records, folded by today's code. */
const records = async (): Promise<readonly StageRecord[]> => {
  const found: StageRecord[] = [];
  for (const { keys, events } of samples) {
    const codec = createCodec({ schemas: eventSchemas, vault: new MemoryVault(keys) });
    const cases = await codec.decode(events.filter(({ stream }) => stream.startsWith('case-')));
    for (const { _id: id, ...row } of refold(stageRecords, cases).rows)
      // The collection holds what the projection gives as rows.
      found.push({ ...(row as unknown as StageRecord), id });
  }
  return found.toSorted((one, other) => one.logPosition - other.logPosition);
};

const sources: ExportSources = {
  log: {
    lastPosition: async () => log.at(-1)?.position ?? 0,
    follow: async function* ({ prefixes }): AsyncGenerator<LogItem> {
      for (const event of log)
        if (prefixes.some((prefix) => event.stream.startsWith(prefix))) yield { kind: 'event', event };
      yield { kind: 'caught-up' };
    },
  },
  stageRecords: { after: async () => ({ records: await records(), next: 0, end: true, heldBackAt: null }) },
  // What is known by now is no part of what stays for ever.
  cases: { dutiesOf: async () => new Map() },
  complaints: { dutiesOf: async () => new Map() },
};

/** Each dataset as it was first written; never changed, for a range of the log gives the same bytes for ever. */
describe('exports of the recorded streams', () => {
  it.each(datasets.map(({ name }) => name))(
    '%s are the bytes that they were when the dataset was made',
    async (name) => {
      const dataset = datasets.find((one) => one.name === name)!;
      const { rows } = await dataset.page(sources, { after: 0, limit: 10_000, signal: new AbortController().signal });
      expect(rows.length).toBeGreaterThan(0);
      for (const format of ['ndjson', 'csv'] as const) {
        const written = rowsAsText(format, dataset.columns, rows);
        expect(written).toBe(readFileSync(fileOf(`exports/${name}.${format}`), 'utf8'));
      }
    },
  );
});
