import { usedDays, type Form, type KnownDuty, type LocalDate, type Route, type Term } from '@app/domain';

/** What duties are compared by; `officeId` is the provider's. */
export type Alike = Readonly<{ rule: string; officeId: string; route: Route; form: Form }>;

/** What a row of the deadline board holds beside what it shows, so that a forecast can be made of many. */
export type TrackRecord = Readonly<{
  route: Route;
  form: Form;
  /** Null where the day is agreed: no forecast is made of it. */
  term: Term | null;
  /** The day from which on nobody owes it: done, or fallen away; later than every day (`stillOwed`) while somebody does. */
  endedOn: LocalDate;
  /** How many days of its term were used up when it was done; null where it was not. */
  usedDays: number | null;
  /** What it counts as: what it is compared by, its outcome, and of one kept the days used up, e.g. `R-27 almaty-medeu COMMUNAL REDEMPTION KEPT 17`. */
  record: string;
}>;

/** Later than every day. */
export const stillOwed = '~';

/** The track record of one duty. */
export const trackRecord = (alike: Alike, duty: KnownDuty, outcome: string): TrackRecord => {
  const { rule, officeId, route, form } = alike;
  // What is pending is compared with nothing yet.
  const endedOn = outcome === 'PENDING' ? null : (duty.dischargedOn ?? duty.fellAwayOn);
  const used = duty.dischargedOn === null || endedOn === null ? null : usedDays(duty.derivation, duty.dischargedOn);
  return {
    route,
    form,
    term: duty.term,
    endedOn: endedOn ?? stillOwed,
    usedDays: used,
    record: [rule, officeId, route, form, outcome, ...(outcome === 'KEPT' ? [used] : [])].join(' '),
  };
};
