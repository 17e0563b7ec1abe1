import { describe, expect, it } from '@jest/globals';
import type { Vote } from '../case.types.js';
import {
  decideCommission,
  eventsOf,
  eventsTo,
  given,
  gratuitousPath,
  notifyPreliminaryRefusal,
  recordHearing,
  refusalPath,
  refuseByCommission,
  sampleMinutes,
  signDecision,
} from '../../testing/index.js';

const formed = eventsTo('COMMISSION_FORMED');
const basis = {
  residualValue: 125_000_000,
  valuationDate: '2025-02-10',
  valuationDocumentId: 'VAL-1',
  determinedBy: 'Appraisal LLP',
};

/** Votes of m1, m2, … in order; null for a member who did not come. */
const votes = (...cast: (Vote | null)[]) =>
  cast.flatMap((vote, index) => (vote === null ? [] : [{ memberId: `m${index + 1}`, vote }]));

describe('the decision of the commission (R-44, para 9)', () => {
  it('is dated on the local day of its adoption (A16)', () => {
    const story = given(formed).when(decideCommission({ at: '2025-03-18T20:00:00Z' }));
    const [event] = story.events;
    expect(event?.data).toMatchObject({ outcome: 'PRIVATIZE', decidedOn: '2025-03-19', priceBasis: basis });
    expect(story.state.decision).toEqual({
      outcome: 'PRIVATIZE',
      ground: null,
      residualValue: 125_000_000,
      decisionNumber: null,
    });
  });

  it('is not made without a composition (R-43)', () =>
    given(eventsTo('EXAMINED')).when(decideCommission()).isRefused('commission-not-formed', { status: 'EXAMINED' }));

  it('is made once', () => given(eventsTo('DECIDED')).when(decideCommission()).isRefused('already-decided'));

  it('is no refusal while no hearing is on file (R-79, para 10)', () => {
    const refuse = { outcome: 'REFUSE', ground: 'NOT_COMPLIANT', facts: 'f', reasons: 'r', priceBasis: null } as const;
    const story = given(formed).when(decideCommission(refuse));
    story.isRefused('hearing-not-held');
    expect(story.refusal).toMatchObject({ rule: 'R-79', paragraph: '10' });
  });

  it('states on redemption the residual value and what it rests on (R-98)', () => {
    given(formed)
      .when(decideCommission({ priceBasis: null }))
      .isRefused('price-basis-missing');
    for (const [residualValue, shown] of [
      [0, '0.00'],
      [-1, '-1 tiyn'],
      [0.5, '0.5 tiyn'],
    ] as const) {
      given(formed)
        .when(decideCommission({ priceBasis: { ...basis, residualValue } }))
        .isRefused('price-basis-not-positive', { residualValue: shown });
    }
    given(formed)
      .when(decideCommission({ priceBasis: { ...basis, valuationDate: '2025-03-19' } }))
      .isRefused('valuation-in-future', { valuationDate: '2025-03-19', decidedOn: '2025-03-18' });
    given(formed)
      .when(decideCommission({ priceBasis: { ...basis, valuationDate: '2025-03-18' } }))
      .gives('CommissionDecided');
  });
});

