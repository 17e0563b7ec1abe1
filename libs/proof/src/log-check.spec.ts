import { describe, expect, it } from '@jest/globals';
import { genesisHash, type ChainedEvent } from './chain.js';
import { LogCheck } from './log-check.js';
import { loggedEvent } from './logged-event.js';
import { chainHash, sha256OfText } from './node.js';

/** Type and metadata are what somebody wrote. */
type Linked = ChainedEvent;
const logged = (event: Linked) =>
  loggedEvent({ ...event, data: JSON.stringify(event.data), metadata: JSON.stringify(event.metadata) });

/** A stream of events, each hashed after the one before it. */
const streamOf = (amounts: readonly number[], stream = 'till-1', after = genesisHash, from = 0): Linked[] => {
  let prevHash = after;
  return amounts.map((amount, at) => {
    const event = { stream, revision: from + at, type: 'CoinsAdded', data: { amount }, metadata: { prevHash } };
    const hash = chainHash(event);
    prevHash = hash;
    return { ...event, metadata: { ...event.metadata, hash } };
  });
};

/** Revisions as a store gives them, one after the other, whatever was hashed. */
const numbered = (events: readonly Linked[]): Linked[] => events.map((event, revision) => ({ ...event, revision }));

const faultsIn = (events: readonly Linked[]): readonly string[] => {
  const check = new LogCheck(sha256OfText);
  return events.flatMap((event) => {
    const found = check.take(logged(event));
    return found ? [`${found.fault} ${found.revision}`] : [];
  });
};

const [zero, one, two, three, four] = streamOf([1, 2, 3, 4, 5]) as [Linked, Linked, Linked, Linked, Linked];

describe('the check of a log by its chains', () => {
  it('finds nothing in what was written', () => {
    expect(faultsIn([zero, ...streamOf([7, 8], 'till-2'), one, two, three, four])).toEqual([]);
  });

  it('names a changed event', () => {
    expect(faultsIn([zero, { ...one, data: { amount: 99 } }, two, three])).toEqual(['CHANGED 1']);
  });

  it('names a changed actor', () => {
    const metadata = { ...one.metadata, actor: 'somebody else' };
    expect(faultsIn([zero, { ...one, metadata }, two])).toEqual(['CHANGED 1']);
  });

  it('names where events were dropped, also where the rest was numbered anew', () => {
    expect(faultsIn([zero, two, three])).toEqual(['DROPPED 2']);
    expect(faultsIn(numbered([zero, two, three, four]))).toEqual(['DROPPED 1']);
    expect(faultsIn(numbered([zero, three, four]))).toEqual(['DROPPED 1']);
    expect(faultsIn(numbered([two, three, four]))).toEqual(['DROPPED 0']);
  });

  it('names events that changed places', () => {
    expect(faultsIn(numbered([zero, two, one, three]))).toEqual(['DROPPED 1', 'MOVED 2']);
  });

  it('names an inserted event, also where the rest was numbered anew', () => {
    const [inserted] = streamOf([66], 'till-1', zero.metadata.hash, 1) as [Linked];
    expect(faultsIn(numbered([zero, inserted, one, two, three]))).toEqual(['INSERTED 1']);
    expect(faultsIn([zero, one, { ...inserted, revision: 1 }, two])).toEqual(['REPEATED 1', 'INSERTED 1']);
  });

  it('names where a rewritten run meets what stood', () => {
    const rewritten = streamOf([1, 99, 3]);
    expect(faultsIn([...rewritten, three, four])).toEqual(['UNLINKED 3']);
  });

  it('names what another program wrote, and goes on with the chain after it', () => {
    const foreign = { stream: 'till-1', revision: 1, type: 'Note', data: {}, metadata: {} };
    expect(faultsIn(numbered([zero, foreign as unknown as Linked, one, two]))).toEqual(['FOREIGN 1']);
  });

  it('goes on after what is taken for right', () => {
    const check = new LogCheck(sha256OfText);
    check.trust('till-1', { revision: 1, hash: one.metadata.hash });
    expect([check.knows('till-1'), check.knows('till-2'), check.take(logged(two))]).toEqual([true, false, null]);
  });
});
