import { refuse } from '../refusals/refuse.js';
import { together } from '../refusals/together.js';
import type { DecideCommission } from './case.commands.js';
import type { CaseState } from './case.state.js';
import type { CommissionRules, Vote } from './case.types.js';

type Votes = DecideCommission['votes'];
type Commission = NonNullable<CaseState['commission']>;

/**
 * Refuses a vote that does not carry the decision. Only members vote, once each, for or against the decision as
 * it is recorded; who has a conflict of interest recuses themselves. More than the commission's quorum of the whole
 * composition takes part, and more than its majority of the votes cast is for. An abstention takes part but is not a
 * vote cast; a recusal is neither. All of it by the commission's own rules, set by the provider's regulation and not by
 * the Order (docs/law/rules.md 1.5).
 */
export const assertAdopted = (votes: Votes, commission: Commission): void => {
  assertVoters(votes, commission);
  together(
    () => assertQuorum(votes, commission),
    () => assertMajority(votes, commission),
  );
};

const assertMajority = (votes: Votes, commission: Commission): void => {
  const [votesFor, against] = [count(votes, 'FOR'), count(votes, 'AGAINST')];
  const casting = votesFor === against && decidesTies(votes, commission) ? 1 : 0;
  if (!exceeds(votesFor + casting, votesFor + against + casting, commission.rules.majorityAbove)) {
    throw refuse('not-adopted', { for: votesFor, against });
  }
};

const assertVoters = (votes: Votes, { memberIds, conflictedIds, rules }: Commission): void => {
  const voters = votes.map(({ memberId }) => memberId);
  const strangers = placesOf(votes, ({ memberId }) => !memberIds.includes(memberId));
  if (strangers.length > 0) throw refuse('not-a-member', { fields: strangers });
  const repeated = placesOf(votes, ({ memberId }, index) => voters.indexOf(memberId) !== index);
  if (repeated.length > 0) throw refuse('vote-repeated', { fields: repeated });
  const conflicted = placesOf(votes, ({ memberId, vote }) => conflictedIds.includes(memberId) && vote !== 'RECUSED');
  if (conflicted.length > 0) throw refuse('conflicted-member-voted', { fields: conflicted });
  if (!rules.abstentionAllowed && count(votes, 'ABSTAINED') > 0) throw refuse('abstention-not-allowed');
};

/** Where the votes stand that are wrong: an id is whatever somebody typed. */
const placesOf = (votes: Votes, isWrong: (vote: Votes[number], index: number) => boolean): readonly string[] =>
  votes.flatMap((vote, index) => (isWrong(vote, index) ? [`votes.${index}.memberId`] : []));

const assertQuorum = (votes: Votes, { memberIds, rules }: Commission): void => {
  const present = votes.length - count(votes, 'RECUSED');
  if (!exceeds(present, memberIds.length, rules.quorumAbove)) {
    throw refuse('no-quorum', { present, members: memberIds.length });
  }
};

/** In a tie the vote of a chair who may decide it counts once more. */
const decidesTies = (votes: Votes, { chairId, rules }: Commission): boolean =>
  rules.chairCastingVote && votes.some(({ memberId, vote }) => memberId === chairId && vote === 'FOR');

/** Whether a number is more than a part of a whole, in whole numbers. */
const exceeds = (number: number, whole: number, { parts, of }: CommissionRules['quorumAbove']): boolean =>
  number * of > whole * parts;

const count = (votes: Votes, kind: Vote): number => votes.filter(({ vote }) => vote === kind).length;
