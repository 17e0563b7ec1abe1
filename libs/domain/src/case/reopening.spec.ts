import { describe, expect, it } from '@jest/globals';
import { attributionOf } from '../duties/attribution.js';
import { dutiesOf } from '../duties/duties.js';
import { stageStaysOf } from '../history/stage-stays.js';
import {
  caseAfter,
  communalEntityPath,
  decideCommission,
  eventsOf,
  given,
  incompletePath,
  offerAgreement,
  pathTo,
  portalPath,
  refusalPath,
  reopenCase,
  republicanPath,
  sampleEds,
  signAgreement,
  signDecision,
  submitApplication,
  withdrawApplication,
} from '../testing/index.js';
import type { CaseCommand } from './case.commands.js';
import type { CaseState } from './case.state.js';

const reopenedAfter = (path: readonly CaseCommand[], ...then: readonly CaseCommand[]): CaseState =>
  caseAfter(eventsOf([...path, reopenCase(), ...then]));
const dutyIn = (state: CaseState, rule: string) => dutiesOf(state).find((duty) => duty.rule === rule);

const anew = [
  decideCommission({ at: '2025-04-16T10:00:00+05:00' }),
  signDecision({ at: '2025-04-17T10:00:00+05:00', eds: sampleEds({ signedAt: '2025-04-17T10:00:00+05:00' }) }),
] as const;

