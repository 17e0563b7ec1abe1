import type { DurationDto, FigureDto, GroupFiguresDto, OnTimeDto, StageFiguresDto } from '@app/contracts';
import type { Duration, FigureQuestion, GroupFigures, GroupKey, OnTime, StageFigures } from '@app/read-models';
import { addressAt, queryOf, type Parameters } from './asked-position.js';

/** Of which cases the figures are, and what their receipt says. */
export type Group = Readonly<{
  key: GroupKey;
  parameters: Parameters;
  byStage: boolean;
  position: number | null;
  asOf: string | null;
  heldBack: number;
}>;

/** The figures of a group, each with the address of exactly the cases that it counts. */
export const groupAnswer = (figures: GroupFigures, group: Group): GroupFiguresDto => {
  const { counts, onTime, durations, stages, rulebooks } = figures;
  const { key, position, asOf, heldBack } = group;
  const parameters = narrowed(group);
  const link = (question: FigureQuestion) => linkOf({ parameters, position }, question);
  const counted = (figure: keyof typeof counts): FigureDto => ({ count: counts[figure], cases: link({ figure }) });
  return {
    key,
    receipt: { query: queryOf(parameters), position, asOf, rulebooks, heldBack, cases: link({ figure: 'RECEIVED' }) },
    received: counted('RECEIVED'),
    decided: counted('DECIDED'),
    privatized: counted('PRIVATIZED'),
    refused: counted('REFUSED'),
    rejected: counted('REJECTED'),
    withdrawn: counted('WITHDRAWN'),
    concluded: counted('CONCLUDED'),
    closed: counted('CLOSED'),
    open: counted('OPEN'),
    overdue: asOf === null ? null : counted('OVERDUE'),
    onTime: onTimeAnswer(onTime, (figure) => link({ figure })),
    durations: durations.map((duration) => durationAnswer(duration, link)),
    stages: group.byStage ? stages.map((stage) => stageAnswer(stage, link)) : null,
  };
};

type Link = (question: FigureQuestion) => string | null;

/** The parameters of one group: its key narrows what was asked. */
const narrowed = ({ parameters, key: { month, ...key } }: Group): Parameters => ({
  ...parameters,
  ...key,
  ...(month !== undefined && { month: month ?? 'none' }),
});

const linkOf = (
  { parameters, position }: Readonly<{ parameters: Parameters; position: number | null }>,
  { figure, stage, span }: FigureQuestion,
): string | null => addressAt('figures/cases', { ...parameters, figure, stage, span }, position);

const stageAnswer = ({ stage, lying, duration, onTime }: StageFigures, link: Link): StageFiguresDto => ({
  stage,
  lying: { count: lying, cases: link({ figure: 'LYING', stage }) },
  duration: durationAnswer(duration, link),
  onTime: onTimeAnswer(onTime, (figure) => link({ figure, stage })),
});

const durationAnswer = ({ span, cases, calendarDays, workingDays }: Duration, link: Link): DurationDto => ({
  span,
  measured: { count: cases, cases: link({ figure: 'MEASURED', span }) },
  calendarDays,
  workingDays,
});

const onTimeAnswer = ({ kept, late }: OnTime, link: (figure: 'KEPT' | 'LATE') => string | null): OnTimeDto => {
  const total = kept + late;
  return {
    kept: { count: kept, cases: link('KEPT') },
    late: { count: late, cases: link('LATE') },
    total,
    // Down to a tenth: what is not all is never told as 100.
    percent: total === 0 ? null : Math.floor((kept * 1000) / total) / 10,
  };
};
