import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { genesis, genesisHash, type ChainedEvent } from './chain.js';
import { chainHash, verifyChain } from './node.js';

describe('the hash chain of a stream', () => {
  it('hashes the canonical JSON of data, metadata without its hash, revision, stream and type', () => {
    const preimage =
      '{"data":{"a":1,"b":"ә"},"metadata":{"actor":"x","prevHash":"00"},"revision":0,"stream":"case-1","type":"Opened"}';

    expect(
      chainHash({
        stream: 'case-1',
        revision: 0,
        type: 'Opened',
        data: { b: 'ә', a: 1 },
        metadata: { prevHash: '00', actor: 'x' } as { prevHash: string },
      }),
    ).toBe(createHash('sha256').update(preimage, 'utf8').digest('hex'));
  });

  it('holds for what it was made of, and ends at the last hash', () => {
    const events = chainOf({ n: 1 }, { n: 2 }, { n: 3 });

    expect(verifyChain(events)).toEqual({ intact: true, head: { revision: 2, hash: events[2]!.metadata.hash } });
    expect(verifyChain([])).toEqual({ intact: true, head: { revision: -1, hash: genesisHash } });
  });

  it('can be taken up after a head that is known', () => {
    const events = chainOf({ n: 1 }, { n: 2 }, { n: 3 });

    expect(verifyChain(events.slice(2), { revision: 1, hash: events[1]!.metadata.hash })).toEqual(verifyChain(events));
    expect(verifyChain(events.slice(2), { revision: 1, hash: genesisHash })).toEqual({
      intact: false,
      revision: 2,
      reason: 'link',
    });
  });

  it.each<[string, 'gap' | 'link' | 'hash', number, (events: ChainedEvent[]) => unknown[]]>([
    ['changed data', 'hash', 1, ([a, b, c]) => [a, { ...b, data: { n: 20 } }, c]],
    ['a changed type', 'hash', 1, ([a, b, c]) => [a, { ...b, type: 'Other' }, c]],
    ['changed metadata', 'hash', 1, ([a, b, c]) => [a, { ...b, metadata: { ...b!.metadata, actor: 'y' } }, c]],
    ['another stream', 'hash', 0, (events) => events.map((event) => ({ ...event, stream: 'case-2' }))],
    ['a missing event', 'gap', 2, ([a, , c]) => [a, c]],
    ['events in another order', 'gap', 1, ([a, b, c]) => [b, a, c]],
    ['a run that was cut at the front', 'gap', 1, ([, b, c]) => [b, c]],
    ['an event of another history', 'link', 1, ([a]) => [a, chainOf({ n: 9 }, { n: 2 })[1]]],
  ])('breaks on %s', (_, reason, revision, alter) => {
    // The altered runs are of the same shape; only their content is wrong.
    const altered = alter(chainOf({ n: 1 }, { n: 2 }, { n: 3 })) as ChainedEvent[];

    expect(verifyChain(altered)).toEqual({ intact: false, revision, reason });
  });
});

/** A right chain on one stream. */
const chainOf = (...datas: object[]): ChainedEvent[] => {
  let { revision, hash } = genesis;
  return datas.map((data) => {
    revision += 1;
    const event = { stream: 'case-1', revision, type: 'Counted', data, metadata: { actor: 'x', prevHash: hash } };
    hash = chainHash(event);
    return { ...event, metadata: { ...event.metadata, hash } };
  });
};
