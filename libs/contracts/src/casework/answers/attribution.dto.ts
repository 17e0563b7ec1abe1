import { ApiSchema } from '@nestjs/swagger';
import { holders, obliged } from '@app/domain';
import { ShownChoice, ShownDate, ShownList, ShownNumber, ShownText } from '../../http/fields/shown.js';
import { OfCaseDto } from './lists.dto.js';
import { words } from '../../http/fields/words.js';

/** A number of days, and how many of them were working days. */
class DayCountDto {
  @ShownNumber(words.calendarDays)
  readonly calendarDays!: number;

  @ShownNumber(words.workingDaysKnown)
  readonly workingDays!: number | null;
}

@ApiSchema({ description: 'How many days somebody held a case.' })
export class HeldDto extends DayCountDto {
  @ShownChoice(holders, { about: 'Who held the case. TRANSFER_PARTIES: both sides of the transfer deed.' })
  readonly holder!: string;
}

@ApiSchema({ description: 'A run of days on which one party held the case.' })
export class HoldingDto extends HeldDto {
  @ShownDate({ about: 'The first day of the run.' })
  readonly from!: string;

  @ShownDate({ about: 'The last day of the run; it is counted.' })
  readonly until!: string;
}

@ApiSchema({ description: 'The days by which a duty was late or is late.' })
export class LatenessDto extends DayCountDto {
  @ShownText(words.rule)
  readonly rule!: string;

  @ShownNumber({ ...words.instance, optional: true })
  readonly instance!: number | null;

  @ShownText(words.paragraph)
  readonly paragraph!: string;

  @ShownText(words.duty)
  readonly duty!: string;

  @ShownChoice(obliged, words.debtor)
  readonly debtor!: string;

  @ShownDate({ ...words.due, optional: false })
  readonly due!: string;

  @ShownDate({ about: 'The last day counted: the day on which the duty was done or ended, else today.' })
  readonly until!: string;

  @ShownList(() => HeldDto, { about: 'Who held the case on those days.' })
  readonly byHolder!: readonly HeldDto[];
}

@ApiSchema({ description: 'Who held a case on each day since its acceptance, and by whose days its duties were late.' })
export class CaseAttributionDto extends OfCaseDto {
  @ShownList(() => HoldingDto, {
    about: 'The runs of days in order. A day belongs to whoever held the case when it began.',
  })
  readonly holdings!: readonly HoldingDto[];

  @ShownList(() => HeldDto, { about: 'The days of each holder, added up.' })
  readonly byHolder!: readonly HeldDto[];

  @ShownList(() => LatenessDto, { about: 'The duties that were late or are late.' })
  readonly late!: readonly LatenessDto[];
}
