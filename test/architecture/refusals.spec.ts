import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { refusals, ruleParagraphs } from '@app/domain';
import { sources } from './sources.js';

const specs = sources()
  .filter(({ path }) => path.endsWith('.spec.ts') && !path.startsWith('test/architecture/'))
  .map(({ text }) => text)
  .join('\n');
const catalogue = readFileSync('docs/generated/refusals.md', 'utf8');
const changelog = readFileSync('CHANGELOG.md', 'utf8');
const contract = readFileSync('docs/generated/openapi.json', 'utf8');

describe.each(Object.entries(refusals))('the refusal %s', (code, { rule }) => {
  it('is asserted by a spec: write one that brings it about', () => {
    expect(specs).toMatch(new RegExp(`['"\`]${code}['"\`]`));
  });

  it('stands in the catalogue and in the contract (`npm run docs` writes both)', () => {
    expect(catalogue).toContain(`| \`${code}\` |`);
    expect(contract).toContain(`"${code}"`);
  });

  it('is listed in the changelog', () => {
    expect(changelog).toContain(`\`${code}\``);
  });

  it('names a rule that there is', () => {
    expect(Object.keys(ruleParagraphs)).toContain(rule);
  });
});
