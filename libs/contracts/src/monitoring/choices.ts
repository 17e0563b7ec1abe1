import { rulebook2021, type OpenStage } from '@app/domain';
import { choicesOf } from '../http/fields/values.js';

export type FigureDimension = 'stage' | 'office' | 'route' | 'form' | 'month';
export type MonthOf = 'RECEIPT' | 'DECISION';
export type Span = OpenStage | 'TO_DECISION' | 'WHOLE';
export type CaseFigureKind =
  | 'RECEIVED'
  | 'DECIDED'
  | 'PRIVATIZED'
  | 'REFUSED'
  | 'REJECTED'
  | 'WITHDRAWN'
  | 'CONCLUDED'
  | 'CLOSED'
  | 'OPEN'
  | 'OVERDUE'
  | 'KEPT'
  | 'LATE'
  | 'LYING'
  | 'MEASURED';

export const figureDimensions = choicesOf<FigureDimension>({
  stage: true,
  office: true,
  route: true,
  form: true,
  month: true,
});
export const monthsOf = choicesOf<MonthOf>({ RECEIPT: true, DECISION: true });
export const openStages = choicesOf<OpenStage>({
  DOCUMENTS: true,
  DECISION: true,
  TRANSFER: true,
  AGREEMENT: true,
  PAYMENT: true,
});
export const spans = choicesOf<Span>({
  DOCUMENTS: true,
  DECISION: true,
  TRANSFER: true,
  AGREEMENT: true,
  PAYMENT: true,
  TO_DECISION: true,
  WHOLE: true,
});
export const caseFigureKinds = choicesOf<CaseFigureKind>({
  RECEIVED: true,
  DECIDED: true,
  PRIVATIZED: true,
  REFUSED: true,
  REJECTED: true,
  WITHDRAWN: true,
  CONCLUDED: true,
  CLOSED: true,
  OPEN: true,
  OVERDUE: true,
  KEPT: true,
  LATE: true,
  LYING: true,
  MEASURED: true,
});

/** Every rule that somebody owes something by. */
export const dutyRules = [
  ...new Set(rulebook2021.terms.filter(({ kind }) => kind === 'OBLIGATION').map(({ rule }) => rule)),
];
