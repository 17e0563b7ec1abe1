import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../refusal.js';
import { ruleParagraphs } from '../rulebook/rule-paragraphs.js';
import { type RefusalCode, refusals, refuse } from './refuse.js';

// The catalogue's own keys, which Object.keys widens to strings.
const codes = Object.keys(refusals) as RefusalCode[];
const source = new URL('../', import.meta.url);
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
/** The catalogue itself, group by group, with its words. */
const isCatalogue = (file: string): boolean => file.startsWith('refusals/') && !file.endsWith('refuse.ts');
const textOf = (those: readonly string[]): string =>
  those.map((file) => readFileSync(new URL(file, source), 'utf8')).join('\n');

describe('the catalogue of refusals', () => {
  it.each(codes)('%s rests on a rule of the table or on none, and says so in one sentence', (code) => {
    const { rule, message } = refusals[code];
    expect([null, ...Object.keys(ruleParagraphs)]).toContain(rule);
    expect(message).toMatch(/^[A-Z][^\n]*\.$/);
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('says of every code what the list of docs/generated says, which a person has read', () => {
    const list = readFileSync(new URL('../../../../docs/generated/refusals.md', import.meta.url), 'utf8');
    const written = [...list.matchAll(/^\| `([a-z-]+)` \| (\S+) \| [^|]+ \| (.*) \| (.*) \|$/gm)];
    const told = written.filter(([, code = '']) => code in refusals);
    expect(told.length).toBeGreaterThan(100);
    // One that was added since the list was made is not in it yet: `npm run docs -- --check` finds that.
    expect(told.map(([, code, rule, message, next]) => [code, { rule, message, next }])).toEqual(
      told.map(([, code]) => [
        code,
        { ...refusals[code as RefusalCode], rule: refusals[code as RefusalCode].rule ?? '–' },
      ]),
    );
  });

  it('has every code in one group only, in each of the three languages', () => {
    const groups = textOf(files.filter((file) => !file.endsWith('.spec.ts') && isCatalogue(file)));
    expect(codes.filter((code) => groups.split(`  '${code}': {`).length !== 4)).toEqual([]);
  });

  it('has no code that nothing uses', () => {
    const used = textOf(files.filter((file) => !file.endsWith('.spec.ts') && !isCatalogue(file)));
    expect(codes.filter((code) => !used.includes(`'${code}'`))).toEqual([]);
  });

  it('is given every fact that its sentences name, wherever it is thrown', () => {
    const thrown = textOf(files.filter((file) => !file.endsWith('.spec.ts') && !isCatalogue(file)));
    const calls = [...thrown.matchAll(/refuse\('([a-z-]+)'(.*?)\);?\n/gs)];
    const lacking = codes.flatMap((code) => {
      const named = `${refusals[code].message} ${refusals[code].next}`.match(/(?<=\{)\w+(?=\})/g) ?? [];
      const given = calls.flatMap(([, thrownCode, facts = '']) => (thrownCode === code ? [facts] : []));
      const isGiven = (name: string) =>
        given.length > 0 && given.every((facts) => new RegExp(`\\b${name}\\b`).test(facts));
      return named.filter((name) => !isGiven(name)).map((name) => `${code} lacks ${name}`);
    });
    expect(lacking).toEqual([]);
  });
});

describe('a guard of the system', () => {
  // Of each kind one. A passage of the Order says none of these (docs/law/rules.md A25, section 1.5, and common sense).
  it.each([
    'dwelling-claimed',
    'examiner-may-not-sign',
    'effective-in-future',
    'already-decided',
    'amount-too-large',
    'calendar-day-unchanged',
    'calendar-year-known',
    'registration-number-given',
    'reversal-without-reason',
    'entry-not-there',
    'signed-before-its-act',
    'no-quorum',
    'case-closed',
  ] as const)('%s cites no rule and no paragraph', (code) =>
    expect(refuse(code)).toMatchObject({ code, rule: null, paragraph: null }),
  );
});

describe('a refusal', () => {
  it('tells its code, its rule, the paragraph of the rule, a sentence and the facts', () => {
    const refusal = refuse('hearing-not-held', { hearings: 0 });
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({
      name: 'Refusal',
      code: 'hearing-not-held',
      rule: 'R-79',
      paragraph: '10',
      message: 'There is no refusal without a hearing, and none is on file.',
      facts: { hearings: 0 },
    });
  });

  it('fills its sentence in from the facts', () =>
    expect(refuse('rejection-term-lapsed', { due: '2025-03-05' }).message).toBe(
      'The power to reject lapsed on Wednesday 5 March 2025, two working days after registration; defects found later go by paragraph 10.',
    ));
});
