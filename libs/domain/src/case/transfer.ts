import { refuse } from '../refusals/refuse.js';
import type { SubmittedCase } from './case.state.js';
import type { Side } from './case.types.js';

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

/** The sides that approve a deed: one on the communal entity's route, both on the republican one (A15). */
export const approvingSides = ({ application: { route } }: SubmittedCase): readonly Side[] =>
  route === 'REPUBLICAN_ENTITY' ? ['TRANSFERRING', 'RECEIVING'] : ['RECEIVING'];