describe('a case that is decided anew (para 12, A31)', () => {
  it('says what ordered it, and by when it must be carried out', () =>
    expect(given(eventsOf(refusalPath)).when(reopenCase()).events).toEqual([
      {
        type: 'CaseReopened',
        data: {
          at: '2025-04-14T10:00:00+05:00',
          cause: 'COMPLAINT',
          complaintId: 'complaint-1',
          carryOutBy: '2025-04-24',
          reopenedOn: '2025-04-14',
        },
      },
    ]));

  it('goes back to the commission, without the decision, its notice and its hearing', () => {
    const { status, outcome, decision, preliminaryRefusal, commission, dates } = reopenedAfter(refusalPath);
    expect({ status, outcome, decision, preliminaryRefusal }).toEqual({
      status: 'COMMISSION_FORMED',
      outcome: null,
      decision: null,
      preliminaryRefusal: null,
    });
    expect(commission).not.toBeNull();
    expect(Object.keys(dates).toSorted()).toEqual([
      'ApplicationRegistered',
      'ApplicationSubmitted',
      'CaseReopened',
      'CommissionFormed',
      'CompletenessConfirmed',
      'ComplianceReviewed',
      'RemarksRaised',
      'StateDataReceived',
    ]);
  });

  it.each([
    ['that was rejected, to its registration', incompletePath, 'REGISTERED'],
    [
      'that was withdrawn at once, to its filing',
      [submitApplication(), withdrawApplication({ at: '2025-03-03T11:00:00+05:00' })],
      'SUBMITTED',
    ],
    ['that is open and was not with the commission yet, nowhere', pathTo('EXAMINED'), 'EXAMINED'],
    ['that is open and was decided, to the commission', pathTo('AGREEMENT_OFFERED'), 'COMMISSION_FORMED'],
    ['that was paid, to the commission', portalPath, 'COMMISSION_FORMED'],
    [
      'whose dwelling is being transferred, to the commission',
      pathTo('PETITION_SENT', republicanPath),
      'COMMISSION_FORMED',
    ],
  ] as const)('goes back, one %s', (_, path, status) =>
    expect(reopenedAfter(path)).toMatchObject({ status, outcome: null }),
  );

  it('owes the new decision by the day that was set, rolled to a working day (R-83a)', () => {
    expect(dutyIn(reopenedAfter(refusalPath), 'R-83a')).toMatchObject({
      status: 'OPEN',
      debtor: 'PROVIDER',
      trigger: { event: 'CaseReopened', on: '2025-04-14' },
      term: null,
      nominalDue: '2025-04-24',
      due: '2025-04-24',
    });
    const onSunday = caseAfter(eventsOf([...refusalPath, reopenCase({ carryOutBy: '2025-04-20' })]));
    expect(dutyIn(onSunday, 'R-83a')).toMatchObject({ nominalDue: '2025-04-20', due: '2025-04-21' });
  });

  it('keeps what was done in time the first time, and is not late by the second (R-27, R-75)', () => {
    const first = caseAfter(eventsOf(refusalPath));
    const again = reopenedAfter(refusalPath, ...anew);
    for (const rule of ['R-27', 'R-75']) expect(dutyIn(again, rule)).toEqual(dutyIn(first, rule));
    expect(dutyIn(again, 'R-83a')).toMatchObject({ status: 'DISCHARGED', dischargedOn: '2025-04-17', late: false });
  });

  it('counts what follows a decision from the new one (R-28)', () => {
    expect(dutyIn(reopenedAfter(portalPath), 'R-28')).toBeUndefined();
    expect(dutyIn(reopenedAfter(portalPath, ...anew), 'R-28')).toMatchObject({
      status: 'OPEN',
      trigger: { event: 'CommissionDecided', on: '2025-04-16' },
    });
  });

  it('owes again what had fallen away with the rejection (R-27), as counted from the acceptance', () => {
    expect(dutyIn(caseAfter(eventsOf(incompletePath)), 'R-27')).toMatchObject({ status: 'FALLEN_AWAY' });
    expect(dutyIn(reopenedAfter(incompletePath), 'R-27')).toMatchObject({ status: 'OPEN', due: '2025-04-02' });
  });

  it('is not transferred again where the dwelling is communal by now', () => {
    const again = reopenedAfter(communalEntityPath, ...anew);
    expect(again.status).toBe('TITLE_REGISTERED');
    expect(dutyIn(again, 'R-29')).toMatchObject({ status: 'DISCHARGED', late: false });
  });

  it('ends with the new agreement where the price was paid before', () => {
    const path = [
      ...portalPath,
      reopenCase(),
      ...anew,
      offerAgreement({ at: '2025-04-18T10:00:00+05:00' }),
      signAgreement({ at: '2025-04-18T11:00:00+05:00', eds: sampleEds({ signedAt: '2025-04-18T11:00:00+05:00' }) }),
      signAgreement({
        at: '2025-04-18T12:00:00+05:00',
        party: 'PROVIDER',
        eds: sampleEds({ signedAt: '2025-04-18T12:00:00+05:00' }),
      }),
    ];
    const state = caseAfter(eventsOf(path));
    expect(state).toMatchObject({ status: 'PAID', outcome: 'PAID' });
    expect(dutyIn(state, 'R-36')).toMatchObject({ status: 'DISCHARGED', dischargedOn: '2025-04-18' });
  });

  it('may be decided anew twice, and the last order counts', () => {
    const ruled = reopenCase({
      cause: 'COURT',
      at: '2025-05-02T10:00:00+05:00',
      reopenedOn: '2025-05-02',
      carryOutBy: '2025-05-12',
    });
    const state = reopenedAfter(refusalPath, ...anew, ruled);
    expect(state.reopenings.map(({ cause }) => cause)).toEqual(['COMPLAINT', 'COURT']);
    expect(dutyIn(state, 'R-83a')).toMatchObject({ status: 'OPEN', due: '2025-05-12' });
    expect(dutyIn(state, 'R-27')).toEqual(dutyIn(caseAfter(eventsOf(refusalPath)), 'R-27'));
  });

  it('lies with the commission from the day on which it was reopened', () => {
    const { holdings } = attributionOf(reopenedAfter(portalPath), '2025-04-16T10:00:00+05:00');
    expect(holdings.slice(-2)).toMatchObject([
      { holder: 'RECIPIENT', until: '2025-04-14' },
      { holder: 'COMMISSION', from: '2025-04-15', until: '2025-04-16' },
    ]);
  });

  it('stays in each stage again from the new decision on', () =>
    expect(stageStaysOf(reopenedAfter(communalEntityPath, ...anew)).map(({ stage }) => stage)).toEqual([
      'DOCUMENTS',
      'DECISION',
      'AGREEMENT',
    ]));
});

describe('a case whose payment was taken back (A31)', () => {
  const takenBack = {
    type: 'CaseReopened',
    data: {
      at: '2025-04-14T10:00:00+05:00',
      cause: 'PAYMENT_TAKEN_BACK',
      complaintId: null,
      carryOutBy: null,
      reopenedOn: '2025-04-14',
    },
  } as const;

  it('is to be paid again, by the day by which it was (R-36)', () => {
    const state = caseAfter([...eventsOf(portalPath), takenBack]);
    expect(state).toMatchObject({ status: 'AGREEMENT_CONCLUDED', outcome: null });
    expect(dutyIn(state, 'R-36')).toMatchObject({ status: 'OPEN', due: '2025-04-21' });
    expect(dutyIn(state, 'R-28')).toMatchObject({ status: 'DISCHARGED' });
    expect(dutyIn(state, 'R-83a')).toBeUndefined();
  });
});
