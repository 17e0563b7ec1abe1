import type { Pending } from '../calendar/due-date.js';
import type { InstantString, LocalDate } from '../case/case.types.js';

/** What a complaint must know of its case. */
export type ContestedCase = Readonly<{
  caseId: string;
  officeId: string;
  /** IANA zone of the provider. */
  zone: string;
  /** The edition that the case is pinned to: its complaint goes by the same one. */
  rulebook: string;
  /** The local day on which the application was filed. */
  filedOn: LocalDate;
  /** The day of the first decision of the provider or its commission, one that was set aside included; null where none is recorded. */
  decidedOn: LocalDate | null;
  duties: readonly ContestedDuty[];
}>;

/**
 * `missedFrom`: the end of the due day, where the duty was not kept by then or is not kept yet; else null. While the due date is pending,
 * both are null and `pending` says why.
 */
export type ContestedDuty = Readonly<{
  rule: string;
  /** Who owes it, as the term table names them, e.g. `PROVIDER`. */
  debtor: string;
  due: LocalDate | null;
  missedFrom: InstantString | null;
  pending: Pending | null;
}>;
