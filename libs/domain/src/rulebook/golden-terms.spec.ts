import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { rulebook2021 } from './rulebooks.js';

const document = readFileSync(new URL('golden-terms.md', import.meta.url), 'utf8');

/** The rows of a section's table, each as it is written. */
const rowsOf = (section: string): string[] => {
  const [, text = ''] = document.split(`\n## ${section}\n`);
  const lines = (text.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2);
};

const row = (...cells: string[]): string => `| ${cells.join(' | ')} |`;
const or = (text: string | null, otherwise = '-'): string => text || otherwise;
const conditions = (where: Readonly<Record<string, unknown>>): string =>
  or(
    Object.entries(where)
      .map(([name, value]) => `${name} ${value}`)
      .join(', '),
  );

const countedFrom = { FACT: '', RECEIPT: ', from its receipt', DELIVERY: ', from the working day of it' };

describe('the golden terms', () => {
  it('come out for a case: read what changed as a lawyer would, and change golden-terms.md by hand', () =>
    expect(
      rulebook2021.terms.map((term) =>
        row(
          term.rule,
          `${term.paragraph}, passage ${term.passage}`,
          `${term.kind}${term.owedWhereIncomplete ? ', owed where the file shows a defect' : ''}`,
          term.duty,
          term.owedFirst === null
            ? term.debtor
            : `${term.owedFirst.debtor} until ${term.owedFirst.until}, then ${term.debtor}`,
          term.creditor,
          `${term.trigger}${countedFrom[term.countedFrom]}`,
          or(term.needs.join(', ')),
          term.heldBy === null ? `${term.term.n} ${term.term.unit}` : `inside ${term.heldBy}`,
          or(term.within),
          term.dischargedBy,
          or([...term.fallsAwayOn, ...(term.outlivesCase ? ['not with the case'] : [])].join(', ')),
          conditions(term.where),
        ),
      ),
    ).toEqual(rowsOf('Cases')));

  it('come out for instalments', () => {
    const { rule, paragraph, passage, kind, contribution, instalment, debtor, creditor, trigger, dischargedBy } =
      rulebook2021.instalments;
    const each = `${contribution}; ${instalment} 1, 2, …`;
    const cells = [rule, `${paragraph}, passage ${passage}`, kind, each, debtor, creditor, trigger, dischargedBy];
    expect([row(...cells)]).toEqual(rowsOf('Instalments'));
  });

  it('come out for a complaint', () =>
    expect(
      rulebook2021.complaintTerms.map((term) =>
        row(
          term.rule,
          `${term.paragraph}, passage ${term.passage}`,
          term.kind,
          term.duty,
          term.debtor,
          term.creditor,
          term.trigger,
          `${term.term.n} ${term.term.unit}`,
          term.dischargedBy,
          or(term.fallsAwayOn.join(', ')),
          conditions(term.where),
        ),
      ),
    ).toEqual(rowsOf('Complaints')));
});
