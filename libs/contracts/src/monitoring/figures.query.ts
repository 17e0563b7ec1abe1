import { rulebook2021 } from '@app/domain';

/** What the figures of cases may be told apart by. */
export const figureDimensions = ['stage', 'office', 'route', 'form', 'month'] as const;
export type FigureDimension = (typeof figureDimensions)[number];

/** Every rule that somebody owes something by. */
export const dutyRules = [
  ...new Set(rulebook2021.terms.filter(({ kind }) => kind === 'OBLIGATION').map(({ rule }) => rule)),
];
