import type { ComplaintEvent, ComplaintState } from '@app/domain';

type DataOf<Type extends ComplaintEvent['type']> = Extract<ComplaintEvent, { type: Type }>['data'];

/** What was recorded of a complaint, each fact as its event has it; null until then. */
export type ComplaintFacts = Readonly<{
  filing: DataOf<'ComplaintFiled'> | null;
  forwarding: DataOf<'ComplaintForwarded'> | null;
  favourableAct: DataOf<'FavourableActAdopted'> | null;
  registration: DataOf<'ComplaintRegistered'> | null;
  extension: DataOf<'ComplaintTermExtended'> | null;
  extensionNotice: DataOf<'ExtensionNoticeSent'> | null;
  decision: DataOf<'ComplaintDecided'> | null;
  courtAppeal: DataOf<'CourtAppealFiled'> | null;
  courtRulings: readonly DataOf<'CourtRulingRecorded'>[];
  missedDuties: readonly DataOf<'DutyMissed'>[];
  corrections: readonly DataOf<'ComplaintCorrected'>[];
}>;

/** A complaint of which nothing is recorded. */
export const noComplaintFacts: ComplaintFacts = {
  filing: null,
  forwarding: null,
  favourableAct: null,
  registration: null,
  extension: null,
  extensionNotice: null,
  decision: null,
  courtAppeal: null,
  courtRulings: [],
  missedDuties: [],
  corrections: [],
};

/** The facts after an event, of a state that holds it: what it set right of others stands in the history. */
export const complaintFactsAfter = (
  facts: ComplaintFacts,
  event: ComplaintEvent,
  { history }: ComplaintState,
): ComplaintFacts =>
  event.type === 'ComplaintCorrected'
    ? history.reduce((known, entry) => withComplaintFact(known, entry.event), noComplaintFacts)
    : withComplaintFact(facts, event);

/** One that is not among them changes nothing. */
const withComplaintFact = (facts: ComplaintFacts, event: ComplaintEvent): ComplaintFacts => {
  // Every entry is given the data of its own event type, which a table indexed by that type cannot express.
  const add = additions[event.type] as
    ((facts: ComplaintFacts, data: ComplaintEvent['data']) => Partial<ComplaintFacts>) | undefined;
  return add ? { ...facts, ...add(facts, event.data) } : facts;
};

/** The day is shown with the order that named none. */
const withDay = (
  { decision, courtRulings }: ComplaintFacts,
  { cause, carryOutBy }: DataOf<'CarryOutDaySet'>,
): Partial<ComplaintFacts> => {
  if (cause === 'COMPLAINT') return { decision: decision && dated(decision, carryOutBy) };
  const place = courtRulings.findLastIndex(({ effect }) => effect?.kind === 'DECIDE_ANEW');
  const ruling = courtRulings[place];
  return ruling === undefined ? {} : { courtRulings: courtRulings.with(place, dated(ruling, carryOutBy)) };
};

const dated = <Said extends Pick<DataOf<'ComplaintDecided'>, 'effect'>>(said: Said, carryOutBy: string): Said => ({
  ...said,
  effect: said.effect && { ...said.effect, carryOutBy },
});

const additions: {
  readonly [Type in ComplaintEvent['type']]: (facts: ComplaintFacts, data: DataOf<Type>) => Partial<ComplaintFacts>;
} = {
  ComplaintFiled: (_, filing) => ({ filing }),
  ComplaintForwarded: (_, forwarding) => ({ forwarding }),
  FavourableActAdopted: (_, favourableAct) => ({ favourableAct }),
  ComplaintRegistered: (_, registration) => ({ registration }),
  ComplaintTermExtended: (_, extension) => ({ extension }),
  ExtensionNoticeSent: (_, extensionNotice) => ({ extensionNotice }),
  ComplaintDecided: (_, decision) => ({ decision }),
  CourtAppealFiled: (_, courtAppeal) => ({ courtAppeal }),
  CourtRulingRecorded: ({ courtRulings }, ruling) => ({ courtRulings: [...courtRulings, ruling] }),
  CarryOutDaySet: withDay,
  ComplaintCorrected: ({ corrections }, correction) => ({ corrections: [...corrections, correction] }),
  DutyMissed: ({ missedDuties }, missed) => ({ missedDuties: [...missedDuties, missed] }),
};
