import { describe, expect, it } from '@jest/globals';
import { calendarsOf } from '../calendar/calendars.js';
import { createCaseDecider } from '../case/case.decider.js';
import { defaultCaseSettings } from '../case/case.settings.js';
import { isSubmitted } from '../case/case.state.js';
import { incompletePath } from '../samples/case-paths.js';
import {
  caseAfter,
  eventsOf,
  outcomeOf,
  registerApplication,
  rejectApplication,
  submitApplication,
} from '../testing/index.js';
import { derivationText } from './derivation-text.js';
import { knownAcceptance } from './known-acceptance.js';
import { knownDutiesOf } from './known-duties.js';

const later = { enteredAt: '2026-08-20T12:00:00+05:00' };
const [, , stateData] = incompletePath;
const lacking = incompletePath[0]?.type === 'SubmitApplication' ? incompletePath[0].documents : [];

/** Filed on Monday 10 August 2026 at ten, and registered at four. */
const filed = eventsOf([
  submitApplication({ ...later, at: '2026-08-10T10:00:00+05:00', documents: lacking }),
  registerApplication({ ...later, at: '2026-08-10T16:00:00+05:00' }),
  { ...stateData!, ...later, at: '2026-08-10T17:00:00+05:00' },
]);

const day = (date: string, to: 'OFF' | 'WORKING', enteredAt: string) =>
  ({
    date,
    from: to === 'OFF' ? 'WORKING' : 'OFF',
    to,
    name: 'Day of mourning',
    source: 'Decree 5',
    knownFrom: enteredAt,
    enteredAt,
  }) as const;
const monday = day('2026-08-10', 'OFF', '2026-08-11T09:00:00+05:00');
const dutyIn = (events: typeof filed, rule: string, corrections: readonly (typeof monday)[]) =>
  knownDutiesOf(caseAfter(events), calendarsOf(corrections)).find((duty) => duty.rule === rule);
const deciderWith = (corrections: readonly (typeof monday)[]) =>
  createCaseDecider({ ...defaultCaseSettings, calendars: calendarsOf(corrections) });

describe('the day of acceptance as it is known (R-16, para 4)', () => {
  it('moves with the day of filing that is declared off afterwards, and R-27 with it', () => {
    expect(dutyIn(filed, 'R-27', [])).toMatchObject({ trigger: { on: '2026-08-10' }, due: '2026-09-09' });
    const moved = dutyIn(filed, 'R-27', [monday]);
    expect(moved).toMatchObject({ trigger: { on: '2026-08-11' }, due: '2026-09-10', moved: { wasDue: '2026-09-09' } });
    expect(moved && derivationText(moved)).toContain('So it counts as accepted on Tuesday 11 August 2026');
  });

  it('counts an application as registered no earlier, so that the power to reject lasts (R-33, A5)', () => {
    expect(dutyIn(filed, 'R-33', [monday])).toMatchObject({ trigger: { on: '2026-08-11' }, due: '2026-08-13' });
    const rejection = rejectApplication({ ...later, at: '2026-08-13T11:00:00+05:00' });
    expect(outcomeOf(filed, rejection).refusal?.code).toBe('rejection-term-lapsed');
    expect(outcomeOf(filed, rejection, deciderWith([monday])).events.map(({ type }) => type)).toEqual([
      'ApplicationRejected',
      'CaseClosed',
    ]);
  });

  it('lets nothing of the provider be effective before it', () =>
    expect(
      outcomeOf(filed, rejectApplication({ ...later, at: '2026-08-10T18:00:00+05:00' }), deciderWith([monday])).refusal
        ?.facts,
    ).toEqual({ at: '2026-08-10T18:00:00+05:00', acceptedOn: '2026-08-11' }));

  it('leaves what was kept before as it was kept (R-15), though it was entered with the case', () =>
    expect(dutyIn(filed, 'R-15', [monday])).toMatchObject({ due: '2026-08-10', late: false, moved: null }));

  it('comes earlier where a weekend is declared to be worked', () => {
    const saturday = eventsOf([submitApplication({ ...later, at: '2026-08-08T10:00:00+05:00' })]);
    const worked = day('2026-08-08', 'WORKING', '2026-08-09T09:00:00+05:00');
    expect(dutyIn(saturday, 'R-27', [])?.trigger.on).toBe('2026-08-10');
    expect(dutyIn(saturday, 'R-27', [worked])).toMatchObject({
      trigger: { on: '2026-08-08' },
      due: '2026-09-07',
      moved: { wasDue: '2026-09-09' },
    });
  });

  it('stays once the case is closed, whatever the calendar says afterwards', () => {
    const rejected = [
      ...filed,
      ...outcomeOf(filed, rejectApplication({ ...later, at: '2026-08-12T11:00:00+05:00' })).events,
    ];
    const state = caseAfter(rejected);
    const afterwards = calendarsOf([{ ...monday, enteredAt: '2026-08-13T09:00:00+05:00' }]);
    expect(isSubmitted(state) && knownAcceptance(state, afterwards).application.acceptedOn).toBe('2026-08-10');
    expect(isSubmitted(state) && knownAcceptance(state, calendarsOf([monday])).application.acceptedOn).toBe(
      '2026-08-11',
    );
  });
});
