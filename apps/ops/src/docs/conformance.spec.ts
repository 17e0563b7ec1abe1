import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { carriedRows, isCarried, notAutomated, ruleRows, testTitles, withoutExamples } from './conformance.js';

describe('the conformance sheet', () => {
  it('reads a rule with its place and what it asks', () => {
    const rows = ruleRows(
      [
        '| ID | Para | Actor | Trigger | Term | Duty / outcome | Breach |',
        '|---|---|---|---|---|---|---|',
        '| R-26b | 5; App 1-2 | SR | filing | - | consent to use of secrets | Block |',
      ].join('\n'),
    );
    expect(rows).toEqual([{ rule: 'R-26b', place: '5; App 1-2', outcome: 'consent to use of secrets' }]);
  });

  it('finds every rule of the rule book, R-01 to R-112', () => {
    const rules = ruleRows(readFileSync('docs/law/rules.md', 'utf8')).map(({ rule }) => rule);
    const numbers = new Set(rules.map((rule) => Number(/\d+/.exec(rule)?.[0])));
    expect([...numbers]).toEqual(Array.from({ length: 112 }, (_, index) => index + 1));
    expect(new Set(rules).size).toBe(rules.length);
  });

  it('reads the names of tests, also of tables and over lines', () => {
    const spec = [
      "describe('a rejection', () => {",
      "  it('lapses after two working days (R-33)', () => {});",
      "  it.each([['a', 1]])('says %s (R-41)', () => {});",
      '  it(',
      '    "names the office\'s defects",',
      '    () => {},',
      '  );',
      '});',
    ].join('\n');
    expect(testTitles(spec)).toEqual([
      'a rejection',
      'lapses after two working days (R-33)',
      'says %s (R-41)',
      "names the office's defects",
    ]);
  });

  it.each([
    "  rule: { about: 'The rule of the Order.', example: 'R-27' },",
    "  @ShownTexts({ example: ['R-27'], about: 'The rules that stand in it.' })",
    "    example: 'R-27, decide on the privatization: done in time',",
    '  /** `R-27`. */',
    "  rule: 'The rule of the duty, such as `R-27`.',",
    "    text('rule', 'Of docs/law/rules.md, e.g. R-27.'),",
    '  /** By what it is compared, e.g. `R-27 almaty-medeu KEPT`. */',
    '  * JSON of the terms that are other than in the edition, `{"R-27": {"n": 20}}`.',
  ])('takes no example for code: %s', (line) => expect(withoutExamples(line)).not.toContain('R-27'));

  it.each([
    "  const decision = duties.find(({ rule }) => rule === 'R-27');",
    '/** The provider decides within thirty days (R-27, para 6). */',
    '  extended: (on) => `(R-27, paragraph 6); it would have ended on ${on}.`,',
  ])('takes for code what carries a rule: %s', (line) => expect(withoutExamples(line)).toContain('R-27'));

  it('counts no sample as code', () =>
    expect(carriedRows().flatMap(({ code }) => code.filter((file) => file.includes('/samples/')))).toEqual([]));

  it('shows every rule carried by code and a named test, or says why it cannot be', () => {
    const rows = carriedRows();
    expect(rows.filter((row) => !isCarried(row) && !(row.rule in notAutomated)).map(({ rule }) => rule)).toEqual([]);
    expect(Object.keys(notAutomated).filter((rule) => rows.every((row) => row.rule !== rule))).toEqual([]);
  });
});
