import type { InstantString, LocalDate } from '../case/case.types.js';
import { corrected, isDayOfFact } from '../corrections/entries.js';
import type { ComplaintEvent } from './complaint.events.js';
import { type ComplaintEntry, type ComplaintState, initialComplaint } from './complaint.state.js';
import type { ComplaintEffect, OrderCause } from './complaint.types.js';

/**
 * Folds a fact into a complaint; `enteredAt` is when it was recorded. Never throws and never objects: what happened happened; types it does not know change
 * nothing. What is set right of an entry holds from there on as if it had been entered so (decision 0032).
 */
export const evolveComplaint = (
  state: ComplaintState,
  recorded: RecordedEvent,
  enteredAt: InstantString,
): ComplaintState => {
  const { type, data, revision = (state.history.at(-1)?.revision ?? -1) + 1 } = recorded;
  // Type and data of one event.
  const event = { type, data } as ComplaintEvent;
  const known = event.type === 'ComplaintCorrected' ? withRightValues(state, event.data) : state;
  return next(known, { revision, event, enteredAt });
};

/** A complaint folded of entries that stand as they are right already. */
export const complaintAsKnown = (history: readonly ComplaintEntry[]): ComplaintState =>
  history.reduce(next, initialComplaint);

/** An event that was read back says its place in the stream; one that is decided follows the last. */
type RecordedEvent = ComplaintEvent & Readonly<{ revision?: number }>;

const next = (state: ComplaintState, entry: ComplaintEntry): ComplaintState => {
  const { event, enteredAt } = entry;
  const history = [...state.history, entry];
  if (!Object.hasOwn(folds, event.type)) return { ...state, history };
  const fold: (state: ComplaintState, data: never) => ComplaintState = folds[event.type];
  // The table holds for each type the fold of that type's data, which the compiler cannot follow through an index.
  return fold({ ...noted(state, event, enteredAt), history }, event.data as never);
};

/** A correction makes and unmakes no fact: each was entered when it was. */
const withRightValues = (state: ComplaintState, { values }: DataOf<'ComplaintCorrected'>): ComplaintState =>
  complaintAsKnown(corrected(state.history, values));

type DataOf<T extends ComplaintEvent['type']> = Extract<ComplaintEvent, { type: T }>['data'];

const noted = (state: ComplaintState, { type, data }: ComplaintEvent, enteredAt: InstantString): ComplaintState => ({
  ...state,
  moments: { ...state.moments, [type]: data.at },
  entered: { [type]: enteredAt, ...state.entered },
});

const dated = (state: ComplaintState, type: ComplaintEvent['type'], on: LocalDate): ComplaintState => ({
  ...state,
  dates: { ...state.dates, [type]: on },
});

const complaintFiled = (state: ComplaintState, data: DataOf<'ComplaintFiled'>): ComplaintState => {
  const { complaintId, caseId, officeId, zone, rulebook, addressee, lodgedWith, medium, contested } = data;
  const { filingTermNotice, contestedNotice, receivedOn, registrationOwed } = data;
  return {
    ...dated(state, 'ComplaintFiled', receivedOn),
    filing: {
      complaintId,
      caseId,
      officeId,
      zone,
      rulebook,
      addressee,
      lodgedWith,
      medium,
      contested,
      filingTermNotice,
      contestedNotice,
      registrationOwed: registrationOwed ?? true,
    },
  };
};

/** The last one counts; what orders nothing of the kind leaves those of before. */
const withOrder = (
  { ordered }: ComplaintState,
  cause: OrderCause,
  effect: ComplaintEffect | null,
): ComplaintState['ordered'] =>
  effect?.kind === 'DECIDE_ANEW' ? { ...ordered, [cause]: { carryOutBy: effect.carryOutBy } } : ordered;

const folds: { readonly [T in ComplaintEvent['type']]: (state: ComplaintState, data: DataOf<T>) => ComplaintState } = {
  ComplaintFiled: complaintFiled,
  ComplaintForwarded: (state, { forwardedOn }) => dated(state, 'ComplaintForwarded', forwardedOn),
  FavourableActAdopted: (state, { adoptedOn }) => dated(state, 'FavourableActAdopted', adoptedOn),
  ComplaintRegistered: (state, { registrationNumber, registeredOn }) => ({
    ...dated(state, 'ComplaintRegistered', registeredOn),
    registrationNumber,
  }),
  ComplaintTermExtended: (state, { ground, workingDays, reasons, extendedOn }) => ({
    ...dated(state, 'ComplaintTermExtended', extendedOn),
    extension: { ground, workingDays, reasons },
  }),
  ExtensionNoticeSent: (state, { sentOn }) => dated(state, 'ExtensionNoticeSent', sentOn),
  ComplaintDecided: (state, { outcome, effect, decidedOn }) => ({
    ...dated(state, 'ComplaintDecided', decidedOn),
    decision: { outcome, effect },
    ordered: withOrder(state, 'COMPLAINT', effect),
  }),
  CourtAppealFiled: (state, { filedOn }) => dated(state, 'CourtAppealFiled', filedOn),
  CourtRulingRecorded: (state, { ruledOn, effect }) => ({
    ...dated(state, 'CourtRulingRecorded', ruledOn),
    ordered: withOrder(state, 'COURT', effect),
  }),
  CarryOutDaySet: (state, { cause, carryOutBy }) => ({
    ...state,
    ordered: { ...state.ordered, [cause]: { carryOutBy } },
  }),
  ComplaintCorrected: (state, { values }) => ({
    ...state,
    corrections: [
      ...state.corrections,
      ...values
        .filter(isDayOfFact)
        .map(({ event, was, is }) => ({ fact: event, was: String(was), is: String(is), reason: null })),
    ],
  }),
  DutyMissed: (state, { rule, instance, due }) => ({ ...state, missed: [...state.missed, { rule, instance, due }] }),
};
