import type { Calendars } from '../../calendar/calendars.js';
import type { Refusal } from '../../refusal.js';
import { refuse } from '../../refusals/refuse.js';
import type { CaseEvent } from '../case.events.js';
import type { CaseSettings } from '../case.settings.js';
import type { SubmittedCase } from '../case.state.js';
import type { LocalDate } from '../case.types.js';

/** A case with its day of acceptance as it is known, and what it is judged by. */
export type Ground = Readonly<{ state: SubmittedCase; settings: CaseSettings; calendars: Calendars }>;

/** Looks whether a fact of a case stands where the law forbids it: the refusal, or null; where several may be found, each of them. */
export type Check = Readonly<{
  fact: CaseEvent['type'];
  /** The fact that it is judged by; null where it is judged by the law alone. */
  by: CaseEvent['type'] | null;
  finds: (ground: Ground) => Refusal | null | readonly Refusal[];
}>;

/** The first legal day of a fact that several make together, and of any other its day; undefined where there is none. */
export const firstDay = (fact: CaseEvent['type'], state: SubmittedCase): LocalDate | undefined => {
  const days = daysOf[fact];
  return days === undefined ? state.dates[fact] : earliest(days(state));
};

const daysOf: Readonly<Partial<Record<CaseEvent['type'], (state: SubmittedCase) => readonly LocalDate[]>>> = {
  ApplicationRegistered: ({ registeredFrom }) => (registeredFrom === null ? [] : [registeredFrom]),
  AgreementSigned: ({ agreement }) => Object.values(agreement?.signedOn ?? {}),
  TransferDeedSigned: ({ deed }) => Object.values(deed.signedOn),
  TransferDeedApproved: ({ deed }) => Object.values(deed.approvedOn),
  PaymentReceived: ({ payment }) => Object.keys(payment?.days ?? {}),
};

/** That a fact is not earlier than another one that it follows. */
export const follows = (fact: CaseEvent['type'], by: CaseEvent['type'], asked: Asked = {}): Check => ({
  fact,
  by,
  finds: ({ state }) => {
    if (asked.where && !asked.where(state)) return null;
    const [at, notBefore] = [firstDay(fact, state), asked.day ? asked.day(state) : state.dates[by]];
    if (at === undefined || notBefore === undefined || at >= notBefore) return null;
    return refuse('before-what-it-follows', { fact, at, follows: by, notBefore });
  },
});

type Asked = Readonly<{
  where?: (state: SubmittedCase) => boolean;
  /** The day that it is not before, where that is not the fact's own. */
  day?: (state: SubmittedCase) => LocalDate;
}>;

const earliest = (days: readonly LocalDate[]): LocalDate | undefined => days.toSorted()[0];
