import type { Calendars } from '../../calendar/calendars.js';
import { localDateOf } from '../../calendar/zones.js';
import { assertNotPendingOn } from '../../duties/pending.js';
import { refuse } from '../../refusals/refuse.js';
import { knownDutiesOfComplaint } from '../complaint-duties.js';
import { assertAfter, assertNotSettled } from '../complaint-gates.js';
import type { AdoptFavourableAct } from '../complaint.commands.js';
import type { ComplaintEvent } from '../complaint.events.js';
import { type FiledComplaint, isToBeForwarded } from '../complaint.state.js';

/**
 * Keeps a complaint back because the provider met its demands in full before sending it on (R-85, para 12; APPC 91(4)).
 * Throws `forwarding-not-needed`, `complaint-settled`, `already-forwarded`, `favourable-act-partial`,
 * `favourable-act-too-late`.
 */
export const adoptFavourableAct = (
  command: AdoptFavourableAct,
  state: FiledComplaint,
  calendars: Calendars,
): readonly ComplaintEvent[] => {
  const { at, by, act, fully } = command;
  const { filing, dates } = state;
  const { addressee, lodgedWith, zone } = filing;
  if (!isToBeForwarded(filing)) throw refuse('forwarding-not-needed', { addressee, lodgedWith });
  assertNotSettled(state);
  if (dates.ComplaintForwarded !== undefined)
    throw refuse('already-forwarded', { forwardedOn: dates.ComplaintForwarded });
  if (!fully) throw refuse('favourable-act-partial');
  assertAfter(at, state, 'ComplaintFiled');
  const adoptedOn = localDateOf(at, zone);
  const forwarding = knownDutiesOfComplaint(state, calendars).find(({ rule }) => rule === 'R-84');
  if (forwarding !== undefined) assertNotPendingOn(adoptedOn, forwarding);
  const until = forwarding?.due ?? adoptedOn;
  if (adoptedOn > until) throw refuse('favourable-act-too-late', { adoptedOn, until });
  return [{ type: 'FavourableActAdopted', data: { at, act, fully, adoptedOn, adoptedBy: by } }];
};
