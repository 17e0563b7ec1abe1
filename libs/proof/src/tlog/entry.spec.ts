import { describe, expect, it } from '@jest/globals';
import { chainHash } from '../node.js';
import { genesisHash } from '../chain.js';
import { textOf, utf8 } from './bytes.js';
import { chainHashOfEntry, entryOf } from './entry.js';

const malformed = expect.objectContaining({ name: 'Malformed' });
const hash = 'ab'.repeat(32);

/** The hash of the first event of a stream. */
const hashOf = (stream: string, data: object): string =>
  chainHash({ stream, revision: 0, type: 'Recorded', data, metadata: { prevHash: genesisHash } });

describe('the entry of an event', () => {
  it('is the canonical JSON of its chain hash, and is read back', () => {
    expect(textOf(entryOf(hash))).toBe(`{"hash":"${hash}"}`);
    expect(chainHashOfEntry(entryOf(hash))).toBe(hash);
  });

  it.each(['', hash.slice(1), `${hash}0`, hash.toUpperCase(), `${hash}\n`])('is not made of %j', (wrong) => {
    expect(() => entryOf(wrong)).toThrow(malformed);
  });

  it.each([
    `{"hash":"${hash}"}\n`,
    `{ "hash":"${hash}"}`,
    `{"hash":"${hash.toUpperCase()}"}`,
    `{"hash":"${hash}","stream":"case-1"}`,
    `{"stream":"case-1","hash":"${hash}"}`,
    '{}',
  ])('is not %s', (text) => {
    expect(() => chainHashOfEntry(utf8(text))).toThrow(malformed);
  });

  it('is another for each event, and of one form and length for all', () => {
    const entries = ['case-1', 'case-2', 'dwelling-11'].flatMap((stream) =>
      [{}, { dwellingId: '11' }].map((data) => textOf(entryOf(hashOf(stream, data)))),
    );

    expect(new Set(entries).size).toBe(entries.length);
    expect(entries.every((entry) => /^\{"hash":"[0-9a-f]{64}"\}$/.test(entry))).toBe(true);
  });
});
