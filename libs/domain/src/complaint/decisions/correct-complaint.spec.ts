import { describe, expect, it } from '@jest/globals';
import { calendarsOf } from '../../calendar/calendars.js';
import {
  comesTo,
  complaintAfter,
  complaintEventsOf,
  correctComplaint,
  decideComplaint,
  extendComplaintTerm,
  fileComplaint,
  fileCourtAppeal,
  forwardComplaint,
  recordComplaintDutyMissed,
  registerComplaint,
} from '../../testing/index.js';
import { dutiesOfComplaint } from '../complaint-duties.js';
import { createComplaintDecider } from '../complaint.decider.js';
import type { ComplaintEvent } from '../complaint.events.js';
import { defaultCaseSettings } from '../../case/case.settings.js';

const path = [fileComplaint(), forwardComplaint(), registerComplaint(), extendComplaintTerm(), decideComplaint()];
const right = (revision: number, field: string, is: string) => correctComplaint({ values: [{ revision, field, is }] });
const corrected = (...said: readonly (readonly [number, string, string])[]) => {
  const values = said.map(([revision, field, is]) => ({ revision, field, is }));
  return complaintEventsOf([...path, correctComplaint({ values })]);
};
const valuesOf = (events: readonly ComplaintEvent[]) => {
  const last = events.at(-1);
  return last?.type === 'ComplaintCorrected' ? last.data.values.map(({ field, was, is }) => [field, was, is]) : [];
};

