import { describe, expect, it } from '@jest/globals';
import * as domain from '@app/domain';
import { sources } from './sources.js';

/** Every set of words that the domain offers, by its name. */
const sets = Object.entries(domain).filter(
  (entry): entry is [string, readonly string[]] =>
    Array.isArray(entry[1]) && entry[1].length > 1 && entry[1].every((word: unknown) => typeof word === 'string'),
);

/** The words as a list, or as a union of literals, and no others beside them. */
const saidAgain = (words: readonly string[]): RegExp => {
  const quoted = words.map((word) => `'${word}'`);
  const list = String.raw`\[\s*${quoted.join(String.raw`,\s*`)},?\s*\]`;
  const union = String.raw`[:=<(]\s*\|?\s*${quoted.join(String.raw`\s*\|\s*`)}(?!\s*\|)`;
  return new RegExp(`${list}|${union}`);
};

/** What is sent as a sample says its own words. */
const production = sources().filter(
  ({ path }) => /^(apps|libs)\/.*\.ts$/.test(path) && !/\.spec\.ts$|\/(testing|seed)\/|^libs\/domain\//.test(path),
);

describe('the words of the domain', () => {
  it.each(sets)('%s are said once: import them from @app/domain', (_, words) => {
    const pattern = saidAgain(words);
    expect(production.filter(({ text }) => pattern.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('are found where they are', () => {
    expect(sets.map(([name]) => name)).toEqual(expect.arrayContaining(['channels', 'verdicts', 'addressees', 'spans']));
    expect(saidAgain(domain.verdicts).test("outcome: 'PRIVATIZE' | 'REFUSE';")).toBe(true);
    expect(saidAgain(domain.verdicts).test("ChoiceField(['PRIVATIZE', 'REFUSE'])")).toBe(true);
  });
});
