import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { paragraphs437 } from './paragraphs-437.js';
import { paragraphOf, ruleParagraphs } from './rule-paragraphs.js';
import { defaultRulebookSettings, rulebook2021, rulebookById, rulebookFor } from './rulebooks.js';
import { termOf } from './rulebook.js';

const law = (name: string): string =>
  readFileSync(new URL(`../../../../docs/law/${name}`, import.meta.url), 'utf8').replaceAll('\u00A0', ' ');

describe('the rulebook KZ-437/2021-08-12', () => {
  it('names the edition that it holds', () =>
    expect(rulebook2021.title).toBe('Order No. 437 of 12 August 2021, original edition'));

  it('lets more than half of the members decide by more than half of the votes, where the office set nothing else', () =>
    expect(rulebook2021.commission).toEqual({
      minMembers: 1,
      quorumAbove: { parts: 1, of: 2 },
      majorityAbove: { parts: 1, of: 2 },
      chairCastingVote: false,
      abstentionAllowed: true,
    }));

  it('quotes the Order word for word', () => {
    const order = law('order-437.txt');
    const passages = Object.values(paragraphs437).flat();
    // The forms of the Appendices are broken into lines.
    const inOneLine = order.replaceAll(/\s+/g, ' ');
    const isQuoted = (passage: string) => order.includes(passage) || inOneLine.includes(passage);
    expect(passages.filter((passage) => passage === '' || !isQuoted(passage))).toEqual([]);
    expect(passages).toHaveLength(92);
  });

  it('names a paragraph for every row of the rule table, as the table does', () => {
    const rows = [...law('rules.md').matchAll(/^\| (R-\d+[a-z]?) \| ([^|]*) \|/gm)];
    expect(rows).toHaveLength(120);
    expect(Object.keys(ruleParagraphs).sort()).toEqual(rows.map(([, rule]) => rule).sort());
    const elsewhere = new Set(['11.4', '11.9'].flatMap((section) => rulesOfSection(section)));
    const stated = rows.filter(([, rule = '']) => !elsewhere.has(rule));
    expect(Object.fromEntries(stated.map(([, rule, place = '']) => [rule, place.trim()]))).toEqual(
      Object.fromEntries(stated.map(([, rule = '']) => [rule, ruleParagraphs[rule]])),
    );
  });

  it.each([
    ['R-79', '10'],
    ['R-16', '4'],
    ['R-33', '6 end'],
    ['R-60', '9'],
    ['R-999', 'outside the Order'],
  ])('places %s in paragraph %s', (rule, paragraph) => expect(paragraphOf(rule)).toBe(paragraph));

  it.each([
    ['R-15', 'on the day they are received'],
    ['R-18', 'ensures the delivery of documents to the service provider on the day they are received'],
    ['R-27', 'within 30 (thirty) calendar days from the date the documents were provided'],
    ['R-33', 'rejects the application within 2 (two) business days'],
    ['R-28', 'within 5 (five) working days'],
    ['R-36', 'within 30 (thirty) calendar days, the cost of the dwelling'],
    ['R-29', 'within 15 (fifteen) calendar days from the date of the decision to privatize the dwelling'],
    ['R-30', 'within 5 (five) working days'],
    ['R-31', 'transfer of housing from republican to communal ownership after the decision'],
    ['R-32', 'within 15 (fifteen) calendar days from the date adoption by the housing commission'],
    ['R-32a', 'within 15 (fifteen) calendar days from the date of making decisions on housing'],
    ['R-32b', 'within 5 (five) working days'],
    ['R-75', 'within 15 (fifteen) calendar days in accordance with Article 73'],
    ['R-78', 'within 2 working days from the date of its receipt'],
  ])('gives %s its own words of the Order', (rule, words) => {
    const row = rulebook2021.terms.find((candidate) => candidate.rule === rule);
    expect(row && rulebook2021.paragraphs[row.paragraph]?.[row.passage]).toContain(words);
  });

  it.each([
    ['R-15', { n: 0, unit: 'working' }],
    ['R-18', { n: 0, unit: 'working' }],
    ['R-27', { n: 30, unit: 'calendar' }],
    ['R-28', { n: 5, unit: 'working' }],
    ['R-33', { n: 2, unit: 'working' }],
    ['R-36', { n: 30, unit: 'calendar' }],
    ['R-29', { n: 15, unit: 'calendar' }],
    ['R-30', { n: 5, unit: 'working' }],
    ['R-31', { n: 30, unit: 'calendar' }],
    ['R-32', { n: 15, unit: 'calendar' }],
    ['R-32a', { n: 15, unit: 'calendar' }],
    ['R-32b', { n: 5, unit: 'working' }],
    ['R-75', { n: 15, unit: 'calendar' }],
    ['R-78', { n: 2, unit: 'working' }],
  ])('gives %s the term %j', (rule, term) => expect(termOf(rulebook2021, rule)).toEqual(term));

  it('quotes for each route the subparagraph of that route', () => {
    const decisions = rulebook2021.terms.filter(({ rule }) => rule === 'R-27');
    expect(decisions.map(({ where, paragraph, passage }) => [where.route, paragraph, passage])).toEqual([
      ['COMMUNAL', '6(1)', 1],
      ['COMMUNAL_ENTITY', '6(2)', 1],
      ['REPUBLICAN_ENTITY', '6(3)', 1],
    ]);
  });

  it('has every enclosing term before the terms within it', () => {
    const rules = rulebook2021.terms.map(({ rule }) => rule);
    const within = rulebook2021.terms.flatMap(({ rule, within: around }) => (around === null ? [] : [[rule, around]]));
    expect(within).toEqual([
      ['R-75', 'R-27'],
      ['R-32', 'R-31'],
      ['R-32a', 'R-31'],
    ]);
    for (const [inner = '', outer = ''] of within) expect(rules.indexOf(outer)).toBeLessThan(rules.indexOf(inner));
  });

  it('has no term for R-77, a waiting time', () =>
    expect(rulebook2021.terms.map((row) => row.rule)).not.toContain('R-77'));

  it('has what the Order gives no term inside a term that goes before it: list it here and in docs/law/rules.md (A35)', () => {
    const held = rulebook2021.terms.flatMap(({ rule, heldBy }, index) =>
      heldBy === null ? [] : [{ rule, heldBy, index }],
    );
    expect(held.map(({ rule, heldBy }) => `${rule} in ${heldBy}`)).toEqual([
      'R-19 in R-18',
      'R-25 in R-15',
      'R-69 in R-27',
      'R-79 in R-27',
      'R-26 in R-27',
      'R-47 in R-27',
      'R-52 in R-30',
      'R-53 in R-32',
      'R-54a in R-32',
      'R-59 in R-32b',
    ]);
    for (const { heldBy, index } of held) {
      const before = rulebook2021.terms.slice(0, index).filter((row) => row.heldBy === null);
      expect(before.map(({ rule }) => rule)).toContain(heldBy);
    }
  });

  it('has no term for what the Order gives none', () =>
    expect(() => termOf(rulebook2021, 'R-45')).toThrow('the rulebook KZ-437/2021-08-12 has no term for R-45'));
});

