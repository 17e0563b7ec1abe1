import { describe, expect, it } from '@jest/globals';
import { wasCompared, type Claim } from './tree-check.js';

const claim = (size: number, root: number): Claim => ({ size, root: new Uint8Array(32).fill(root), who: 'a witness' });

describe('what a witness tells after a log was found sound', () => {
  const heads = [claim(3, 1), claim(8, 2)];

  it('needs no look at all of it where it is about what came later, or says what a head said', () => {
    expect(wasCompared(claim(10, 9), 10, heads)).toBe(true);
    expect(wasCompared(claim(8, 2), 10, heads)).toBe(true);
  });

  it('has all looked at again where no head said so', () => {
    expect(wasCompared(claim(8, 1), 10, heads)).toBe(false);
    expect(wasCompared(claim(5, 1), 10, heads)).toBe(false);
  });
});
