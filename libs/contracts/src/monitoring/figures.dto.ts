import { ApiSchema } from '@nestjs/swagger';
import { forms, routes, openStages, spans } from '@app/domain';
import { ShownDate, ShownNumber, ShownText, ShownTexts, Shown, ShownChoice, ShownList } from '../http/fields/shown.js';
import { words } from '../http/fields/words.js';
import { field } from '../http/fields/field.js';

/** What figures rest on. */
class ReceiptDto {
  @ShownText({ example: 'by=office&monthOf=RECEIPT', about: 'The question with nothing left out, in one fixed order.' })
  readonly query!: string;

  @ShownNumber({ optional: true, about: 'The log position of the answer; null before the first event.' })
  readonly position!: number | null;

  @ShownDate({
    optional: true,
    about: 'The day at whose beginning things are told overdue; null where none was asked for.',
  })
  readonly asOf!: string | null;

  @ShownTexts(words.rulebooks)
  readonly rulebooks!: readonly string[];

  @ShownNumber({
    about:
      'The number of documents that an event up to that position holds back (see /monitoring/projections). They are counted without that event. While it is 0, the answer is final: the same bytes whenever it is asked for again.',
  })
  readonly heldBack!: number;
}

@ApiSchema({ description: 'The receipt of an answer: what it rests on.' })
export class AnswerReceiptDto extends ReceiptDto {
  @ShownText({ optional: true, about: 'The address that gives the same answer again; null before the first event.' })
  readonly again!: string | null;
}

@ApiSchema({ description: 'The receipt of figures that share their cases: what they rest on.' })
export class FigureReceiptDto extends ReceiptDto {
  @ShownText({
    optional: true,
    about: 'The address that lists everything they are counted from; null before the first event.',
  })
  readonly cases!: string | null;
}

@ApiSchema({ description: 'A number of cases, and the address that lists them.' })
export class FigureDto {
  @ShownNumber({ about: 'How many cases.' })
  readonly count!: number;

  @ShownText({ optional: true, about: 'The address that lists exactly these cases; null before the first event.' })
  readonly cases!: string | null;
}

@ApiSchema({
  description:
    'The cases with a duty that has ended, or is overdue as of the day asked for: those that kept all of theirs, and those that are late with one. Without a day, duties that are still to be done are not rated.',
})
export class OnTimeDto {
  @Shown(() => FigureDto, { about: 'The cases that kept all their duties.' })
  readonly kept!: FigureDto;

  @Shown(() => FigureDto, {
    about: 'The cases that were late with a duty, never did it, or owe it past its day as of the day asked for.',
  })
  readonly late!: FigureDto;

  @ShownNumber({ about: 'The number of cases, kept and late together.' })
  readonly total!: number;

  @field(
    {
      optional: true,
      example: 97.4,
      about:
        'The share of kept cases in percent, rounded down to a tenth, so that 100 means all; null where there are no cases.',
    },
    { type: 'number' },
  )
  readonly percent!: number | null;
}

@ApiSchema({
  description:
    'Lengths in days: whole days after the first one, with the last. Percentiles are by nearest rank: of n lengths in order, the one at place ⌈p·n/100⌉.',
})
export class PercentilesDto {
  @ShownNumber({ about: 'Half of the cases took no longer.' })
  readonly median!: number;

  @ShownNumber({ about: '90 % of the cases took no longer.' })
  readonly p90!: number;

  @ShownNumber({ about: '99 % of the cases took no longer.' })
  readonly p99!: number;

  @ShownNumber({ about: 'The case that took longest.' })
  readonly longest!: number;
}

@ApiSchema({ description: 'How long something took in the cases in which it has ended.' })
export class DurationDto {
  @ShownChoice(spans, {
    about:
      'A stage; TO_DECISION: from acceptance to the signed decision (R-27); WHOLE: from acceptance to the end of the case.',
  })
  readonly span!: string;

  @Shown(() => FigureDto, { about: 'The cases that are measured.' })
  readonly measured!: FigureDto;

