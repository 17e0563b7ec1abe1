import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ruleParagraphs } from './rule-paragraphs.js';

/** How each table of section 11 names a place in its second column; the documents (11.4) all stand in the same one. */
const placeIn = (section: string, column: string): string => {
  if (section === '11.4') return '9; item 8';
  return section === '11.9' ? `App 3, item ${column}` : column;
};

const places = (): Readonly<Record<string, string>> => {
  const tables = readFileSync('docs/law/rules.md', 'utf8')
    .split(/^### (?=11\.)/m)
    .slice(1);
  const found = tables.flatMap((table) =>
    [...table.matchAll(/^\| (R-\d+[ab]?) \| ([^|]+?) \|/gm)].map(
      ([, rule = '', column = '']) => [rule, placeIn(table.slice(0, 4), column)] as const,
    ),
  );
  return Object.fromEntries(found);
};

describe('the place of a rule in the Order', () => {
  it('is that of the table of rules, row by row', () => {
    expect(ruleParagraphs).toEqual(places());
  });
});
