import { describe, expect, it } from '@jest/globals';
import {
  comesTo,
  complaintEventsOf,
  complaintThat,
  decideComplaint,
  extendComplaintTerm,
  fileComplaint,
  forwardComplaint,
  registerComplaint,
} from '../../testing/index.js';

const registered = [fileComplaint(), forwardComplaint(), registerComplaint()];
const act = { kind: 'ACT', description: 'The commission decides within three days', carryOutBy: null } as const;
const nothing = { kind: 'NONE', description: 'The refusal stands', carryOutBy: null } as const;
const anew = { kind: 'DECIDE_ANEW', description: 'The commission votes again', carryOutBy: '2025-04-24' } as const;

describe('the decision on a complaint (R-86 to R-88, para 13)', () => {
  it('has an outcome, reasons, and an effect on the case', () => {
    const path = [...registered, decideComplaint()];
    expect(complaintEventsOf(path).at(-1)).toEqual({
      type: 'ComplaintDecided',
      data: {
        at: '2025-04-14T10:00:00+05:00',
        outcome: 'SATISFIED',
        reasons: 'The thirty days had passed',
        effect: act,
        decidedIn: 'AUTHORIZED_BODY',
        decidedOn: '2025-04-14',
        decidedBy: 'complaints-officer',
      },
    });
    expect(complaintThat(...path).decision).toEqual({ outcome: 'SATISFIED', effect: act });
  });

  it('is made late where it is late', () =>
    expect(comesTo(registered, decideComplaint({ at: '2025-06-02T10:00:00+05:00' }))).toEqual(['ComplaintDecided']));

  it.each([
    ['SATISFIED', act],
    ['PARTLY_SATISFIED', anew],
    ['SATISFIED', { ...anew, carryOutBy: '2025-04-15' }],
    ['DISMISSED', nothing],
    ['DISMISSED', null],
  ] as const)('%s may lead to %j', (outcome, effect) =>
    expect(comesTo(registered, decideComplaint({ outcome, effect }))).toEqual(['ComplaintDecided']),
  );

  it.each([
    ['SATISFIED', null],
    ['SATISFIED', nothing],
    ['PARTLY_SATISFIED', null],
    ['DISMISSED', act],
  ] as const)('%s does not lead to %j', (outcome, effect) =>
    expect(comesTo(registered, decideComplaint({ outcome, effect }))).toEqual({
      code: 'complaint-effect-mismatch',
      rule: null,
      facts: { outcome, effect: effect?.kind ?? null },
    }),
  );

  it.each([
    ['no day to decide anew by', { ...anew, carryOutBy: null }],
    ['a day that is not after its own', { ...anew, carryOutBy: '2025-04-14' }],
    ['a day for what is no new decision', { ...act, carryOutBy: '2025-04-24' }],
  ] as const)('does not name %s (R-83a, A31)', (_, effect) =>
    expect(comesTo(registered, decideComplaint({ effect }))).toEqual({
      code: 'carry-out-day-mismatch',
      rule: null,
      facts: { effect: effect.kind, carryOutBy: effect.carryOutBy, decidedOn: '2025-04-14' },
    }),
  );

  it.each([null, '', '  '])('gives its reasons: not %j', (reasons) =>
    expect(comesTo(registered, decideComplaint({ reasons }))).toMatchObject({ code: 'complaint-reasons-missing' }),
  );

  it('is not made by who acted on the case (a guard of ours)', () =>
    expect(comesTo(registered, decideComplaint({ actedBy: ['caseworker', 'complaints-officer'] }))).toEqual({
      code: 'own-act-complained-of',
      rule: null,
      facts: {},
    }));

  it('follows the registration, by the body that the complaint is addressed to (R-83)', () => {
    expect(comesTo([fileComplaint(), forwardComplaint()], decideComplaint())).toMatchObject({
      code: 'complaint-not-registered',
    });
    expect(comesTo(registered, decideComplaint({ actingFor: 'PROVIDER_HEAD' }))).toMatchObject({
      code: 'another-body-considers',
    });
  });

  it('is made once', () =>
    expect(comesTo([...registered, decideComplaint()], decideComplaint())).toMatchObject({
      code: 'complaint-already-decided',
      facts: { decidedOn: '2025-04-14' },
    }));

  it('is not before the registration, nor before an extension (R-10)', () => {
    const refused = { code: 'before-what-it-follows' };
    expect(comesTo(registered, decideComplaint({ at: '2025-04-07T09:00:00+05:00' }))).toMatchObject(refused);
    const extended = [...registered, extendComplaintTerm()];
    expect(comesTo(extended, decideComplaint({ at: '2025-04-09T09:00:00+05:00' }))).toMatchObject(refused);
  });
});