  @Shown(() => PercentilesDto, {
    optional: true,
    about: 'The length in calendar days; null where nothing is measured.',
  })
  readonly calendarDays!: PercentilesDto | null;

  @Shown(() => PercentilesDto, { optional: true, about: 'The length in working days; null where nothing is measured.' })
  readonly workingDays!: PercentilesDto | null;
}

@ApiSchema({ description: 'The figures of one stage.' })
export class StageFiguresDto {
  @ShownChoice(openStages, { about: 'The stage of paragraph 9, or the payment of paragraph 8.' })
  readonly stage!: string;

  @Shown(() => FigureDto, { about: 'The cases that are in the stage.' })
  readonly lying!: FigureDto;

  @Shown(() => DurationDto, { about: 'How long the stage took.' })
  readonly duration!: DurationDto;

  @Shown(() => OnTimeDto, { about: 'The duties that are done in the stage.' })
  readonly onTime!: OnTimeDto;
}

@ApiSchema({ description: 'What the cases of a group have in common. What was not asked for is absent.' })
export class GroupKeyDto {
  @ShownText({ ...words.officeId, optional: true })
  readonly officeId?: string;

  @ShownChoice(routes, { ...words.route, optional: true })
  readonly route?: string;

  @ShownChoice(forms, { ...words.form, optional: true })
  readonly form?: string;

  @ShownText({ optional: true, example: '2025-03', about: 'The month; null for cases that have none yet.' })
  readonly month?: string | null;
}

@ApiSchema({ description: 'All figures of a group of cases.' })
export class GroupFiguresDto {
  @Shown(() => GroupKeyDto)
  readonly key!: GroupKeyDto;

  @Shown(() => FigureReceiptDto)
  readonly receipt!: FigureReceiptDto;

  @Shown(() => FigureDto, { about: 'The cases whose application was accepted.' })
  readonly received!: FigureDto;

  @Shown(() => FigureDto, { about: 'The cases that the commission has decided.' })
  readonly decided!: FigureDto;

  @Shown(() => FigureDto, { about: 'The cases in which it decided to privatize.' })
  readonly privatized!: FigureDto;

  @Shown(() => FigureDto, { about: 'The cases in which it refused.' })
  readonly refused!: FigureDto;

  @Shown(() => FigureDto, { about: 'The cases whose application was sent back as incomplete (R-33).' })
  readonly rejected!: FigureDto;

  @Shown(() => FigureDto, { about: 'The cases whose application was withdrawn.' })
  readonly withdrawn!: FigureDto;

  @Shown(() => FigureDto, { about: 'The cases with a concluded agreement.' })
  readonly concluded!: FigureDto;

  @Shown(() => FigureDto, { about: 'The cases that have ended.' })
  readonly closed!: FigureDto;

  @Shown(() => FigureDto, { about: 'The cases that have not ended.' })
  readonly open!: FigureDto;

  @Shown(() => FigureDto, {
    optional: true,
    about: 'The cases with a duty past due at the beginning of `asOf`; null where no day was asked for.',
  })
  readonly overdue!: FigureDto | null;

  @Shown(() => OnTimeDto)
  readonly onTime!: OnTimeDto;

  @ShownList(() => DurationDto, { about: 'How long cases took, one entry a span.' })
  readonly durations!: readonly DurationDto[];

  @ShownList(() => StageFiguresDto, {
    optional: true,
    about: 'The figures of each stage; null where stages were not asked for.',
  })
  readonly stages!: readonly StageFiguresDto[] | null;
}

@ApiSchema({ description: 'Figures of cases at one position of the log.' })
export class FiguresDto {
  @Shown(() => AnswerReceiptDto)
  readonly receipt!: AnswerReceiptDto;

  @Shown(() => GroupFiguresDto, { about: 'The figures of all cases.' })
  readonly total!: GroupFiguresDto;

  @ShownList(() => GroupFiguresDto, {
    about: 'The figures of each group, sorted by key; empty where only stages were asked for.',
  })
  readonly groups!: readonly GroupFiguresDto[];
}
