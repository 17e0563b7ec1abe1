import { refuse } from '../refusals/refuse.js';
import { rulebookById } from '../rulebook/rulebook-choice.js';
import type { DecideCommission } from './case.commands.js';
import type { SubmittedCase } from './case.state.js';
import type { Vote } from './case.types.js';

type Votes = DecideCommission['votes'];

/**
 * Refuses a vote that does not carry: only members vote, once each; more than the rulebook's part of the whole
 * composition takes part; more votes are for than against. An abstention takes part but is not a vote cast; who recused
 * themselves does neither. Set by the provider's regulation, not by the Order (docs/law/rules.md 1.5).
 */
export const assertAdopted = (votes: Votes, { commission, application }: SubmittedCase): void => {
  const members = commission?.memberIds ?? [];
  assertVoters(votes, members);

  const { parts, of } = rulebookById(application.rulebook).commission.quorumAbove;
  const present = votes.length - count(votes, 'RECUSED');
  if (present * of <= members.length * parts) throw refuse('no-quorum', { present, members: members.length });

  const [votesFor, against] = [count(votes, 'FOR'), count(votes, 'AGAINST')];
  if (votesFor <= against) throw refuse('not-adopted', { for: votesFor, against });
};

const assertVoters = (votes: Votes, members: readonly string[]): void => {
  const voters = votes.map(({ memberId }) => memberId);
  const strangers = voters.filter((memberId) => !members.includes(memberId));
  if (strangers.length > 0) throw refuse('not-a-member', { strangers });
  const repeated = voters.filter((memberId, index) => voters.indexOf(memberId) !== index);
  if (repeated.length > 0) throw refuse('vote-repeated', { repeated });
};

const count = (votes: Votes, kind: Vote): number => votes.filter(({ vote }) => vote === kind).length;
