import { holders, obliged } from '@app/domain';
import { ShownChoice, ShownDate, ShownList, ShownNumber, ShownText } from '../../http/fields/shown.js';

/** A number of days, and how many of them were working days. */
class DayCountDto {
  @ShownNumber()
  readonly calendarDays!: number;

  @ShownNumber()
  readonly workingDays!: number;
}

export class HeldDto extends DayCountDto {
  @ShownChoice(holders)
  readonly holder!: string;
}

export class HoldingDto extends HeldDto {
  @ShownDate()
  readonly from!: string;

  @ShownDate({ about: 'Included.' })
  readonly until!: string;
}

/** The days by which a duty was or is late. */
export class LatenessDto extends DayCountDto {
  @ShownText({ example: 'R-27' })
  readonly rule!: string;

  @ShownText({ example: '6(1)' })
  readonly paragraph!: string;

  @ShownText()
  readonly duty!: string;

  @ShownChoice(obliged)
  readonly debtor!: string;

  @ShownDate()
  readonly due!: string;

  @ShownDate({ about: 'The last day counted: that of its discharge or end, else today.' })
  readonly until!: string;

  @ShownList(() => HeldDto, { about: 'In whose hands the case was on those days.' })
  readonly byHolder!: readonly HeldDto[];
}

/** Who held a case on each day since its acceptance, and by whose days its duties were late. */
export class CaseAttributionDto {
  @ShownText()
  readonly caseId!: string;

  @ShownNumber()
  readonly revision!: number;

  @ShownList(() => HoldingDto, { about: 'A day belongs to who held the case when it began.' })
  readonly holdings!: readonly HoldingDto[];

  @ShownList(() => HeldDto)
  readonly byHolder!: readonly HeldDto[];

  @ShownList(() => LatenessDto)
  readonly late!: readonly LatenessDto[];
}
