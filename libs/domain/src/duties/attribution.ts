import { type DayNumber, dayNumberOf } from '../calendar/day-number.js';
import { type Calendars, uncorrected } from '../calendar/calendars.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { localDateOf } from '../calendar/zones.js';
import { closedOn } from '../case/case.stage.js';
import { type CaseState, isSubmitted, type SubmittedCase } from '../case/case.state.js';
import { earlierRounds } from '../case/reopening.js';
import type { InstantString, LocalDate, Party } from '../case/case.types.js';
import type { Obliged } from '../rulebook/rulebook.js';
import type { Duty } from './duty.js';
import { knownAcceptance } from './known-acceptance.js';
import { knownDutiesOf } from './known-duties.js';

/** In whose hands a case may lie. */
export const holders = [
  'STATE_CORPORATION',
  'PROVIDER',
  'COMMISSION',
  'AKIM',
  'TRANSFER_PARTIES',
  'STATE_PROPERTY_BODY',
  'PROVIDER_AND_RECIPIENT',
  'RECIPIENT',
] as const satisfies readonly (Obliged | 'COMMISSION' | 'AKIM')[];
export type Holder = (typeof holders)[number];

/** A number of days, and how many of them were working days; null where the calendar lacks one of the years. */
export type DayCount = Readonly<{ calendarDays: number; workingDays: number | null }>;

/** Days on end, both included, on which a case lay in one pair of hands. */
export type Holding = Readonly<{ holder: Holder; from: LocalDate; until: LocalDate } & DayCount>;

/** How long somebody held a case. */
export type Held = Readonly<{ holder: Holder } & DayCount>;

/** The days by which a duty was or is late, all told and by who held the case on them. */
export type Lateness = Readonly<
  Pick<Duty, 'rule' | 'instance' | 'paragraph' | 'duty' | 'debtor'> & {
    due: LocalDate;
    /** The last day counted: that of its discharge or end, else today. */
    until: LocalDate;
    byHolder: readonly Held[];
  } & DayCount
>;

/** Who held a case on each day, and whose the days are that duties were late by. */
export type Attribution = Readonly<{
  holdings: readonly Holding[];
  byHolder: readonly Held[];
  late: readonly Lateness[];
}>;

/**
 * Who held a case on each day from its acceptance until it closed or `now`, and by whose days its duties were late. A
 * day belongs to who held the case when it began, as terms count from the day after; an unfinished day counts whole.
 * Powers are never late. Empty before submission. Throws as `knownDutiesOf` does.
 */
export const attributionOf = (
  filed: CaseState,
  now: InstantString,
  calendars: Calendars = uncorrected,
): Attribution => {
  if (!isSubmitted(filed)) return { holdings: [], byHolder: [], late: [] };
  const state = knownAcceptance(filed, calendars);
  const calendar = calendars.current;
  const today = localDateOf(now, state.application.zone);
  const spans = spansOf(state, dayNumberOf(lastDay(state, today)));
  return {
    holdings: spans.map((span) => holdingOf(span, calendar)),
    byHolder: heldBy(spans, calendar),
    late: knownDutiesOf(filed, calendars).flatMap((duty) => latenessOf(duty, { spans, today, calendar })),
  };
};

const lastDay = (state: SubmittedCase, today: LocalDate): LocalDate => {
  const closed = closedOn(state);
  return closed !== null && closed < today ? closed : today;
};

type Span = Readonly<{ holder: Holder; first: DayNumber; last: DayNumber }>;
type Lapse = Readonly<{ spans: readonly Span[]; today: LocalDate; calendar: WorkingCalendar }>;

/** One span for each stay in the same hands; what was handed on before a whole day had passed leaves none. */
const spansOf = (state: SubmittedCase, last: DayNumber): readonly Span[] => {
  const handovers = handoversOf(state);
  const spans: Span[] = [];
  let first = dayNumberOf(state.application.acceptedOn);
  handovers.forEach(({ to: holder }, index) => {
    const next = handovers[index + 1];
    const end = next === undefined ? last : Math.min(dayNumberOf(next.on), last);
    if (end < first) return;
    const before = spans.at(-1);
    if (before?.holder === holder) spans[spans.length - 1] = { ...before, last: end };
    else spans.push({ holder, first, last: end });
    first = end + 1;
  });
  return spans;
};

const holdingOf = ({ holder, first, last }: Span, calendar: WorkingCalendar): Holding => ({
  holder,
  from: calendar.dateOf(first),
  until: calendar.dateOf(last),
  ...daysBetween(first, last, calendar),
});

const daysBetween = (first: DayNumber, last: DayNumber, calendar: WorkingCalendar): DayCount => {
  const days = Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => first + index);
  return {
    calendarDays: days.length,
    workingDays: calendar.hasEndedBy(last) ? null : days.filter((day) => calendar.offReason(day) === null).length,
  };
};