describe('a correction of a complaint (R-10, para 2; A36)', () => {
  it('is recorded with what was, under the key of who complains, by the body that considers it', () =>
    expect(corrected([2, 'registrationNumber', 'C-2']).at(-1)).toEqual({
      type: 'ComplaintCorrected',
      data: {
        at: '2025-06-12T10:00:00+05:00',
        subject: 'Number of the complaint',
        reason: 'The journal has another number',
        values: [{ revision: 2, event: 'ComplaintRegistered', field: 'registrationNumber', was: 'C-1', is: 'C-2' }],
        complainantIin: '791028302728',
        correctedIn: 'AUTHORIZED_BODY',
        correctedBy: 'complaints-officer',
      },
    }));

  it('makes the complaint what it would be, had it been entered so: the term from the right day, the notice with it', () => {
    const events = corrected([2, 'registeredOn', '2025-04-08'], [3, 'workingDays', '5']);
    expect(valuesOf(events)).toEqual([
      ['registeredOn', '2025-04-07', '2025-04-08'],
      ['at', '2025-04-07T10:00:00+05:00', '2025-04-08T05:00:00.000Z'],
      ['workingDays', 10, 5],
      ['dueBefore', '2025-04-14', '2025-04-15'],
      ['due', '2025-04-28', '2025-04-22'],
    ]);
    const state = complaintAfter(events);
    const consideration = dutiesOfComplaint(state).find(({ rule }) => rule === 'R-87');
    expect(consideration).toMatchObject({
      due: '2025-04-22',
      dischargedOn: '2025-04-14',
      corrections: [{ fact: 'ComplaintRegistered', was: '2025-04-07', is: '2025-04-08', reason: null }],
    });
    expect(state.entered).toMatchObject(complaintAfter(complaintEventsOf(path)).entered);
    expect(state.extension?.workingDays).toBe(5);
  });

  it('tells anew what a filing tells of its days (APPC 92)', () => {
    const filed = fileComplaint({
      contested: { kind: 'ACTION', what: 'A copy', on: '2025-04-02', rule: null },
    });
    const late = complaintEventsOf([filed, right(0, 'receivedOn', '2025-07-04')]);
    expect(valuesOf(late)[2]).toEqual([
      'filingTermNotice',
      null,
      'The three months for a complaint (APPC 92) ended on 2025-07-03; that is no ground to refuse it, and the term may be restored.',
    ]);
    const before = complaintEventsOf([filed, right(0, 'contested.on', '2025-03-01')]);
    expect(valuesOf(before)[1]).toEqual(['contestedNotice', null, expect.stringContaining('before the application')]);
    expect(complaintAfter(before).filing?.contested.on).toBe('2025-03-01');
  });

  it('passes the gate of its entry again, and those of what comes after', () => {
    const refused = (revision: number, field: string, is: string) => {
      const outcome = comesTo([...path, fileCourtAppeal()], right(revision, field, is));
      return 'code' in outcome ? outcome.code : outcome;
    };
    expect(refused(1, 'forwardedOn', '2025-04-02')).toBe('before-what-it-follows');
    expect(refused(1, 'forwardedOn', '2025-04-08')).toBe('before-what-it-follows');
    expect(refused(2, 'registeredOn', '2025-04-11')).toBe('before-what-it-follows');
    expect(refused(3, 'extendedOn', '2025-04-15')).toBe('extension-too-late');
    expect(refused(3, 'workingDays', '0')).toBe('extension-too-long');
    expect(refused(4, 'decidedOn', '2025-04-22')).toBe('court-before-complaint');
    expect(refused(4, 'outcome', 'DISMISSED')).toBe('complaint-effect-mismatch');
    expect(refused(4, 'effect.carryOutBy', '2025-05-05')).toBe('nothing-to-correct');
    expect(refused(0, 'learnedOn', '2025-04-04')).toBe('learned-in-future');
    expect(refused(0, 'contested.rule', 'R-28')).toBe('not-correctable');
    expect(refused(3, 'ground', 'OTHER')).toBe('corrected-value-unreadable');
  });

  it('is refused for what it causes, and not for what stood there before', () => {
    const events = complaintEventsOf(path);
    // As it may stand in an old log: registered before it was sent on.
    const wrong = events.map((event): ComplaintEvent =>
      event.type === 'ComplaintRegistered'
        ? { ...event, data: { ...event.data, at: '2025-04-04T08:00:00+05:00', registeredOn: '2025-04-04' } }
        : event,
    );
    const decider = createComplaintDecider(defaultCaseSettings);
    expect(decider.decide(right(4, 'reasons', 'Thirty days had passed'), complaintAfter(wrong))).toHaveLength(1);
    expect(decider.decide(right(2, 'registeredOn', '2025-04-07'), complaintAfter(wrong))).toHaveLength(1);
  });

  it('judges each entry by the calendar that was known when it was entered', () => {
    const [filed, forwarded, registered, extended] = complaintEventsOf(path);
    const state = complaintAfter([filed!, forwarded!, registered!, extended!]);
    const off = (date: string, enteredAt: string) =>
      ({ date, from: 'OFF', to: 'WORKING', name: 'Worked', source: 'N 7', knownFrom: enteredAt, enteredAt }) as const;
    // Saturday 12 April is worked: known later, it makes the extension of Monday the 14th no later than it was.
    const calendars = calendarsOf([off('2025-04-12', '2025-05-01T10:00:00+05:00')]);
    const decider = createComplaintDecider({ ...defaultCaseSettings, calendars });
    expect(decider.decide(right(3, 'extendedOn', '2025-04-14'), state)).toHaveLength(1);
    const known = calendarsOf([off('2025-04-12', '2025-04-01T10:00:00+05:00')]);
    const knowing = createComplaintDecider({ ...defaultCaseSettings, calendars: known });
    expect(() => knowing.decide(right(3, 'extendedOn', '2025-04-14'), state)).toThrow(
      'The term ended on Saturday 12 April 2025',
    );
  });

  it('moves the day by which a case is decided anew, later than the decision, as long as the order named one', () => {
    const anew = { kind: 'DECIDE_ANEW', description: 'Anew', carryOutBy: '2025-04-28' } as const;
    const ordered = [...path.slice(0, 3), decideComplaint({ effect: anew })];
    const events = complaintEventsOf([...ordered, right(3, 'effect.carryOutBy', '2025-05-05')]);
    expect(complaintAfter(events).ordered).toEqual({ COMPLAINT: { carryOutBy: '2025-05-05' } });
    expect(comesTo(ordered, right(3, 'effect.carryOutBy', '2025-04-14'))).toMatchObject({
      code: 'carry-out-day-mismatch',
    });
  });

  it('is for the body that considers the complaint, gives its reason, and says what is right', () => {
    expect(comesTo(path, correctComplaint({ actingFor: 'PROVIDER_HEAD' }))).toMatchObject({
      code: 'another-body-considers',
      rule: 'R-83',
    });
    expect(comesTo(path, correctComplaint({ reason: ' ' }))).toMatchObject({ code: 'correction-without-reason' });
    expect(comesTo(path, correctComplaint({ values: [] }))).toMatchObject({ code: 'correction-says-nothing' });
    expect(comesTo([], correctComplaint())).toMatchObject({ code: 'complaint-not-filed' });
  });

  it('leaves what was recorded as missed, and can be made again', () => {
    const missed = complaintEventsOf([
      fileComplaint(),
      recordComplaintDutyMissed(),
      forwardComplaint(),
      registerComplaint(),
    ]);
    const once = complaintAfter([...missed]);
    expect(once.missed).toHaveLength(1);
    const twice = complaintEventsOf([
      ...path,
      right(2, 'registeredOn', '2025-04-08'),
      right(2, 'registeredOn', '2025-04-09'),
    ]);
    const state = complaintAfter(twice);
    expect(state.dates.ComplaintRegistered).toBe('2025-04-09');
    expect(state.corrections.map(({ was, is }) => [was, is])).toEqual([
      ['2025-04-07', '2025-04-08'],
      ['2025-04-08', '2025-04-09'],
    ]);
  });

  it('keeps nothing more of who complains once they were erased', () => {
    const erased = complaintEventsOf(path).map((event): ComplaintEvent =>
      // As the key vault gives back what is erased.
      event.type === 'ComplaintFiled'
        ? {
            ...event,
            data: { ...event.data, complainant: { erased: true } as unknown as typeof event.data.complainant },
          }
        : event,
    );
    const decide = () =>
      createComplaintDecider(defaultCaseSettings).decide(right(4, 'reasons', 'Others'), complaintAfter(erased));
    expect(decide).toThrow(expect.objectContaining({ code: 'complainant-erased' }));
  });
});
