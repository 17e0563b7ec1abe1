import { describe, expect, it } from '@jest/globals';
import { uncorrected } from '../calendar/calendars.js';
import { type CaseState, initialCase } from '../case/case.state.js';
import { dutiesOf } from '../duties/duties.js';
import {
  anAction,
  caseAfter,
  eventsOf,
  eventsTo,
  pathTo,
  republicanPath,
  signDecision,
  silence,
  withdrawApplication,
} from '../testing/index.js';
import type { Contested } from './complaint.types.js';
import { contestedCaseOf, contestedMoment, deemedRefusedBy } from './contested.js';

describe('the case that a complaint is about', () => {
  it('is none before submission', () => expect(contestedCaseOf(initialCase, uncorrected)).toBeNull());

  it('tells from when on each duty is missed, if nothing happens until then (A22)', () => {
    const state = caseAfter(eventsTo('REGISTERED'));
    const decision = dutiesOf(state).find(({ rule }) => rule === 'R-27');
    expect(contestedCaseOf(state, uncorrected)).toMatchObject({
      caseId: state.application?.caseId,
      officeId: 'almaty-housing',
      zone: 'Asia/Almaty',
      rulebook: 'KZ-437/2021-08-12',
    });
    expect(contestedCaseOf(state, uncorrected)?.duties).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ rule: 'R-15', missedFrom: null }),
        { rule: 'R-27', debtor: 'PROVIDER', due: decision?.due, missedFrom: decision?.dueAt, pending: null },
      ]),
    );
  });

  it('has no duty under a power that lapses (R-33)', () =>
    expect(
      contestedCaseOf(caseAfter(eventsTo('REGISTERED')), uncorrected)?.duties.map(({ rule }) => rule),
    ).not.toContain('R-33'));
});

const midnight = '2025-04-02T19:00:00.000Z';
const deemedRefusedFrom = (state: CaseState, now: string) => deemedRefusedBy(dutiesOf(state), now);

describe('silence (A22, APPC 91(2))', () => {
  it('counts as a refusal from the instant after the term to decide', () => {
    const state = caseAfter(eventsTo('EXAMINED'));
    expect(deemedRefusedFrom(state, '2025-04-02T23:59:59.999+05:00')).toBeNull();
    expect(deemedRefusedFrom(state, '2025-04-03T00:00:00+05:00')).toBe(midnight);
    expect(deemedRefusedFrom(state, '2025-06-01T00:00:00+05:00')).toBe(midnight);
  });

  it('lasts until the decision is signed, on each route, though it was adopted', () => {
    const now = '2025-04-10T12:00:00+05:00';
    expect(deemedRefusedFrom(caseAfter(eventsTo('DECIDED', republicanPath)), now)).toBe(midnight);
    const signed = [...pathTo('DECIDED', republicanPath), signDecision({ at: '2025-04-10T10:00:00+05:00' })];
    expect(deemedRefusedFrom(caseAfter(eventsOf(signed)), now)).toBeNull();
  });

  it('does not end the case', () => expect(caseAfter(eventsTo('EXAMINED')).status).toBe('EXAMINED'));

  it('is none where nothing was filed, or what was filed was withdrawn', () => {
    const withdrawn = [...pathTo('REGISTERED'), withdrawApplication()];
    expect(deemedRefusedFrom(initialCase, '2025-06-01T00:00:00Z')).toBeNull();
    expect(deemedRefusedFrom(caseAfter(eventsOf(withdrawn)), '2025-06-01T00:00:00Z')).toBeNull();
  });
});

describe('the moment that a complaint is about', () => {
  const duties = [
    { rule: 'R-15', dueAt: '2025-03-03T18:59:59.999Z' },
    { rule: 'R-27', dueAt: '2025-04-02T18:59:59.999Z' },
  ];
  const momentOf = (contested: Contested) =>
    contestedMoment({ contested, zone: 'Asia/Almaty' }, duties, '2025-04-03T10:00:00+05:00');

  it('is the end of the day of what was done', () => expect(momentOf(anAction)).toBe('2025-04-02T18:59:59.999Z'));

  it('is the first moment at which the duty had not been kept', () => expect(momentOf(silence)).toBe(midnight));

  it('is that of filing where neither is known', () =>
    expect(momentOf({ ...silence, rule: 'R-18' })).toBe('2025-04-03T10:00:00+05:00'));
});