/** In the order in which each first held it. */
const heldBy = (spans: readonly Span[], calendar: WorkingCalendar): readonly Held[] => {
  const held = new Map<Holder, DayCount>();
  for (const { holder, first, last } of spans) {
    const { calendarDays, workingDays } = daysBetween(first, last, calendar);
    const so: DayCount = held.get(holder) ?? { calendarDays: 0, workingDays: 0 };
    held.set(holder, {
      calendarDays: so.calendarDays + calendarDays,
      workingDays: so.workingDays === null || workingDays === null ? null : so.workingDays + workingDays,
    });
  }
  return [...held].map(([holder, days]) => ({ holder, ...days }));
};

const latenessOf = (duty: Duty, { spans, today, calendar }: Lapse): readonly Lateness[] => {
  const until = duty.dischargedOn ?? duty.fellAwayOn ?? today;
  // Days count once: those of a duty that another term holds are that one's.
  const { due } = duty;
  if (duty.kind === 'POWER' || duty.heldBy !== null || due === null || until <= due) return [];
  const first = dayNumberOf(due) + 1;
  const last = dayNumberOf(until);
  const during = spans
    .map((span) => ({ ...span, first: Math.max(span.first, first), last: Math.min(span.last, last) }))
    .filter((span) => span.first <= span.last);
  const { rule, instance, paragraph, duty: what, debtor } = duty;
  return [
    {
      rule,
      instance,
      paragraph,
      duty: what,
      debtor,
      due,
      until,
      byHolder: heldBy(during, calendar),
      ...daysBetween(first, last, calendar),
    },
  ];
};

/** That a case came into somebody's hands, and on which day. */
type Handover = Readonly<{ on: LocalDate; to: Holder }>;

/**
 * Every time that a case changed hands, in the order of the steps. While objections are awaited and a hearing is held it
 * stays with who decides: the recipient uses a right there and keeps nobody waiting. A case that is decided anew goes its
 * way again from the day on which it was reopened.
 */
const handoversOf = (state: SubmittedCase): readonly Handover[] => [
  ...earlierRounds(state).flatMap(({ state: earlier, until }) => [
    ...inOneRound(earlier),
    { on: until, to: 'COMMISSION' as const },
  ]),
  ...inOneRound(state),
];

const inOneRound = (state: SubmittedCase): readonly Handover[] => [
  { on: state.application.acceptedOn, to: firstHolder(state) },
  ...[...examination(state), ...transfer(state), ...agreement(state)].flatMap(([on, to]) =>
    on === undefined ? [] : [{ on, to }],
  ),
];

type Step = readonly [on: LocalDate | undefined, to: Holder];

const firstHolder = ({ application }: SubmittedCase): Holder =>
  application.channel === 'STATE_CORPORATION' ? 'STATE_CORPORATION' : 'PROVIDER';

const examination = ({ dates }: CaseState): readonly Step[] => [
  [dates.DocumentsDelivered, 'PROVIDER'],
  [dates.ApplicationRegistered, 'PROVIDER'],
  [dates.CommissionFormed, 'COMMISSION'],
  // To register and sign the decision.
  [dates.CommissionDecided, 'PROVIDER'],
];

const transfer = ({ application, decision, dates }: SubmittedCase): readonly Step[] => {
  if (decision?.outcome !== 'PRIVATIZE' || application.route === 'COMMUNAL') return [];
  if (application.route === 'COMMUNAL_ENTITY') {
    return [
      [dates.DecisionSigned, 'TRANSFER_PARTIES'],
      [dates.TitleRegistered, 'PROVIDER'],
    ];
  }
  return [
    // The petition is the akim's: until it is sent the case lies there.
    [dates.DecisionSigned, 'AKIM'],
    [dates.PetitionSent, 'STATE_PROPERTY_BODY'],
    [dates.StatePropertyDecisionMade, 'TRANSFER_PARTIES'],
    [dates.TitleRegistered, 'PROVIDER'],
  ];
};

/** An agreement that is offered waits for both until one has signed, and then for the other (A17). */
const agreement = ({ agreement: agreed, application, dates }: SubmittedCase): readonly Step[] => [
  [dates.AgreementOffered, 'PROVIDER_AND_RECIPIENT'],
  ...(agreed === null ? [] : firstSignature(agreed.signedOn)),
  ...(application.paymentMode === 'NONE' ? [] : [[dates.AgreementSigned, 'RECIPIENT'] as const]),
];

const firstSignature = ({
  PROVIDER: provider,
  RECIPIENT: recipient,
}: Readonly<Partial<Record<Party, LocalDate>>>): readonly Step[] => {
  if (recipient !== undefined && (provider === undefined || recipient < provider)) return [[recipient, 'PROVIDER']];
  return provider === recipient ? [] : [[provider, 'RECIPIENT']];
};
