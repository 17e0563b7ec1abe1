import { type RefusalCode, refuse } from '../refusals/refuse.js';
import type { CaseState, SubmittedCase } from './case.state.js';
import { type CaseStatus, openStatuses } from './case.words.js';

const order: readonly CaseStatus[] = openStatuses;

/** Whether a case has come as far as a status, or further. */
export const hasReached = ({ status }: CaseState, step: CaseStatus): boolean =>
  status !== null && order.indexOf(status) >= order.indexOf(step);

/**
 * Refuses unless a case stands exactly at a step: with `before` where it has not come that far, with `after` where it
 * has gone further.
 */
export const assertStandsAt = (
  state: CaseState,
  step: CaseStatus,
  codes: Readonly<{ before: RefusalCode; after: RefusalCode; republicanRule?: string }>,
): void => {
  const rule = state.application?.route === 'REPUBLICAN_ENTITY' ? codes.republicanRule : undefined;
  if (!hasReached(state, step)) throw refuse(codes.before, { status: state.status }, rule);
  if (state.status !== step) throw refuse(codes.after, { status: state.status });
};

/** Refuses where completeness is not what the provider examines: registered, and neither confirmed nor passed (R-41, para 9). */
export const assertCompletenessOpen = (state: SubmittedCase): void => {
  const after = state.dates.CompletenessConfirmed === undefined ? 'already-examined' : 'completeness-already-confirmed';
  assertStandsAt(state, 'REGISTERED', { before: 'not-registered', after });
};

/** Refuses once the commission has decided: the file that it decided on stays as it was. */
export const assertUndecided = (state: SubmittedCase): void => {
  if (hasReached(state, 'DECIDED')) throw refuse('already-decided', { status: state.status });
};

/** Refuses where the dwelling stands in the communal stock already: the communal route has no transfer (para 9(1)). */
export const assertTransferred = ({ application: { route } }: SubmittedCase): void => {
  if (route === 'COMMUNAL') throw refuse('nothing-to-transfer', { route });
};

/** Refuses where the dwelling is not of a republican entity (para 9(3)). */
export const assertRepublican = (state: SubmittedCase): void => {
  assertTransferred(state);
  const { route } = state.application;
  if (route !== 'REPUBLICAN_ENTITY') throw refuse('not-a-republican-dwelling', { route });
};