const rulesOfSection = (section: string): string[] => {
  const [, text = ''] = law('rules.md').split(`### ${section} `);
  return [...(text.split('### ')[0] ?? '').matchAll(/^\| (R-\d+[a-z]?) /gm)].map(([, rule = '']) => rule);
};

describe('the rulebook of a day of acceptance (R-05)', () => {
  const settings = { ...defaultRulebookSettings, demonstrate2021: false };

  it('is none before the Order was in force', () => {
    expect(() => rulebookFor('2021-08-23')).toThrow(
      expect.objectContaining({
        code: 'before-rulebook',
        rule: 'R-05',
        message:
          'The application would be accepted on Monday 23 August 2021, before the Order was in force (Tuesday 24 August 2021).',
      }),
    );
    expect(rulebookFor('2021-08-24')).toEqual({ rulebook: rulebook2021, rulebookNotice: null });
  });

  it('follows the day on which the Order came into force, a parameter', () =>
    expect(() => rulebookFor('2021-09-01', { ...settings, validFrom: '2021-09-02' })).toThrow(
      expect.objectContaining({ code: 'before-rulebook' }),
    ));

  it('is the 2021 one, without a notice, until the edition of 2025 begins', () =>
    expect(rulebookFor('2025-04-14', settings)).toEqual({ rulebook: rulebook2021, rulebookNotice: null }));

  it('is not transcribed from then on', () =>
    expect(() => rulebookFor('2025-04-15', settings)).toThrow(
      expect.objectContaining({
        code: 'no-rulebook-for-date',
        facts: { acceptedOn: '2025-04-15', laterEditionFrom: '2025-04-15' },
      }),
    ));

  it('is the 2021 one with a visible notice where that was chosen for demonstration', () => {
    const { rulebook, rulebookNotice } = rulebookFor('2026-11-23');
    expect(rulebook).toBe(rulebook2021);
    expect(rulebookNotice).toBe(
      'The edition of the Rules in force on the day of acceptance (Order No. 115 of 4 April 2025) is not transcribed; ' +
        'the 2021 rulebook was chosen for demonstration.',
    );
  });

  it('is found again by its id, and no other is', () => {
    expect(rulebookById('KZ-437/2021-08-12')).toBe(rulebook2021);
    expect(() => rulebookById('KZ-437/2025-04-04')).toThrow(
      expect.objectContaining({ code: 'rulebook-unknown', facts: { rulebook: 'KZ-437/2025-04-04' } }),
    );
  });
});
