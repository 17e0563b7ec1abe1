import { describe, it } from '@jest/globals';
import {
  decideCommission,
  eventsOf,
  eventsTo,
  formCommission,
  given,
  pathTo,
  sampleCommissioner,
} from '../testing/index.js';
import type { CommissionRules, Vote } from './case.types.js';

const formed = eventsTo('COMMISSION_FORMED');

/** Votes of m1, m2, … in order; null for a member who did not come. */
const votes = (...those: (Vote | null)[]) =>
  those.flatMap((vote, index) => (vote === null ? [] : [{ memberId: `m${index + 1}`, vote }]));
const cast = (...those: (Vote | null)[]) => decideCommission({ votes: votes(...those) });

const commissionOf = (size: number) => {
  const members = Array.from({ length: size }, (_, index) => sampleCommissioner(`m${index + 1}`));
  return eventsOf([...pathTo('EXAMINED'), formCommission({ members, chairId: 'm1', secretaryId: 'm1' })]);
};

describe('the vote of the commission (R-44, docs/law/rules.md 1.5)', () => {
  it('is of members only', () =>
    given(formed)
      .when(decideCommission({ votes: [...votes('FOR', 'FOR'), { memberId: 'x', vote: 'FOR' }] }))
      .isRefused('not-a-member', { fields: ['votes.2.memberId'] }));

  it('is one for each member', () =>
    given(formed)
      .when(decideCommission({ votes: [...votes('FOR', 'FOR'), { memberId: 'm1', vote: 'AGAINST' }] }))
      .isRefused('vote-repeated', { fields: ['votes.2.memberId'] }));

  it.each<[string, number, (Vote | null)[]]>([
    ['two of three', 3, ['FOR', 'FOR', null]],
    ['three of five', 5, ['FOR', 'FOR', 'AGAINST', null, null]],
    ['three of four', 4, ['FOR', 'FOR', 'AGAINST', null]],
    ['two of three, one abstaining', 3, ['FOR', 'ABSTAINED', null]],
  ])('has a quorum with %s', (_, size, those) => {
    given(commissionOf(size))
      .when(decideCommission({ votes: votes(...those) }))
      .gives('CommissionDecided');
  });

  it.each<[string, number, (Vote | null)[], number]>([
    ['nobody', 3, [], 0],
    ['one of three', 3, ['FOR', null, null], 1],
    ['exactly half', 4, ['FOR', 'FOR', null, null], 2],
    ['half, because one recused themselves', 4, ['FOR', 'FOR', 'RECUSED', null], 2],
    ['one of three, because two recused themselves', 3, ['FOR', 'RECUSED', 'RECUSED'], 1],
  ])('has no quorum with %s', (_, size, those, present) => {
    given(commissionOf(size))
      .when(decideCommission({ votes: votes(...those) }))
      .isRefused('no-quorum', { present, members: size });
  });

  it.each<[string, (Vote | null)[], number, number]>([
    ['a tie', ['FOR', 'AGAINST', 'RECUSED'], 1, 1],
    ['a majority against', ['FOR', 'AGAINST', 'AGAINST'], 1, 2],
    ['abstentions alone', ['ABSTAINED', 'ABSTAINED', 'ABSTAINED'], 0, 0],
  ])('does not adopt by %s', (_, those, votesFor, against) => {
    given(formed)
      .when(decideCommission({ votes: votes(...those) }))
      .isRefused('not-adopted', { for: votesFor, against });
  });

  it('adopts by more for than against, abstentions being no votes cast', () => {
    given(formed)
      .when(decideCommission({ votes: votes('FOR', 'ABSTAINED', 'ABSTAINED') }))
      .gives('CommissionDecided');
  });
});

