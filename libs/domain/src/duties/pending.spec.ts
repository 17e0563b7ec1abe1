import { describe, expect, it } from '@jest/globals';
import { type Calendars, calendarsOf } from '../calendar/calendars.js';
import { createCaseDecider } from '../case/case.decider.js';
import { defaultCaseSettings } from '../case/case.settings.js';
import { contestedCaseOf } from '../complaint/contested.js';
import { addedYear, calendarUntil } from '../testing/calendar-years.js';
import {
  caseAfter,
  decideCommission,
  eventsOf,
  eventsTo,
  given,
  refusalPath,
  refuseByCommission,
  registerApplication,
  rejectApplication,
  sampleDocument,
  samplePaths,
  submitApplication,
} from '../testing/index.js';
import { attributionOf } from './attribution.js';
import { derivationText } from './derivation-text.js';
import { standingOf } from './duty.js';
import { knownDutiesOf } from './known-duties.js';
import { assertNotPendingOn } from './pending.js';

/** The sample cases are of 2025: here no calendar has that year. */
const without: Calendars = calendarsOf([], calendarUntil(2024));
const later = { knownFrom: '2025-12-01T10:00:00+05:00', enteredAt: '2025-12-01T10:00:00+05:00' };
const added: Calendars = calendarsOf([addedYear(2025, later)], calendarUntil(2024));

const deciderWith = (calendars: Calendars) => createCaseDecider({ ...defaultCaseSettings, calendars });
const missing = { year: 2025, date: '2025-03-05' };

describe('a case in a year without calendar (docs/law/rules.md 4.3)', () => {
  it('goes its whole way: acts are taken', () => {
    for (const path of samplePaths.filter((one) => one !== refusalPath && !one.some(isProtected)))
      expect(eventsOf(path, deciderWith(without)).map(({ type }) => type)).toEqual(
        eventsOf(path).map(({ type }) => type),
      );
  });

  it('has the dates of the year once it is added, also of what ended meanwhile', () => {
    for (const path of samplePaths.filter((one) => one !== refusalPath && !one.some(isProtected))) {
      const state = caseAfter(eventsOf(path, deciderWith(without)));
      // Instalments may be due in later years, which no calendar here has.
      const known = knownDutiesOf(caseAfter(eventsOf(path)), calendarsOf([], calendarUntil(2025)));
      expect(knownDutiesOf(state, added)).toEqual(known);
    }
  });

  it('is not rejected while no calendar tells until when that may be done (R-33, para 6)', () => {
    const incomplete = eventsOf([
      submitApplication({ documents: [sampleDocument({ type: 'D3' })] }),
      registerApplication(),
    ]);
    given(incomplete, deciderWith(without)).when(rejectApplication()).isRefused('calendar-year-missing', missing);
    given(incomplete, deciderWith(added)).when(rejectApplication()).gives('ApplicationRejected', 'CaseClosed');
  });

  it('is not refused by the commission while no calendar tells from when on that may be done (R-77, para 10)', () => {
    const heard = eventsOf(refusalPath.slice(0, 10), deciderWith(without));
    given(heard, deciderWith(without))
      .when(refuseByCommission())
      .isRefused('calendar-year-missing', { year: 2025, date: '2025-03-14' });
    given(heard, deciderWith(added))
      .when(refuseByCommission({ at: '2025-03-16T10:00:00+05:00' }))
      .isRefused('act-too-early', { decidedOn: '2025-03-16', actNotBefore: '2025-03-17' });
    // The favourable decision protects nobody from anything.
    given(eventsTo('COMMISSION_FORMED'), deciderWith(without)).when(decideCommission()).gives('CommissionDecided');
  });

  it('says of its notice and objections that their days are pending, and invents none', () => {
    const events = eventsOf(refusalPath.slice(0, 10), deciderWith(without));
    const notice = events.find(({ type }) => type === 'PreliminaryRefusalNotified');
    expect(notice?.data).toMatchObject({ objectionsUntil: null, actNotBefore: null });
  });

  it('has missed nothing yet (R-27)', () => {
    const at = '2025-12-31T00:00:00Z';
    const watch = {
      type: 'RecordDutyMissed',
      rule: 'R-27',
      instance: null,
      at,
      enteredAt: at,
      by: 'duty-watch',
    } as const;
    given(eventsTo('REGISTERED'), deciderWith(without)).when(watch).gives();
    given(eventsTo('REGISTERED'), deciderWith(added)).when(watch).gives('DutyMissed');
  });

  it('is lying nowhere late, and its working days are not known', () => {
    const { holdings, late } = attributionOf(caseAfter(eventsTo('REGISTERED')), '2025-12-31T00:00:00Z', without);
    expect([late, holdings.map(({ workingDays }) => workingDays)]).toEqual([[], [null]]);
  });

  it('has duties that are pending for a complaint about inaction (R-83, para 12)', () =>
    expect(contestedCaseOf(caseAfter(eventsTo('REGISTERED')), without)?.duties).toContainEqual({
      rule: 'R-27',
      debtor: 'PROVIDER',
      due: null,
      missedFrom: null,
      pending: { missingYear: 2025, notBefore: '2025-04-02' },
    }));
});

