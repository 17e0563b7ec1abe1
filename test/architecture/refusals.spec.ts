import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { refusals, ruleParagraphs } from '@app/domain';
import { sources } from './sources.js';

const codes = Object.keys(refusals);

/** The codes that a text does not name between quotes of this kind. */
const missingFrom = (text: string, quote: string): readonly string[] =>
  codes.filter((code) => !new RegExp(`${quote}${code}${quote}`).test(text));

describe('every refusal code', () => {
  it('is asserted by a spec: write one that brings it about', () => {
    const specs = sources()
      .filter(({ path }) => path.endsWith('.spec.ts') && !path.startsWith('test/architecture/'))
      .map(({ text }) => text)
      .join('\n');
    expect(missingFrom(specs, '[\'"`]')).toEqual([]);
  });

  it('stands in the catalogue (`npm run docs` writes it)', () => {
    expect(missingFrom(readFileSync('docs/generated/refusals.md', 'utf8'), '`')).toEqual([]);
  });

  it('stands in the contract, OpenAPI', () => {
    expect(missingFrom(readFileSync('docs/generated/openapi.json', 'utf8'), '"')).toEqual([]);
  });

  it('names a rule that there is', () => {
    const rules = new Set(Object.keys(ruleParagraphs));
    expect(Object.values(refusals).filter(({ rule }) => rule !== null && !rules.has(rule))).toEqual([]);
  });
});
