import type { CaseEvent } from '../case/case.events.js';
import type { Channel, CommissionRules, LocalDate, PaymentMode, Route, Verdict } from '../case/case.types.js';
import type { Term } from '../calendar/due-date.js';
import type { ComplaintEvent } from '../complaint/complaint.events.js';
import type { Addressee } from '../complaint/complaint.types.js';

/** Who owes a duty, or to whom it is owed. */
export const obliged = [
  'RECIPIENT',
  'PROVIDER',
  'PROVIDER_AND_RECIPIENT',
  'STATE_CORPORATION',
  'LOCAL_BUDGET',
  'TRANSFER_PARTIES',
  'STATE_PROPERTY_BODY',
  'AKIM',
  'INDUSTRY_BODY',
  'AUTHORIZED_BODY',
  'QUALITY_BODY',
  'COMPLAINANT',
] as const;
export type Obliged = (typeof obliged)[number];

/** A power that has lapsed is not overdue: nobody owed it. */
export const dutyKinds = ['OBLIGATION', 'POWER'] as const;
export type DutyKind = (typeof dutyKinds)[number];

/** A row of the term table: what must be done within which time of what, and by whom. */
export type TermRow = Readonly<{
  rule: string;
  paragraph: string;
  /** Which passage of that paragraph in `Rulebook.paragraphs` says so. */
  passage: number;
  /** A POWER lapses at its due date; an OBLIGATION goes overdue. */
  kind: DutyKind;
  /** Whether it is owed, and no mere power, where the file shows in time that the package is incomplete (R-33, A4). */
  owedWhereIncomplete: boolean;
  /** What is to be done, in words. */
  duty: string;
  debtor: Obliged;
  /** Who owes it instead while their own part has not been done in time. */
  owedFirst: Readonly<{ debtor: Obliged; until: CaseEvent['type'] }> | null;
  creditor: Obliged;
  trigger: CaseEvent['type'];
  /**
   * The day that the term is counted from: the trigger's own, the day on which its notice was received, or the day on
   * which a delivery is there for the provider: the next working day after hours and on a day off (R-15, A5).
   */
  countedFrom: 'FACT' | 'RECEIPT' | 'DELIVERY';
  /** What else must have happened before anybody owes it (A2). */
  needs: readonly CaseEvent['type'][];
  term: Term;
  /** The day on which it is due, where that was set and is not counted. */
  setOn?: LocalDate;
  dischargedBy: CaseEvent['type'];
  /** What ends it undone; the end of the whole case does, too, unless it outlives that. */
  fallsAwayOn: readonly CaseEvent['type'][];
  outlivesCase: boolean;
  /**
   * The rule of the term that holds it: it has none of its own, and is due with that one. Lists, boards and figures of terms leave it out.
   */
  heldBy: string | null;
  /** The rule of the enclosing term, whose due date is never passed (docs/law/rules.md 3.3, 6). */
  within: string | null;
  /** Only cases like this owe it. */
  where: Readonly<{
    channel?: Channel;
    route?: Route;
    paymentMode?: PaymentMode;
    decision?: Verdict;
  }>;
}>;

/** What every row says unless it says otherwise: what the provider owes the recipient, with a term of its own, in every case. */
export const plainTerm = {
  kind: 'OBLIGATION',
  owedWhereIncomplete: false,
  debtor: 'PROVIDER',
  owedFirst: null,
  creditor: 'RECIPIENT',
  countedFrom: 'FACT',
  needs: [],
  fallsAwayOn: [],
  outlivesCase: false,
  heldBy: null,
  within: null,
  where: {},
} as const satisfies Partial<TermRow>;

/** A row of the terms of complaints (paragraphs 12-14). */
export type ComplaintTermRow = Readonly<
  Pick<TermRow, 'rule' | 'paragraph' | 'passage' | 'duty' | 'term'> & {
    kind: 'OBLIGATION';
    debtor: 'PROVIDER' | 'AUTHORIZED_BODY' | 'QUALITY_BODY';
    creditor: 'COMPLAINANT';
    trigger: ComplaintEvent['type'];
    dischargedBy: ComplaintEvent['type'];
    fallsAwayOn: readonly ComplaintEvent['type'][];
    /**
     * Only complaints like this owe it: addressed to this body; `forwarded` where the provider has to send it on, or has not;
     * `registrationOwed` where the installation reads the Order so (A32).
     */
    where: Readonly<{ addressee?: Addressee; forwarded?: boolean; registrationOwed?: true }>;
  }
>;

/** What is owed on each day of an agreement on instalments, number by number (Appendix 2). */
export type InstalmentRow = Readonly<
  Pick<TermRow, 'rule' | 'paragraph' | 'passage' | 'debtor' | 'creditor' | 'trigger' | 'dischargedBy'> & {
    kind: 'OBLIGATION';
    /** What is to be done, in words: the initial contribution, and each instalment, whose number follows. */
    contribution: string;
    instalment: string;
  }
>;

/** An edition of the Rules as data; pinned by a case on the day of its acceptance, for its whole life. */
export type Rulebook = Readonly<{
  id: string;
  title: string;
  /** In force from here on. A parameter: the day of publication is not known to us. */
  validFrom: LocalDate;
  terms: readonly TermRow[];
  /** What an agreement on instalments makes owed, on the days that it says. */
  instalments: InstalmentRow;
  /** The terms of complaints about its cases (paragraphs 12-14). */
  complaintTerms: readonly ComplaintTermRow[];
  /** The Order's words, by paragraph. */
  paragraphs: Readonly<Record<string, readonly string[]>>;
  /**
   * Where the office has set none: by the provider's regulation, not by the Order (docs/law/rules.md 1.5).
   */
  commission: CommissionRules;
}>;

/** The term of a rule. Throws a RangeError where the rulebook has no such row: a rulebook without it is not usable. */
export const termOf = ({ id, terms }: Rulebook, rule: string): Term => {
  const row = terms.find((candidate) => candidate.rule === rule);
  if (row === undefined) throw new RangeError(`the rulebook ${id} has no term for ${rule}`);
  return row.term;
};
