import { entryAt } from '../../corrections/entries.js';
import type { ReopenCase } from '../case.commands.js';
import type { CaseEvent, CorrectionRecorded } from '../case.events.js';
import { applicantIinOf, type KnownCase } from '../people.js';
import type { Step } from '../step.js';

/**
 * A decision on a complaint or a ruling has the case decided anew (para 12, A31): it goes back to the commission, closed
 * or not. It is told, not asked for: nothing stands in its way, and whoever tells it twice does so under one key. Where its days were
 * set right in the complaint since, they are set right here (A36); nothing where they are the same.
 */
export const reopenCase: Step<'ReopenCase'> = {
  beforeAcceptance: true,
  whenClosed: true,
  anyTime: true,
  gate: () => undefined,
  decide: (command, state) => {
    const { at, cause, complaintId, carryOutBy, reopenedOn, toldIn } = command;
    return toldIn === null
      ? [{ type: 'CaseReopened', data: { at, cause, complaintId, carryOutBy, reopenedOn } }]
      : daysSetRight(command, toldIn, state);
  },
};

const daysSetRight = (command: ReopenCase, revision: number, state: KnownCase): readonly CaseEvent[] => {
  const told = entryAt(revision, state.history);
  if (told?.type !== 'CaseReopened') return [];
  const { enteredAt, by, at, complaintId, carryOutBy, reopenedOn } = command;
  const values = Object.entries({ at, carryOutBy, reopenedOn }).flatMap(([field, is]) => {
    const was = told.data[field as 'at' | 'carryOutBy' | 'reopenedOn'];
    return was === is ? [] : [{ revision, event: told.type, field, was, is }];
  });
  if (values.length === 0) return [];
  const data: CorrectionRecorded['data'] = {
    at: enteredAt,
    subject: 'The order to decide anew',
    was: null,
    is: null,
    reason: `It was set right in the complaint ${complaintId}.`,
    values,
    date: null,
    applicantIin: applicantIinOf(state),
    correctedBy: by,
  };
  return [{ type: 'CorrectionRecorded', data }];
};
