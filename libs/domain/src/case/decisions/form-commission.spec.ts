import { describe, expect, it } from '@jest/globals';
import { eventsTo, formCommission, given } from '../../testing/index.js';

const examined = eventsTo('EXAMINED');

describe('the composition of the commission (R-43, para 9)', () => {
  it('is formed by the provider', () => {
    const story = given(examined).when(formCommission());
    story.gives('CommissionFormed');
    expect(story.state.commission).toEqual({
      kind: 'LOCAL_EXECUTIVE_BODY',
      memberIds: ['m1', 'm2', 'm3'],
      chairId: 'm1',
      secretaryId: 'm2',
    });
  });

  it('names each member once', () =>
    given(examined)
      .when(formCommission({ members: ['m1', 'm2', 'm1'].map((memberId) => ({ memberId, fullName: memberId })) }))
      .isRefused('commission-member-repeated', { repeated: ['m1'] }));

  it('has its chair and its secretary among its members', () => {
    given(examined)
      .when(formCommission({ chairId: 'x' }))
      .isRefused('chair-not-a-member', { chairId: 'x' });
    given(examined)
      .when(formCommission({ secretaryId: 'x' }))
      .isRefused('secretary-not-a-member', { secretaryId: 'x' });
    given(examined)
      .when(formCommission({ members: [] }))
      .isRefused('chair-not-a-member');
  });

  it('follows the examination (R-42)', () =>
    given(eventsTo('COMPLETE')).when(formCommission()).isRefused('not-examined', { status: 'COMPLETE' }));

  it('is formed once', () =>
    given(eventsTo('COMMISSION_FORMED')).when(formCommission()).isRefused('commission-already-formed'));
});