describe('the vote by rules of an office (docs/law/rules.md 1.5)', () => {
  const half = { parts: 1, of: 2 };
  const underRules = (rules: Partial<CommissionRules>, size = 3, conflicted: readonly string[] = []) => {
    const members = Array.from({ length: size }, (_, index) => sampleCommissioner(`m${index + 1}`)).map((member) =>
      conflicted.includes(member.memberId) ? { ...member, conflictOfInterest: 'a relative' } : member,
    );
    const all = { minMembers: 1, quorumAbove: half, majorityAbove: half, chairCastingVote: false, ...rules };
    const commission = { members, chairId: 'm1', secretaryId: 'm2', rules: { abstentionAllowed: true, ...all } };
    return eventsOf([...pathTo('EXAMINED'), formCommission(commission)]);
  };

  it('recuses who has a conflict of interest', () => {
    const history = underRules({}, 4, ['m2']);
    given(history)
      .when(cast('FOR', 'AGAINST', 'FOR', 'FOR'))
      .isRefused('conflicted-member-voted', { fields: ['votes.1.memberId'] });
    given(history)
      .when(cast('FOR', 'ABSTAINED', 'FOR', 'FOR'))
      .isRefused('conflicted-member-voted', { fields: ['votes.1.memberId'] });
    given(history)
      .when(cast('FOR', 'RECUSED', 'FOR', 'FOR'))
      .gives('CommissionDecided');
    given(history)
      .when(cast('FOR', null, 'FOR', 'FOR'))
      .gives('CommissionDecided');
  });

  it('takes abstentions only where they are allowed', () => {
    given(underRules({ abstentionAllowed: false }))
      .when(cast('FOR', 'FOR', 'ABSTAINED'))
      .isRefused('abstention-not-allowed');
    given(underRules({ abstentionAllowed: false }))
      .when(cast('FOR', 'FOR', 'RECUSED'))
      .gives('CommissionDecided');
  });

  it('asks for the quorum of the office', () => {
    const history = underRules({ quorumAbove: { parts: 2, of: 3 } }, 6);
    given(history)
      .when(cast('FOR', 'FOR', 'FOR', 'FOR'))
      .isRefused('no-quorum', { present: 4, members: 6 });
    given(history)
      .when(cast('FOR', 'FOR', 'FOR', 'FOR', 'AGAINST'))
      .gives('CommissionDecided');
  });

  it('asks for the majority of the office, of the votes cast', () => {
    const history = underRules({ majorityAbove: { parts: 2, of: 3 } }, 4);
    given(history)
      .when(cast('FOR', 'FOR', 'AGAINST'))
      .isRefused('not-adopted', { for: 2, against: 1 });
    given(history)
      .when(cast('FOR', 'FOR', 'FOR', 'AGAINST'))
      .gives('CommissionDecided');
    given(history)
      .when(cast('FOR', 'FOR', 'ABSTAINED'))
      .gives('CommissionDecided');
  });

  it('lets the chair decide a tie where the rules say so', () => {
    given(underRules({ chairCastingVote: true }))
      .when(cast('FOR', 'AGAINST'))
      .gives('CommissionDecided');
    given(underRules({ chairCastingVote: true }))
      .when(cast('AGAINST', 'FOR'))
      .isRefused('not-adopted', { for: 1, against: 1 });
    given(underRules({ chairCastingVote: false }))
      .when(cast('FOR', 'AGAINST'))
      .isRefused('not-adopted');
    given(underRules({ chairCastingVote: true }))
      .when(cast('ABSTAINED', 'FOR', 'AGAINST'))
      .isRefused('not-adopted');
  });

  it('gives the chair no more than a tie', () => {
    given(underRules({ chairCastingVote: true }))
      .when(cast('FOR', 'AGAINST', 'AGAINST'))
      .isRefused('not-adopted', {
        for: 1,
        against: 2,
      });
    given(underRules({ chairCastingVote: true, majorityAbove: { parts: 2, of: 3 } }))
      .when(cast('FOR', 'AGAINST'))
      .isRefused('not-adopted');
  });
});
