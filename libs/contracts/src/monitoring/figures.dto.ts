import { forms, routes, caseStages, openStages, spans } from '@app/domain';
import { PageDto } from '../casework/answers/lists.dto.js';
import { field } from '../http/fields/field.js';
import { Shown, ShownChoice, ShownDate, ShownList, ShownNumber, ShownText } from '../http/fields/shown.js';
import { AnswerReceiptDto, FigureReceiptDto } from './receipt.dto.js';

/** A number of cases, and where they are listed. */
export class FigureDto {
  @ShownNumber()
  readonly count!: number;

  @ShownText({ optional: true, about: 'Lists exactly these cases; null before the first event.' })
  readonly cases!: string | null;
}

/** Of cases with a duty that has ended: those that kept all of them, and those that were late with one, or never did it. */
export class OnTimeDto {
  @Shown(() => FigureDto)
  readonly kept!: FigureDto;

  @Shown(() => FigureDto)
  readonly late!: FigureDto;

  @ShownNumber({ about: 'kept and late together.' })
  readonly total!: number;

  @field(
    {
      optional: true,
      about: 'kept of total in percent, rounded down to a tenth, so that 100 means all; null where total is 0.',
      example: 97.4,
    },
    { type: 'number' },
  )
  readonly percent!: number | null;
}

/** By nearest rank: of n lengths in order, the one at place ⌈p·n/100⌉. Whole days after the first one, the last included. */
export class PercentilesDto {
  @ShownNumber()
  readonly median!: number;

  @ShownNumber()
  readonly p90!: number;

  @ShownNumber()
  readonly p99!: number;

  @ShownNumber()
  readonly longest!: number;
}

/** How long something took in the cases in which it has ended. */
export class DurationDto {
  @ShownChoice(spans, {
    about:
      'A stage; TO_DECISION, from acceptance to the signed decision (R-27); WHOLE, from acceptance to the end of the case.',
  })
  readonly span!: string;

  @Shown(() => FigureDto)
  readonly measured!: FigureDto;

  @Shown(() => PercentilesDto, { optional: true, about: 'Null where nothing is measured.' })
  readonly calendarDays!: PercentilesDto | null;

  @Shown(() => PercentilesDto, { optional: true, about: 'Null where nothing is measured.' })
  readonly workingDays!: PercentilesDto | null;
}

/** One stage of the cases of a group. */
export class StageFiguresDto {
  @ShownChoice(openStages)
  readonly stage!: string;

  @Shown(() => FigureDto, { about: 'Cases that are in it.' })
  readonly lying!: FigureDto;

  @Shown(() => DurationDto)
  readonly duration!: DurationDto;

  @Shown(() => OnTimeDto, { about: 'Of the duties that are discharged in it.' })
  readonly onTime!: OnTimeDto;
}

/** What the cases of a group have in common; what was not asked for is absent. */
export class GroupKeyDto {
  @ShownText({ optional: true, example: 'almaty-bostandyk' })
  readonly officeId?: string;

  @ShownChoice(routes, { optional: true })
  readonly route?: string;

  @ShownChoice(forms, { optional: true })
  readonly form?: string;

  @ShownText({ optional: true, about: 'Null for cases that have none yet.', example: '2025-03' })
  readonly month?: string | null;
}

/** All figures of some cases. */
export class GroupFiguresDto {
  @Shown(() => GroupKeyDto)
  readonly key!: GroupKeyDto;

  @Shown(() => FigureReceiptDto)
  readonly receipt!: FigureReceiptDto;

  @Shown(() => FigureDto, { about: 'Applications accepted.' })
  readonly received!: FigureDto;

  @Shown(() => FigureDto, { about: 'The commission has decided.' })
  readonly decided!: FigureDto;

  @Shown(() => FigureDto, { about: 'It decided to privatize.' })
  readonly privatized!: FigureDto;

  @Shown(() => FigureDto, { about: 'It refused.' })
  readonly refused!: FigureDto;

  @Shown(() => FigureDto, { about: 'The application was rejected (R-33).' })
  readonly rejected!: FigureDto;

  @Shown(() => FigureDto)
  readonly withdrawn!: FigureDto;

  @Shown(() => FigureDto, { about: 'The agreement is concluded.' })
  readonly concluded!: FigureDto;

  @Shown(() => FigureDto)
  readonly closed!: FigureDto;

  @Shown(() => FigureDto)
  readonly open!: FigureDto;

  @Shown(() => FigureDto, {
    optional: true,
    about: 'Something is owed past its day as of asOf; null where no day was asked for.',
  })
  readonly overdue!: FigureDto | null;

  @Shown(() => OnTimeDto)
  readonly onTime!: OnTimeDto;

  @ShownList(() => DurationDto)
  readonly durations!: readonly DurationDto[];

  @ShownList(() => StageFiguresDto, { optional: true, about: 'Null where it was not asked for by stage.' })
  readonly stages!: readonly StageFiguresDto[] | null;
}

/** Figures of cases at one position of the log. */
export class FiguresDto {
  @Shown(() => AnswerReceiptDto)
  readonly receipt!: AnswerReceiptDto;

  @Shown(() => GroupFiguresDto)
  readonly total!: GroupFiguresDto;

  @ShownList(() => GroupFiguresDto, {
    about: 'In order of their keys; empty where nothing but the stage was asked by.',
  })
  readonly groups!: readonly GroupFiguresDto[];
}

/** One case behind a figure, as it was at the position. */
export class CaseBehindDto {
  @ShownText()
  readonly caseId!: string;

  @ShownText({ example: 'almaty-bostandyk' })
  readonly officeId!: string;

  @ShownChoice(routes)
  readonly route!: string;

  @ShownChoice(forms)
  readonly form!: string;

  @ShownChoice(caseStages)
  readonly stage!: string;

  @ShownText({ example: 'KZ-437/2021-08-12' })
  readonly rulebook!: string;

  @ShownDate()
  readonly receivedOn!: string;

  @ShownDate({ optional: true })
  readonly decidedOn!: string | null;

  @ShownDate({ optional: true })
  readonly closedOn!: string | null;

  @ShownNumber({ optional: true, about: 'Of the span, where the figure measures one.' })
  readonly calendarDays!: number | null;

  @ShownNumber({ optional: true, about: 'Of the span, where the figure measures one.' })
  readonly workingDays!: number | null;
}

export class CasesBehindDto extends PageDto {
  @ShownList(() => CaseBehindDto)
  readonly items!: readonly CaseBehindDto[];
}
