import { describe, expect, it } from '@jest/globals';
import { rulebook2021 } from '../../rulebook/rulebooks.js';
import { eventsTo, formCommission, given, sampleCommissioner } from '../../testing/index.js';

const examined = eventsTo('EXAMINED');

describe('the composition of the commission (R-43, para 9)', () => {
  it('is formed by the provider', () => {
    const story = given(examined).when(formCommission());
    story.gives('CommissionFormed');
    expect(story.state.commission).toEqual({
      kind: 'LOCAL_EXECUTIVE_BODY',
      memberIds: ['m1', 'm2', 'm3'],
      conflictedIds: [],
      chairId: 'm1',
      secretaryId: 'm2',
      rules: rulebook2021.commission,
    });
  });

  it('names each member once', () =>
    given(examined)
      .when(formCommission({ members: ['m1', 'm2', 'm1'].map((memberId) => sampleCommissioner(memberId)) }))
      .isRefused('commission-member-repeated', { repeated: ['m1'] }));

  it('has its chair and its secretary among its members', () => {
    given(examined)
      .when(formCommission({ chairId: 'x' }))
      .isRefused('chair-not-a-member', { chairId: 'x' });
    given(examined)
      .when(formCommission({ secretaryId: 'x' }))
      .isRefused('secretary-not-a-member', { secretaryId: 'x' });
  });

  it('keeps what its members declared of a conflict of interest', () => {
    const members = [sampleCommissioner('m1'), { ...sampleCommissioner('m2'), conflictOfInterest: 'a sister' }];
    expect(given(examined).when(formCommission({ members })).state.commission).toMatchObject({
      memberIds: ['m1', 'm2'],
      conflictedIds: ['m2'],
    });
  });

  it('votes by the rules of the office, where it has its own', () => {
    const rules = { ...rulebook2021.commission, minMembers: 3, chairCastingVote: true };
    expect(given(examined).when(formCommission({ rules })).state.commission?.rules).toEqual(rules);
  });

  it('has as many members as its rules ask', () => {
    const rules = { ...rulebook2021.commission, minMembers: 4 };
    given(examined).when(formCommission({ rules })).isRefused('commission-too-small', { members: 3, least: 4 });
    given(examined)
      .when(formCommission({ members: [] }))
      .isRefused('commission-too-small', { members: 0, least: 1 });
  });

  it('follows the examination (R-42)', () =>
    given(eventsTo('COMPLETE')).when(formCommission()).isRefused('not-examined', { status: 'COMPLETE' }));

  it('is formed once', () =>
    given(eventsTo('COMMISSION_FORMED')).when(formCommission()).isRefused('commission-already-formed'));
});
