import { isAfter } from '../calendar/zones.js';
import type { InstantString } from '../case/case.types.js';
import { refuse } from '../refusals/refuse.js';
import type { ComplaintEvent } from './complaint.events.js';
import type { ComplaintState, FiledComplaint } from './complaint.state.js';
import type { Addressee } from './complaint.types.js';

/** Only the body that a complaint is addressed to considers it (R-83, para 12). */
export const assertActsFor = ({ actingFor }: Readonly<{ actingFor: Addressee }>, { filing }: FiledComplaint): void => {
  const { addressee } = filing;
  if (actingFor !== addressee) throw refuse('another-body-considers', { addressee, actingFor });
};

/** A complaint met in full is settled: nobody considers it any more (R-85, para 12). */
export const assertNotSettled = ({ dates }: FiledComplaint): void => {
  if (dates.FavourableActAdopted !== undefined) {
    throw refuse('complaint-settled', { adoptedOn: dates.FavourableActAdopted });
  }
};

/** The terms of consideration run from the registration (R-86 to R-88, para 13). */
export const assertRegistered = ({ dates }: FiledComplaint): void => {
  if (dates.ComplaintRegistered === undefined) throw refuse('complaint-not-registered');
};

/** A complaint is decided once (R-86, para 13). */
export const assertUndecided = ({ dates }: FiledComplaint): void => {
  if (dates.ComplaintDecided !== undefined) {
    throw refuse('complaint-already-decided', { decidedOn: dates.ComplaintDecided });
  }
};

/** A step is not made before the one it follows. */
export const assertAfter = (at: InstantString, { moments }: ComplaintState, step: ComplaintEvent['type']): void => {
  const notBefore = moments[step];
  if (notBefore !== undefined && isAfter(notBefore, at)) throw refuse('before-what-it-follows', { at, notBefore });
};
