import { describe, expect, it } from '@jest/globals';
import { caseAfter, eventsOf, eventsTo, instalmentsPath } from '../testing/index.js';
import { instalmentsOwed } from './instalments-owed.js';

const owedAfter = (payments: number) =>
  instalmentsOwed(caseAfter(eventsOf(instalmentsPath.slice(0, instalmentsPath.length - 3 + payments)))).map(
    ({ number, dueOn, amount, paid, status }) => `${number} ${dueOn} ${paid}/${amount} ${status}`,
  );

describe('the instalments of an agreement (A18)', () => {
  it('are the schedule, of which nothing is paid at first', () =>
    expect(owedAfter(0)).toEqual([
      '0 2025-04-30 0/37500001 UNPAID',
      '1 2025-05-31 0/21874999 UNPAID',
      '2 2025-08-31 0/21874999 UNPAID',
      '3 2025-11-30 0/21874999 UNPAID',
      '4 2026-02-28 0/21875002 UNPAID',
    ]));

  it('are paid in their order, the initial contribution first', () => {
    expect(owedAfter(1)[0]).toBe('0 2025-04-30 37500001/37500001 PAID');
    expect(owedAfter(2).slice(1, 4)).toEqual([
      '1 2025-05-31 21874999/21874999 PAID',
      '2 2025-08-31 8125001/21874999 PARTLY_PAID',
      '3 2025-11-30 0/21874999 UNPAID',
    ]);
  });

  it('take no more than their amounts where too much was paid', () =>
    expect(owedAfter(3).every((line) => line.endsWith(' PAID'))).toBe(true));

  it('are none before the agreement is concluded, and none of a single payment', () => {
    expect(instalmentsOwed(caseAfter(eventsTo('AGREEMENT_OFFERED', instalmentsPath)))).toEqual([]);
    expect(instalmentsOwed(caseAfter(eventsTo('AGREEMENT_CONCLUDED')))).toEqual([]);
  });
});
