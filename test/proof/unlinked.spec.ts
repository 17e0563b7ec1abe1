import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { entryOf, textOf } from '@app/proof';
import { chainHash } from '@app/proof/node';

type Stored = Readonly<{
  stream: string;
  revision: number;
  type: string;
  data: Readonly<Record<string, unknown>>;
  metadata: Readonly<{ prevHash: string; hash: string; requestDigest: string }>;
}>;

const folder = 'test/contract/streams';

/** Every event that a sample holds, of cases, dwellings, complaints and all the rest. */
const events = readdirSync(folder)
  .filter((file) => file.endsWith('.json') && !file.endsWith('.decoded.json'))
  // The shape that `recordStreams` writes.
  .flatMap((file) => (JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as { events: readonly Stored[] }).events);

const entryText = ({ metadata }: Stored): string => textOf(entryOf(metadata.hash));

/** Every text in a value, but hashes, which say nothing. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return /^[0-9a-f]{64}$/.test(value) ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

describe('the entries of the log, which anybody may read', () => {
  it('are of events of cases and of the dwellings that they claim', () => {
    const kinds = new Set(events.map(({ stream }) => stream.split('-')[0]));

    expect([kinds.has('case'), kinds.has('dwelling'), kinds.has('complaint')]).toEqual([true, true, true]);
  });

  it('have one member, a hash, and one length', () => {
    for (const event of events) {
      const entry = entryText(event);
      expect(Object.keys(JSON.parse(entry) as object)).toEqual(['hash']);
      expect(entry).toMatch(/^\{"hash":"[0-9a-f]{64}"\}$/);
    }
  });

  it('share no word with their event: no stream, dwelling, case, time, type or person', () => {
    for (const event of events) {
      const entry = entryText(event);
      const words = [event.stream, event.type, ...textsIn(event.data), ...textsIn(event.metadata)];
      // A word of few letters may stand in a hash by chance.
      expect(words.filter((word) => word.length >= 8 && entry.includes(word))).toEqual([]);
    }
  });

  it('do not tell that two events are of one stream, dwelling or case: each is another', () => {
    const distinct = new Map(
      events.map((event) => [`${event.stream}@${event.revision}:${event.metadata.hash}`, event]),
    );

    expect(new Set([...distinct.values()].map(entryText)).size).toBe(distinct.size);
  });

  it('cannot be found by trying: each event has a digest in its hash that is made with a secret key', () => {
    for (const event of events) {
      const { hash: _hash, ...metadata } = event.metadata;
      const guess = chainHash({
        ...event,
        metadata: { ...metadata, requestDigest: '0'.repeat(64) } as typeof metadata,
      });

      expect(metadata.requestDigest).toMatch(/^[0-9a-f]{64}$/);
      expect(chainHash({ ...event, metadata })).toBe(event.metadata.hash);
      expect(guess).not.toBe(event.metadata.hash);
    }
  });
});