/** A rejection is protected, and so is the refusal. */
const isProtected = ({ type }: Readonly<{ type: string }>): boolean => type === 'RejectApplication';

describe('a pending duty', () => {
  const dutiesAt = (status: Parameters<typeof eventsTo>[0]) => knownDutiesOf(caseAfter(eventsTo(status)), without);
  const ofRule = (status: Parameters<typeof eventsTo>[0], rule: string) =>
    dutiesAt(status).find((duty) => duty.rule === rule)!;

  it('stands as pending, whatever the day is, unless it was done in time for sure', () => {
    expect(standingOf(ofRule('REGISTERED', 'R-27'), '2026-01-01T00:00:00Z')).toBe('PENDING');
    expect(standingOf(ofRule('REGISTERED', 'R-15'), '2026-01-01T00:00:00Z')).toBe('KEPT');
    expect(
      standingOf({ status: 'DISCHARGED', kind: 'OBLIGATION', late: null, dueAt: null }, '2026-01-01T00:00:00Z'),
    ).toBe('PENDING');
    expect(standingOf(ofRule('COMPLETE', 'R-33'), '2026-01-01T00:00:00Z')).toBe('FALLEN_AWAY');
  });

  it('is explained: which year is missing, and what can be said without it', () => {
    expect(derivationText(ofRule('DECIDED', 'R-28')).split('\n').at(-1)).toBe(
      'There is no due date yet, as there is no calendar of 2025. The term cannot end before Sunday 23 March 2025.',
    );
    expect(derivationText(ofRule('AGREEMENT_CONCLUDED', 'R-36')).split('\n').at(-1)).toBe(
      "There is no due date yet, as there is no calendar of 2025. The term's own last day is Saturday 19 April 2025.",
    );
    expect(derivationText(ofRule('AGREEMENT_CONCLUDED', 'R-28')).split('\n').at(-1)).toBe(
      'There is no due date yet, as there is no calendar of 2025. The term cannot end before Sunday 23 March 2025. ' +
        'It was done on Thursday 20 March 2025, in time.',
    );
    expect(derivationText(ofRule('AGREEMENT_CONCLUDED', 'R-28'), 'ru')).toContain('нет календаря 2025 года');
    expect(derivationText(ofRule('AGREEMENT_CONCLUDED', 'R-28'), 'kk')).toContain('2025 жылғы күнтізбе жоқ');
  });

  it('of an application that no calendar accepted is explained so (R-16, para 4)', () => {
    const filed = caseAfter(eventsOf([submitApplication()], deciderWith(without)));
    const text = derivationText(knownDutiesOf(filed, without).find(({ rule }) => rule === 'R-27')!);
    expect(text).toContain(
      'On which day it counts as accepted cannot be told yet: there is no calendar of 2025. It is not before Monday 3 March 2025 (paragraph 4).',
    );
    expect(text).toContain('The term cannot end before Wednesday 2 April 2025.');
  });

  it('is kept for sure by the earliest day on which it can be due, and by no later one', () => {
    const pending = { pending: { missingYear: 2028, notBefore: '2028-01-03' } };
    expect(() => assertNotPendingOn('2028-01-03', pending)).not.toThrow();
    expect(() => assertNotPendingOn('2028-01-04', pending)).toThrow(
      expect.objectContaining({ code: 'calendar-year-missing', facts: { year: 2028, date: '2028-01-03' } }),
    );
  });
});
