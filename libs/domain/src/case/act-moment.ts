import { dayNumberOf } from '../calendar/day-number.js';
import { isAfter, localDateOf, millisOf } from '../calendar/zones.js';
import { refuse } from '../refusals/refuse.js';
import type { CaseCommand } from './case.commands.js';
import type { CaseSettings } from './case.settings.js';
import type { SubmittedCase } from './case.state.js';
import type { EdsSignature, InstantString, LocalDate } from './case.types.js';
import { noticeOf } from './notices.js';

/** What is recorded has happened: `at` is not after `enteredAt`. A late entry of an earlier fact is legal. */
export const assertHasHappened = ({ at, enteredAt }: Pick<CaseCommand, 'at' | 'enteredAt'>): void => {
  if (isAfter(at, enteredAt)) throw refuse('effective-in-future', { at, enteredAt });
};

/**
 * A step is not made before the step it follows; what follows no step (`anyTime`) not before the application was
 * filed.
 */
export const assertNotBefore = (
  at: InstantString,
  { application, reachedAt }: SubmittedCase,
  anyTime: boolean,
): void => {
  const notBefore = anyTime ? application.submittedAt : (reachedAt ?? application.submittedAt);
  if (isAfter(notBefore, at)) throw refuse('before-what-it-follows', { at, notBefore });
};

/**
 * As `assertNotBefore`, by the day: of what several had to do, the day on which the last of them did is known, and not
 * who was entered last.
 */
export const assertNotBeforeDay = (
  at: InstantString,
  { application }: SubmittedCase,
  notBefore: LocalDate | undefined,
): void => {
  if (notBefore !== undefined && localDateOf(at, application.zone) < notBefore) {
    throw refuse('before-what-it-follows', { at, notBefore });
  }
};

/** Nothing of the provider is effective before the day on which the application counts as accepted (R-16, para 4). */
export const assertAccepted = (at: InstantString, { application }: SubmittedCase): void => {
  const { acceptedOn, zone } = application;
  if (localDateOf(at, zone) < acceptedOn) throw refuse('before-acceptance', { at, acceptedOn });
};

/** A signature is not older than what it signs, to the second: a certificate's clock tells no less. */
export const assertSignedFrom = ({ signedAt }: EdsSignature, notBefore: InstantString | null): void => {
  if (notBefore !== null && secondOf(signedAt) < secondOf(notBefore))
    throw refuse('signed-before-its-act', { signedAt, notBefore });
};

const secondOf = (moment: InstantString): number => Math.floor(millisOf(moment) / 1000);

/** Told where an EDS is later than its act by more days than the installation allows: the Order sets no such term. */
export const edsNoticeOf = (
  { at, eds }: Readonly<{ at: InstantString; eds: Pick<EdsSignature, 'signedAt'> | null }>,
  { application: { zone } }: SubmittedCase,
  { edsLateAfterDays }: CaseSettings,
): string | null => {
  if (eds === null || edsLateAfterDays === null) return null;
  const days = dayNumberOf(localDateOf(eds.signedAt, zone)) - dayNumberOf(localDateOf(at, zone));
  if (days <= edsLateAfterDays) return null;
  return noticeOf('edsLate', { days, allowed: edsLateAfterDays });
};

/** A signature was made by the moment it is entered. */
export const assertSignedBy = ({ signedAt }: EdsSignature, { enteredAt }: CaseCommand): void => {
  if (isAfter(signedAt, enteredAt)) throw refuse('signed-in-future', { field: 'eds.signedAt', signedAt, enteredAt });
};
