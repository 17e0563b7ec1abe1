import { describe, expect, it } from '@jest/globals';
import { sources } from './sources.js';

const pure = sources().filter(
  ({ path }) => /^libs\/(domain|proof)\/src\/.*\.ts$/.test(path) && !/(\.spec\.ts$|\/testing\/)/.test(path),
);

/** What would make the same events give another answer tomorrow, or elsewhere. */
const impure = [
  /\bDate\.now\b/,
  /\bnew Date\(\s*\)/,
  /\bMath\.random\b/,
  /\brandomUUID\b/,
  /\bTemporal\.Now\b/,
  /\bprocess\./,
  /\bfetch\(/,
  /\bsetTimeout\b/,
  /\btoLocale\w*\(/,
];

describe('libs/domain and libs/proof', () => {
  it('hold something to look at', () => {
    expect(pure.length).toBeGreaterThan(30);
  });

  it.each(impure.map((pattern) => [pattern]))(
    'make no use of %s: time, chance and the surroundings are passed in',
    (pattern) => {
      expect(pure.filter(({ text }) => pattern.test(text)).map(({ path }) => path)).toEqual([]);
    },
  );
});
