import { describe, expect, it } from '@jest/globals';
import { rulebook2021 } from '../../rulebook/rulebooks.js';
import { eventsTo, formCommission, given, sampleCommissioner, sampleIins } from '../../testing/index.js';
import { createCaseDecider } from '../case.decider.js';
import { defaultCaseSettings } from '../case.settings.js';

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
      .isRefused('commission-member-repeated', { fields: ['members.2.memberId'] }));

  it('has its chair and its secretary among its members', () => {
    given(examined)
      .when(formCommission({ chairId: 'x' }))
      .isRefused('chair-not-a-member', { field: 'chairId' });
    given(examined)
      .when(formCommission({ secretaryId: 'x' }))
      .isRefused('secretary-not-a-member', { field: 'secretaryId' });
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

  it('is formed anew before it decides, with the reason alone (A27)', () => {
    const formed = eventsTo('COMMISSION_FORMED');
    for (const reason of [null, ' ']) {
      given(formed).when(formCommission({ reason })).isRefused('commission-already-formed');
    }
    const members = ['m1', 'm2', 'm4'].map(sampleCommissioner);
    const anew = formCommission({ at: '2025-03-12T10:00:00+05:00', members, reason: 'A member fell ill' });
    const story = given(formed).when(anew);
    expect(story.events[0]?.data).toMatchObject({ reason: 'A member fell ill', applicantIin: sampleIins.adult });
    expect(story.state.commission?.memberIds).toEqual(['m1', 'm2', 'm4']);
    expect(story.state.dates.CommissionFormed).toBe('2025-03-11');
    given(eventsTo('DECIDED')).when(anew).isRefused('commission-already-formed', { status: 'DECIDED' });
    given(examined).when(anew).isRefused('commission-not-formed-before');
  });

  it('says that its chair is its secretary, or is refused where the installation says so (A27)', () => {
    const both = formCommission({ secretaryId: 'm1' });
    const [event] = given(examined).when(both).events;
    expect(event?.data).toMatchObject({ chairNotice: expect.stringContaining('The chair is the secretary as well') });
    expect(given(examined).when(formCommission()).events[0]?.data).toMatchObject({ chairNotice: null });
    given(examined, createCaseDecider({ ...defaultCaseSettings, refuseChairAsSecretary: true }))
      .when(both)
      .isRefused('chair-is-secretary', { field: 'secretaryId' });
  });
});
