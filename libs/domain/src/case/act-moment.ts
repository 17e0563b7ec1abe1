import { isAfter } from '../calendar/zones.js';
import { refuse } from '../refusals/refuse.js';
import type { CaseCommand } from './case.commands.js';
import type { SubmittedCase } from './case.state.js';
import type { EdsSignature } from './case.types.js';

/** What is recorded has happened: `at` is not after `enteredAt`. A late entry of an earlier fact is legal. */
export const assertHasHappened = ({ at, enteredAt }: CaseCommand): void => {
  if (isAfter(at, enteredAt)) throw refuse('effective-in-future', { at, enteredAt });
};

/**
 * A step is not made before the step it follows. Information on rights does not follow a step: it may have been
 * there since the application was filed (A9).
 */
export const assertNotBefore = ({ type, at }: CaseCommand, { application, reachedAt }: SubmittedCase): void => {
  const notBefore =
    type === 'RecordRightsInformation' ? application.submittedAt : (reachedAt ?? application.submittedAt);
  if (isAfter(notBefore, at)) throw refuse('before-what-it-follows', { at, notBefore });
};

/** A signature was made by the moment it is entered. */
export const assertSignedBy = ({ signedAt }: EdsSignature, { enteredAt }: CaseCommand): void => {
  if (isAfter(signedAt, enteredAt)) throw refuse('signed-in-future', { field: 'eds.signedAt', signedAt, enteredAt });
};
