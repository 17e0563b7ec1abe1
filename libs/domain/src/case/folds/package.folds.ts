import { localDateOf } from '../../calendar/zones.js';
import type { CaseEvent } from '../case.events.js';
import { type CaseState, isSubmitted, type SubmittedCase } from '../case.state.js';
import type { InstantString, LocalDate } from '../case.types.js';
import { defectsOf } from '../completeness.js';

/**
 * Since when the file of a registered application shows that the package is incomplete or expired, and until when: looked at with each
 * event before the end of the examination.
 */
export const withPackage = (state: CaseState, event: CaseEvent, enteredAt: InstantString): CaseState => {
  if (!isSubmitted(state) || state.status !== 'REGISTERED') return state;
  const isLacking = defectsOf(state).length > 0;
  if (isLacking === (state.incomplete?.until === null)) return state;
  return { ...state, incomplete: turned(state.incomplete, isLacking, { day: dayOf(event, state), enteredAt }) };
};

type Turn = Readonly<{ day: LocalDate; enteredAt: InstantString }>;

/** What is shown again has been shown since its first day. */
const turned = (
  known: CaseState['incomplete'],
  isLacking: boolean,
  { day, enteredAt }: Turn,
): CaseState['incomplete'] =>
  isLacking
    ? { from: known?.from ?? day, until: null, endedAt: null }
    : known && { ...known, until: day, endedAt: enteredAt };

const dayOf = ({ type, data }: CaseEvent, { dates, application: { zone } }: SubmittedCase): LocalDate => {
  const day = localDateOf(data.at, zone);
  return type === 'ApplicationRegistered' ? (dates.ApplicationRegistered ?? day) : day;
};
