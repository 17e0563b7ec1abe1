import {
  rulebookById,
  type CaseEvent,
  type FigureKind,
  type Form,
  type LocalDate,
  type MonthOf,
  type OpenStage,
  type Route,
  type Span,
} from '@app/domain';
import type { CaseFigure } from './case-figure.js';

/** Which cases are counted; what is left out does not narrow. Months are `YYYY-MM` in the provider's zone. */
export type CaseSelection = Readonly<{
  officeId?: string | undefined;
  route?: Route | undefined;
  form?: Form | undefined;
  monthOf: MonthOf;
  /** The first and the last month. */
  from?: string | undefined;
  until?: string | undefined;
  /** One month; null for the cases that have none yet. */
  month?: string | null | undefined;
}>;

/** What is asked of duties: one rule alone, a stage's alone; overdue as of the beginning of a day. */
export type DutyQuestion = Readonly<{
  /** Absent: every obligation counts but those that the recipient owes alone. */
  rule?: string | undefined;
  stage?: OpenStage | undefined;
  asOf?: LocalDate | undefined;
}>;

/** A figure that cases can stand behind. */
export type FigureQuestion = DutyQuestion & Readonly<{ figure: FigureKind; span?: Span | undefined }>;

/** The month that a case belongs to; null where it has none yet. */
export const monthOf = ({ receivedOn, decidedOn, rejectedOn }: CaseFigure, by: MonthOf): string | null =>
  (by === 'RECEIPT' ? receivedOn : (decidedOn ?? rejectedOn))?.slice(0, 'YYYY-MM'.length) ?? null;

/** Whether a case is one of those selected. */
export const isSelected = (figure: CaseFigure, selection: CaseSelection): boolean => {
  const month = monthOf(figure, selection.monthOf);
  return (
    agrees(selection.officeId, figure.officeId) &&
    agrees(selection.route, figure.route) &&
    agrees(selection.form, figure.form) &&
    agrees(selection.month, month) &&
    isBetween(month, selection)
  );
};

const agrees = <T>(asked: T | undefined, actual: T): boolean => asked === undefined || asked === actual;

/** Whether a month lies in a range, both ends included; none lies in no range. */
export const isBetween = (
  month: string | null,
  { from, until }: Readonly<{ from?: string | undefined; until?: string | undefined }>,
): boolean => {
  if (month === null) return from === undefined && until === undefined;
  return (from === undefined || month >= from) && (until === undefined || month <= until);
};

/** Whether a case stands behind a figure. */
export const isBehind = (figure: CaseFigure, question: FigureQuestion): boolean =>
  counts[question.figure](figure, question);

const counts: { readonly [Kind in FigureKind]: (figure: CaseFigure, question: FigureQuestion) => boolean } = {
  RECEIVED: () => true,
  DECIDED: ({ decision }) => decision !== null,
  PRIVATIZED: ({ decision }) => decision === 'PRIVATIZE',
  REFUSED: ({ decision }) => decision === 'REFUSE',
  REJECTED: ({ rejectedOn }) => rejectedOn !== null,
  WITHDRAWN: ({ outcome }) => outcome === 'WITHDRAWN',
  CONCLUDED: ({ concludedOn }) => concludedOn !== null,
  CLOSED: ({ outcome }) => outcome !== null,
  OPEN: ({ outcome }) => outcome === null,
  OVERDUE: (figure, question) => isOverdue(figure, question),
  KEPT: (figure, question) => some(figure.kept, figure, question) && !isLate(figure, question),
  LATE: (figure, question) => isLate(figure, question),
  LYING: ({ stage }, question) => stage === question.stage,
  MEASURED: ({ days }, { span }) => span !== undefined && days[span] !== undefined,
};

/** Late with a duty that has ended, or, where a day is asked for, with one that is still owed past its day. */
const isLate = (figure: CaseFigure, question: DutyQuestion): boolean =>
  some(figure.late, figure, question) || isOverdue(figure, question);

const isOverdue = (figure: CaseFigure, question: DutyQuestion): boolean => {
  const { asOf } = question;
  if (asOf === undefined) return false;
  const over = figure.owed.filter(({ due }) => due !== null && due < asOf).map(({ rule }) => rule);
  return some(over, figure, question);
};

const some = (rules: readonly string[], figure: CaseFigure, { rule, stage }: DutyQuestion): boolean =>
  rules.some(
    (one) =>
      (rule === undefined ? !figure.recipients.includes(one) : rule === one) &&
      (stage === undefined || stageOfRule(figure.rulebook, one) === stage),
  );

/** The stage that a duty belongs to: the one in which it is discharged. */
const stageOfRule = (rulebook: string, rule: string): OpenStage | undefined => {
  const stages = stagesOfRules.get(rulebook) ?? stagesUnder(rulebook);
  stagesOfRules.set(rulebook, stages);
  return stages.get(rule);
};

const stagesOfRules = new Map<string, ReadonlyMap<string, OpenStage>>();

const stagesUnder = (rulebook: string): ReadonlyMap<string, OpenStage> => {
  // Of several rows of a rule the first counts.
  const { terms, instalments } = rulebookById(rulebook);
  const rows = [...terms.toReversed(), instalments];
  return new Map(
    rows.flatMap(({ rule, dischargedBy }) => {
      const stage = dischargedIn[dischargedBy];
      return stage === undefined ? [] : [[rule, stage] as const];
    }),
  );
};

const dischargedIn: Readonly<Partial<Record<CaseEvent['type'], OpenStage>>> = {
  DocumentsDelivered: 'DOCUMENTS',
  ApplicationRegistered: 'DOCUMENTS',
  PreliminaryRefusalNotified: 'DECISION',
  DecisionSigned: 'DECISION',
  PetitionSent: 'TRANSFER',
  StatePropertyDecisionMade: 'TRANSFER',
  TitleRegistered: 'TRANSFER',
  AgreementSigned: 'AGREEMENT',
  PaymentReceived: 'PAYMENT',
};
