import { localDateOf } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import { assertAfter } from '../complaint-gates.js';
import type { RecordCourtRuling } from '../complaint.commands.js';
import type { ComplaintEvent } from '../complaint.events.js';
import type { FiledComplaint } from '../complaint.state.js';
import { assertDayToCarryOut, leavesTheCase } from '../effects.js';

/**
 * Records a ruling on the appeal; each instance has one of its own (R-93, para 15). Throws `court-appeal-missing`,
 * `complaint-effect-mismatch`, `carry-out-day-mismatch`.
 */
export const recordCourtRuling = (command: RecordCourtRuling, state: FiledComplaint): readonly ComplaintEvent[] => {
  const { at, rulingNumber, outcome, summary, effect } = command;
  if (state.dates.CourtAppealFiled === undefined) throw refuse('court-appeal-missing');
  assertAfter(at, state, 'CourtAppealFiled');
  if (outcome === 'DISMISSED' && !leavesTheCase(command)) {
    throw refuse('complaint-effect-mismatch', { outcome, effect: effect?.kind ?? null });
  }
  const ruledOn = localDateOf(at, state.filing.zone);
  assertDayToCarryOut(command, ruledOn);
  return [{ type: 'CourtRulingRecorded', data: { at, rulingNumber, outcome, summary, effect, ruledOn } }];
};