describe('a refusal of the commission (R-80, R-81, para 10)', () => {
  const heard = eventsOf(refusalPath.slice(0, 10));

  it('is kept with its ground, facts and reasons', () => {
    const story = given(heard).when(refuseByCommission());
    expect(story.events).toEqual([
      {
        type: 'CommissionDecided',
        data: {
          at: '2025-03-18T10:00:00+05:00',
          outcome: 'REFUSE',
          decidedOn: '2025-03-18',
          votes: votes('FOR', 'FOR', 'AGAINST'),
          ground: 'NOT_COMPLIANT',
          facts: 'The dwelling was let without the right of redemption',
          reasons: 'It cannot be privatized by the Law on Housing Relations',
          priceBasis: null,
        },
      },
    ]);
    expect(story.state.decision).toEqual({
      outcome: 'REFUSE',
      ground: 'NOT_COMPLIANT',
      residualValue: null,
      decisionNumber: null,
    });
  });

  it('is not adopted earlier than three working days after the notice (R-77)', () => {
    given(heard)
      .when(refuseByCommission({ at: '2025-03-16T23:59:59+05:00' }))
      .isRefused('act-too-early', { decidedOn: '2025-03-16', actNotBefore: '2025-03-17' });
    given(heard)
      .when(refuseByCommission({ at: '2025-03-17T00:00:00+05:00' }))
      .gives('CommissionDecided');
  });

  it('is not adopted without a hearing, though the three working days have passed (R-79)', () =>
    given(eventsOf(refusalPath.slice(0, 9)))
      .when(refuseByCommission())
      .isRefused('hearing-not-held'));

  it('is not adopted before the day of the hearing (R-79)', () => {
    const hearing = { at: '2025-03-19T11:00:00+05:00', place: 'Room 204' };
    const minutes = sampleMinutes({ startedAt: hearing.at, endedAt: hearing.at });
    const heardLater = eventsOf([
      ...refusalPath.slice(0, 7),
      notifyPreliminaryRefusal({ hearing }),
      recordHearing({ at: hearing.at, minutes }),
    ]);
    given(heardLater)
      .when(refuseByCommission())
      .isRefused('before-what-it-follows', { at: '2025-03-18T10:00:00+05:00', notBefore: '2025-03-19' });
  });

  it('needs no objection once the days for it are over (R-78, A3)', () =>
    given(eventsOf([...refusalPath.slice(0, 8), recordHearing()]))
      .when(refuseByCommission())
      .gives('CommissionDecided'));

  it('rests on one of the three grounds (R-72 to R-74), and on that of the notice (R-76)', () => {
    given(heard)
      .when(refuseByCommission({ ground: null }))
      .isRefused('ground-not-provided', { ground: null });
    given(heard)
      .when(refuseByCommission({ ground: 'UNRELIABLE_DOCUMENTS' }))
      .isRefused('ground-not-as-notified', { ground: 'UNRELIABLE_DOCUMENTS', notified: 'NOT_COMPLIANT' });
  });

  it('states facts and reasons (R-81)', () => {
    given(heard)
      .when(refuseByCommission({ facts: null }))
      .isRefused('refusal-not-reasoned', { missing: ['facts'] });
    given(heard)
      .when(refuseByCommission({ reasons: ' ' }))
      .isRefused('refusal-not-reasoned', { missing: ['reasons'] });
  });

  it('states no price', () =>
    given(heard)
      .when(refuseByCommission({ priceBasis: basis }))
      .isRefused('price-on-refusal'));

  it('is voted on like any decision (R-44)', () =>
    given(heard)
      .when(refuseByCommission({ votes: votes('FOR', 'AGAINST', 'AGAINST') }))
      .isRefused('not-adopted'));

  it('is not the only way: after the hearing the commission may still privatize (A3)', () => {
    const story = given(heard).when(decideCommission());
    story.gives('CommissionDecided');
    given([...heard, ...story.events])
      .when(signDecision())
      .gives('DecisionSigned');
  });
});

describe('a decision to privatize', () => {
  it('needs no hearing, nor any wait after a notice (A3)', () =>
    given(eventsOf(refusalPath.slice(0, 8)))
      .when(decideCommission({ at: '2025-03-13T10:00:00+05:00' }))
      .gives('CommissionDecided'));

  it('has no ground of refusal', () =>
    given(formed)
      .when(decideCommission({ ground: 'NOT_COMPLIANT' }))
      .isRefused('ground-without-refusal', { ground: 'NOT_COMPLIANT' }));

  it('free of charge states no price (R-38)', () => {
    const free = eventsTo('COMMISSION_FORMED', gratuitousPath);
    given(free)
      .when(decideCommission({ priceBasis: null }))
      .gives('CommissionDecided');
    given(free).when(decideCommission()).isRefused('gratuitous-not-paid');
  });
});
