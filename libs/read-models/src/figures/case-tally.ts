import { openStages, spans, wholeSpans, type FigureKind, type OpenStage, type Span } from '@app/domain';
import type { CaseFigure, Days } from './case-figure.js';
import { isBehind, type DutyQuestion, type FigureQuestion } from './figure-kinds.js';
import { increase, percentilesOf, type Histogram, type Percentiles } from './nearest-rank.js';

/** How long a span took in the cases in which it has ended; null where there are none. */
export type Duration = Readonly<{
  span: Span;
  cases: number;
  calendarDays: Percentiles | null;
  workingDays: Percentiles | null;
}>;

/** Cases that kept all their obligations so far, and cases that were late with one. */
export type OnTime = Readonly<{ kept: number; late: number }>;

/** The figures of one stage: cases in it now, how long those that left it lay there, and its duties. */
export type StageFigures = Readonly<{ stage: OpenStage; lying: number; duration: Duration; onTime: OnTime }>;

/** What is counted once per case. */
const countedKinds = [
  'RECEIVED',
  'DECIDED',
  'PRIVATIZED',
  'REFUSED',
  'REJECTED',
  'WITHDRAWN',
  'CONCLUDED',
  'CLOSED',
  'OPEN',
  'OVERDUE',
] as const satisfies readonly FigureKind[];

export type Counts = Readonly<Record<(typeof countedKinds)[number], number>>;

/** All figures of some cases. `OVERDUE` counts nothing where no day was asked for. */
export type GroupFigures = Readonly<{
  /** Those under which the cases counted were accepted. */
  rulebooks: readonly string[];
  counts: Counts;
  onTime: OnTime;
  durations: readonly Duration[];
  stages: readonly StageFigures[];
}>;

/** Adds cases up, one by one; `figures` is what they come to. */
export class CaseTally {
  readonly #rulebooks = new Set<string>();
  readonly #counts = new Map<FigureKind, number>();
  readonly #onTime = new Map<OpenStage | null, { kept: number; late: number }>();
  readonly #lying = new Map<OpenStage, number>();
  readonly #spans = new Map<Span, Measured>();

  readonly #counted: readonly FigureQuestion[];
  readonly #duties: readonly Readonly<{ stage: OpenStage | null; kept: FigureQuestion; late: FigureQuestion }>[];

  constructor(question: DutyQuestion) {
    this.#counted = countedKinds.map((figure) => ({ ...question, figure }));
    this.#duties = [null, ...openStages].map((stage) => {
      const ofStage = stage === null ? question : { ...question, stage };
      return { stage, kept: { ...ofStage, figure: 'KEPT' }, late: { ...ofStage, figure: 'LATE' } };
    });
  }

  add(figure: CaseFigure): void {
    this.#rulebooks.add(figure.rulebook);
    for (const question of this.#counted) if (isBehind(figure, question)) increase(this.#counts, question.figure);
    for (const { stage, kept, late } of this.#duties) {
      const so = this.#onTimeIn(stage);
      if (isBehind(figure, late)) this.#onTime.set(stage, { ...so, late: so.late + 1 });
      else if (isBehind(figure, kept)) this.#onTime.set(stage, { ...so, kept: so.kept + 1 });
    }
    if (figure.stage !== 'CLOSED') increase(this.#lying, figure.stage);
    for (const span of spans) this.#addDays(span, figure.days[span]);
  }

  figures(): GroupFigures {
    const count = (kind: (typeof countedKinds)[number]): readonly [string, number] => [
      kind,
      this.#counts.get(kind) ?? 0,
    ];
    return {
      rulebooks: [...this.#rulebooks].toSorted(),
      // One entry for each kind that is counted.
      counts: Object.fromEntries(countedKinds.map(count)) as Counts,
      onTime: this.#onTimeIn(null),
      durations: wholeSpans.map((span) => this.#durationOf(span)),
      stages: openStages.map((stage) => ({
        stage,
        lying: this.#lying.get(stage) ?? 0,
        duration: this.#durationOf(stage),
        onTime: this.#onTimeIn(stage),
      })),
    };
  }

  #addDays(span: Span, days: Days | undefined): void {
    if (days === undefined) return;
    const measured = this.#spans.get(span) ?? { cases: 0, calendarDays: new Map(), workingDays: new Map() };
    const [calendarDays, workingDays] = days;
    increase(measured.calendarDays, calendarDays);
    if (workingDays !== null) increase(measured.workingDays, workingDays);
    this.#spans.set(span, { ...measured, cases: measured.cases + 1 });
  }

  #onTimeIn(stage: OpenStage | null): OnTime {
    return this.#onTime.get(stage) ?? { kept: 0, late: 0 };
  }

  #durationOf(span: Span): Duration {
    const measured = this.#spans.get(span);
    if (measured === undefined) return { span, cases: 0, calendarDays: null, workingDays: null };
    return {
      span,
      cases: measured.cases,
      calendarDays: percentilesOf(measured.calendarDays),
      workingDays: percentilesOf(measured.workingDays),
    };
  }
}

type Measured = Readonly<{ cases: number; calendarDays: Histogram; workingDays: Histogram }>;
