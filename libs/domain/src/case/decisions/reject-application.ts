import { dueDate } from '../../calendar/due-date.js';
import { localDateOf } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import { rulebookById } from '../../rulebook/rulebook-choice.js';
import { termOf } from '../../rulebook/rulebook.js';
import type { RejectApplication } from '../case.commands.js';
import type { CaseEvent } from '../case.events.js';
import type { SubmittedCase } from '../case.state.js';
import type { LocalDate } from '../case.types.js';
import { assertStandsAt } from '../case-order.js';
import { isBorneOut } from '../completeness.js';

/**
 * The provider rejects an incomplete package or expired documents, with the list of defects, within two working days of
 * registration (R-33, para 6).
 */
export const rejectApplication = ({ at, defects }: RejectApplication, state: SubmittedCase): readonly CaseEvent[] => {
  assertStandsAt(state, 'REGISTERED', { before: 'not-registered', after: 'rejection-after-completeness' });
  if (defects.length === 0) throw refuse('rejection-without-defects');
  const rejectedOn = localDateOf(at, state.application.zone);
  assertPowerLasts(rejectedOn, state);

  const notBorneOut = defects
    .filter((defect) => !isBorneOut(defect, state.application))
    .map(({ kind, documentType }) => ({ kind, documentType }));
  return [
    { type: 'ApplicationRejected', data: { at, defects, rejectedOn, notBorneOut } },
    { type: 'CaseClosed', data: { at, outcome: 'REJECTED' } },
  ];
};

/** After the term the power has lapsed (A4). */
const assertPowerLasts = (rejectedOn: LocalDate, { application, dates }: SubmittedCase): void => {
  const registeredOn = dates.ApplicationRegistered ?? application.acceptedOn;
  const { due } = dueDate({ from: registeredOn, term: termOf(rulebookById(application.rulebook), 'R-33') });
  if (rejectedOn > due) throw refuse('rejection-term-lapsed', { registeredOn, due, rejectedOn });
};
