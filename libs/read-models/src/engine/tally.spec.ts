import { describe, expect, it } from '@jest/globals';
import { withEvent, type Tally } from './tally.js';

const tallyOf = (...ids: readonly string[]): Tally | undefined => {
  let tally: Tally | undefined;
  for (const id of ids) tally = withEvent(tally, id);
  return tally;
};

describe('a tally of events', () => {
  it('of one event is the SHA-256 of its id', () => {
    expect(tallyOf('abc')).toEqual({
      count: 1,
      digest: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    });
  });

  it('is the sum of what its events give, without what passes 256 bits', () => {
    // Twice the SHA-256 of `abc`, less 2^256.
    expect(tallyOf('abc', 'abc')?.digest).toBe('74f02d7f1e039fd4828281bcbb5c44476006c3472c2ef5396821fec3e4002b5a');
  });

  it('does not depend on the order', () => {
    expect(tallyOf('a', 'b', 'c')).toEqual(tallyOf('c', 'a', 'b'));
  });

  it('tells an event that is lost, taken twice, or taken for another', () => {
    const whole = tallyOf('a', 'b', 'c');
    expect(tallyOf('a', 'b')).not.toEqual(whole);
    expect(tallyOf('a', 'b', 'c', 'c')).not.toEqual(whole);
    expect(tallyOf('a', 'b', 'b', 'b', 'c')?.digest).not.toBe(whole?.digest);
    expect(tallyOf('a', 'b', 'd')?.digest).not.toBe(whole?.digest);
  });
});
