import { describe, expect, it } from '@jest/globals';
import type { Vote } from '../case.types.js';
import { decideCommission, eventsOf, eventsTo, formCommission, given, pathTo } from '../../testing/index.js';

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

const commissionOf = (size: number) => {
  const members = Array.from({ length: size }, (_, index) => ({ memberId: `m${index + 1}`, fullName: '' }));
  return eventsOf([...pathTo('EXAMINED'), formCommission({ members, chairId: 'm1', secretaryId: 'm1' })]);
};

describe('the decision of the commission (R-44, para 9)', () => {
  it('is dated on the local day of its adoption (A16)', () => {
    const story = given(formed).when(decideCommission({ at: '2025-03-18T20:00:00Z' }));
    const [event] = story.events;
    expect(event?.data).toMatchObject({ outcome: 'PRIVATIZE', decidedOn: '2025-03-19', priceBasis: basis });
    expect(story.state.decision).toEqual({ outcome: 'PRIVATIZE', residualValue: 125_000_000, decisionNumber: null });
  });

  it('is not made without a composition (R-43)', () =>
    given(eventsTo('EXAMINED')).when(decideCommission()).isRefused('commission-not-formed', { status: 'EXAMINED' }));

  it('is made once', () => given(eventsTo('DECIDED')).when(decideCommission()).isRefused('already-decided'));

  it('is no refusal while no hearing is on file (R-79, para 10)', () => {
    const refuse = { outcome: 'REFUSE', ground: 'R-73', facts: 'f', reasons: 'r', priceBasis: null } as const;
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

describe('the vote of the commission (R-44, docs/law/rules.md 1.5)', () => {
  it('is of members only', () =>
    given(formed)
      .when(decideCommission({ votes: [...votes('FOR', 'FOR'), { memberId: 'x', vote: 'FOR' }] }))
      .isRefused('not-a-member', { strangers: ['x'] }));

  it('is one for each member', () =>
    given(formed)
      .when(decideCommission({ votes: [...votes('FOR', 'FOR'), { memberId: 'm1', vote: 'AGAINST' }] }))
      .isRefused('vote-repeated', { repeated: ['m1'] }));

  it.each<[string, number, (Vote | null)[]]>([
    ['two of three', 3, ['FOR', 'FOR', null]],
    ['three of five', 5, ['FOR', 'FOR', 'AGAINST', null, null]],
    ['three of four', 4, ['FOR', 'FOR', 'AGAINST', null]],
    ['two of three, one abstaining', 3, ['FOR', 'ABSTAINED', null]],
  ])('has a quorum with %s', (_, size, cast) => {
    given(commissionOf(size))
      .when(decideCommission({ votes: votes(...cast) }))
      .gives('CommissionDecided');
  });

  it.each<[string, number, (Vote | null)[], number]>([
    ['nobody', 3, [], 0],
    ['one of three', 3, ['FOR', null, null], 1],
    ['exactly half', 4, ['FOR', 'FOR', null, null], 2],
    ['half, because one recused themselves', 4, ['FOR', 'FOR', 'RECUSED', null], 2],
    ['one of three, because two recused themselves', 3, ['FOR', 'RECUSED', 'RECUSED'], 1],
  ])('has no quorum with %s', (_, size, cast, present) => {
    given(commissionOf(size))
      .when(decideCommission({ votes: votes(...cast) }))
      .isRefused('no-quorum', { present, members: size });
  });

  it.each<[string, (Vote | null)[], number, number]>([
    ['a tie', ['FOR', 'AGAINST', 'RECUSED'], 1, 1],
    ['a majority against', ['FOR', 'AGAINST', 'AGAINST'], 1, 2],
    ['abstentions alone', ['ABSTAINED', 'ABSTAINED', 'ABSTAINED'], 0, 0],
  ])('does not adopt by %s', (_, cast, votesFor, against) => {
    given(formed)
      .when(decideCommission({ votes: votes(...cast) }))
      .isRefused('not-adopted', { for: votesFor, against });
  });

  it('adopts by more for than against, abstentions being no votes cast', () => {
    given(formed)
      .when(decideCommission({ votes: votes('FOR', 'ABSTAINED', 'ABSTAINED') }))
      .gives('CommissionDecided');
  });
});
