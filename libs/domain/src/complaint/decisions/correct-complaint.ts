import { saysSomething } from '../../case/stated.js';
import { corrected } from '../../corrections/entries.js';
import { rightValues } from '../../corrections/right-values.js';
import { refuse } from '../../refusals/refuse.js';
import { assertActsFor, assertAfter } from '../complaint-gates.js';
import type { CorrectComplaint } from '../complaint.commands.js';
import type { ComplaintCorrected, ComplaintEvent } from '../complaint.events.js';
import type { ComplaintState, FiledComplaint } from '../complaint.state.js';
import { assertGatesPass, type JudgedBy } from '../corrections/gates-again.js';
import { whatFollows, withDatesOfExtension } from '../corrections/what-follows.js';

/**
 * What was recorded wrongly of a complaint is set right, with the reason, by the body that considers it; the wrong entry stays in the log,
 * and the complaint is what it would be with the right one (R-10, para 2; A36). Throws `another-body-considers`,
 * `correction-without-reason`, `correction-says-nothing`, `complainant-erased`, what a value cannot be, and what the gate of an entry
 * says to it as it would stand then.
 */
export const correctComplaint = (
  command: CorrectComplaint,
  state: FiledComplaint,
  settings: JudgedBy['settings'],
): readonly ComplaintEvent[] => {
  const { at, by, enteredAt, actingFor, subject, reason, contestedCase } = command;
  assertActsFor(command, state);
  if (!saysSomething(reason)) throw refuse('correction-without-reason');
  if (command.values.length === 0) throw refuse('correction-says-nothing');
  assertAfter(at, state, 'ComplaintFiled');
  const { history, filing } = state;
  const record = { history, zone: filing.zone, enteredAt };
  const right = rightValues<ComplaintEvent>(command.values, record, whatFollows(contestedCase));
  assertNamesNoDayAnew(right);
  const values = withDatesOfExtension(right, state, settings.calendars);
  assertGatesPass(history, corrected(history, values), { contestedCase, settings });
  const complainantIin = complainantOf(state);
  const data = { at, subject, reason, values, complainantIin, correctedIn: actingFor, correctedBy: by };
  return [{ type: 'ComplaintCorrected', data }];
};

/** An order that named no day gets one by its own step, from which on it can be kept (A31). */
const assertNamesNoDayAnew = (values: ComplaintCorrected['data']['values']): void => {
  const named = values.find(({ field, was }) => field === 'effect.carryOutBy' && was === null);
  if (named !== undefined) throw refuse('nothing-to-correct', { fact: `${named.event} ${named.field}` });
};

/** Of a complainant who was erased no number is left. */
const complainantOf = ({ history }: ComplaintState): string => {
  const filed = history.find(({ event }) => event.type === 'ComplaintFiled')?.event;
  const iin: unknown = filed?.type === 'ComplaintFiled' ? filed.data.complainant.iin : null;
  if (typeof iin !== 'string') throw refuse('complainant-erased');
  return iin;
};
