import { describe, expect, it } from '@jest/globals';
import {
  adoptFavourableAct,
  comesTo,
  complaintEventsOf,
  complaintThat,
  decideComplaint,
  fileComplaint,
  fileCourtAppeal,
  forwardComplaint,
  recordCourtRuling,
  registerComplaint,
} from '../../testing/index.js';
import { complaintStatusOf } from '../complaint.state.js';

const forwarded = [fileComplaint(), forwardComplaint()];
const registered = [...forwarded, registerComplaint()];
const decided = [...registered, decideComplaint()];
const gated = { code: 'court-before-complaint', rule: 'R-93' };

describe('an appeal to a court (R-93, para 15)', () => {
  it('follows the decision on the complaint', () =>
    expect(complaintEventsOf([...decided, fileCourtAppeal()]).at(-1)).toEqual({
      type: 'CourtAppealFiled',
      data: {
        at: '2025-04-21T10:00:00+05:00',
        court: 'Specialized Inter-District Administrative Court of Almaty',
        appealNumber: 'A-1',
        filedOn: '2025-04-21',
        lawReference: null,
      },
    }));

  it('is not before the decision while the term of the complaint runs (A21)', () => {
    const lastMoment = fileCourtAppeal({ at: '2025-04-14T23:59:59.999+05:00' });
    expect(comesTo(registered, lastMoment)).toEqual({ ...gated, facts: { status: 'REGISTERED' } });
    const thatNoon = decideComplaint({ at: '2025-04-14T12:00:00+05:00' });
    const before = fileCourtAppeal({ at: '2025-04-14T11:00:00+05:00' });
    expect(comesTo([...registered, thatNoon], before)).toMatchObject(gated);
  });

  it('follows a complaint that was not decided in time (A21), also where it was decided later', () => {
    const overdue = fileCourtAppeal({ at: '2025-04-15T00:00:00+05:00' });
    expect(comesTo(registered, overdue)).toEqual(['CourtAppealFiled']);
    const late = decideComplaint({ at: '2025-04-16T10:00:00+05:00' });
    expect(comesTo([...registered, late], overdue)).toEqual(['CourtAppealFiled']);
  });

  it('follows a complaint that was not sent on in time (R-84), and not one that was sent on late', () => {
    const overdue = fileCourtAppeal({ at: '2025-04-09T00:00:00+05:00' });
    expect(comesTo([fileComplaint()], overdue)).toEqual(['CourtAppealFiled']);
    const sentLate = forwardComplaint({ at: '2025-04-09T10:00:00+05:00' });
    const soon = fileCourtAppeal({ at: '2025-04-15T10:00:00+05:00' });
    expect(comesTo([fileComplaint(), sentLate], soon)).toMatchObject(gated);
  });

  it('is allowed before where a law says so (A21)', () => {
    const before = { at: '2025-04-04T10:00:00+05:00' };
    expect(comesTo([fileComplaint()], fileCourtAppeal(before))).toMatchObject(gated);
    expect(comesTo([fileComplaint()], fileCourtAppeal({ ...before, lawReference: 'Law L, article 1' }))).toEqual([
      'CourtAppealFiled',
    ]);
  });

  it('does not follow a complaint that was met in full (R-85)', () =>
    expect(comesTo([fileComplaint(), adoptFavourableAct()], fileCourtAppeal())).toEqual({
      ...gated,
      facts: { status: 'SETTLED' },
    }));

  it('is filed once, and not before the complaint (R-10)', () => {
    expect(comesTo([...decided, fileCourtAppeal()], fileCourtAppeal())).toMatchObject({
      code: 'court-appeal-already-filed',
      facts: { filedOn: '2025-04-21' },
    });
    const early = fileCourtAppeal({ at: '2025-04-03T09:00:00+05:00', lawReference: 'Law L, article 1' });
    expect(comesTo(forwarded, early)).toMatchObject({ code: 'before-what-it-follows' });
  });
});

describe('a ruling of a court (R-93, para 15)', () => {
  const appealed = [...decided, fileCourtAppeal()];

  it('is recorded with its effect on the case', () => {
    const effect = {
      kind: 'DECIDE_ANEW',
      description: 'The commission votes again',
      carryOutBy: '2025-06-12',
    } as const;
    const path = [...appealed, recordCourtRuling({ outcome: 'SATISFIED', effect })];
    expect(complaintEventsOf(path).at(-1)).toEqual({
      type: 'CourtRulingRecorded',
      data: {
        at: '2025-06-02T10:00:00+05:00',
        rulingNumber: 'CR-1',
        outcome: 'SATISFIED',
        summary: 'The decision on the complaint stands',
        effect,
        ruledOn: '2025-06-02',
      },
    });
    expect(complaintStatusOf(complaintThat(...path))).toBe('RULED');
  });

  it('leaves the case as it is where it dismisses, and names the day of a new decision (R-83a, A31)', () => {
    const effect = { kind: 'DECIDE_ANEW', description: 'The commission votes again', carryOutBy: null } as const;
    expect(comesTo(appealed, recordCourtRuling({ effect }))).toMatchObject({ code: 'complaint-effect-mismatch' });
    expect(comesTo(appealed, recordCourtRuling({ outcome: 'SATISFIED', effect }))).toEqual({
      code: 'carry-out-day-mismatch',
      rule: null,
      facts: { effect: 'DECIDE_ANEW', carryOutBy: null, decidedOn: '2025-06-02' },
    });
  });

  it('is recorded of each instance', () =>
    expect(comesTo([...appealed, recordCourtRuling()], recordCourtRuling({ rulingNumber: 'CR-2' }))).toEqual([
      'CourtRulingRecorded',
    ]));

  it('needs an appeal, and follows it', () => {
    expect(comesTo(decided, recordCourtRuling())).toMatchObject({ code: 'court-appeal-missing' });
    expect(comesTo(appealed, recordCourtRuling({ at: '2025-04-20T10:00:00+05:00' }))).toMatchObject({
      code: 'before-what-it-follows',
    });
  });
});
