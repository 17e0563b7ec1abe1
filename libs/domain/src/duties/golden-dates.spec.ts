import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { dueDate } from '../calendar/due-date.js';
import type { CaseEvent } from '../case/case.events.js';
import type { LocalDate } from '../case/case.types.js';
import { rulebook2021 } from '../rulebook/rulebooks.js';
import { termOf } from '../rulebook/rulebook.js';
import {
  caseAfter,
  deliverDocuments,
  eventsOf,
  issueReceipt,
  registerApplication,
  sampleOffice,
  submitApplication,
} from '../testing/index.js';
import { dutiesOf } from './duties.js';

const document = readFileSync(new URL('golden-dates.md', import.meta.url), 'utf8');

/** The rows of a section's table, cell by cell, less its head. */
const rowsOf = (section: string): string[][] => {
  const [, text = ''] = document.split(`\n## ${section}\n`);
  const lines = (text.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
};

/** After every filing of the table, and before midnight in both zones of the country. */
const lateOn = (day: LocalDate): string => `${day}T22:59:00+05:00`;

/** Without the steps that come before remarks, which the dates are not about. */
const remarksOf = (raisedOn: LocalDate): CaseEvent => ({
  type: 'RemarksRaised',
  data: { at: lateOn(raisedOn), remarks: [], raisedOn, raisedBy: 'executor' },
});

describe('the golden dates', () => {
  it('are all read', () => {
    expect(rowsOf('Applications')).toHaveLength(28);
    expect(rowsOf('Deliveries')).toHaveLength(6);
    expect(rowsOf('Terms')).toHaveLength(23);
  });

  it.each(rowsOf('Applications'))('come out for an application filed %s, %s in %s', (...row) => {
    const [, at = '', zone = '', acceptedOn = '', ...expected] = row;
    const enteredAt = '2027-12-31T00:00:00+05:00';
    const filed = submitApplication({ at, enteredAt, office: { ...sampleOffice, zone } });
    const registered = registerApplication({ at: lateOn(acceptedOn), enteredAt });
    const state = caseAfter([...eventsOf([filed, registered]), remarksOf(acceptedOn)]);

    const duties = dutiesOf(state);
    const [rejection, notice, decision] = ['R-33', 'R-75', 'R-27'].map((rule) =>
      duties.find((duty) => duty.rule === rule)!,
    );
    expect(state.application!.acceptedOn).toBe(acceptedOn);
    expect([rejection!.due, notice!.due, decision!.nominalDue, decision!.due, decision!.dueAt]).toEqual(expected);
  });

  it.each(rowsOf('Deliveries'))('come out for documents delivered %s, %s', (_what, at = '', due = '') => {
    const enteredAt = '2027-12-31T00:00:00+05:00';
    const moment = { at: '2024-04-01T10:00:00+05:00', enteredAt };
    const filed = submitApplication({ ...moment, channel: 'STATE_CORPORATION' });
    const delivered = [filed, issueReceipt(moment), deliverDocuments({ at, enteredAt })];
    expect(dutiesOf(caseAfter(eventsOf(delivered))).find(({ rule }) => rule === 'R-15')?.due).toBe(due);
  });

  it.each(rowsOf('Terms'))(
    'come out for a term that goes %s: %s from %s',
    (_what, rule = '', from = '', ...expected) => {
      const { nominalDue, due } = dueDate({ from, term: termOf(rulebook2021, rule) });
      expect([nominalDue, due]).toEqual(expected);
    },
  );
});
