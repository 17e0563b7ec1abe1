import { dayKinds, dutyKinds, dutyStatuses, obliged } from '@app/domain';
import {
  Shown,
  ShownChoice,
  ShownDate,
  ShownFlag,
  ShownInstant,
  ShownList,
  ShownNumber,
  ShownText,
} from '../../http/fields/shown.js';
import { AcceptanceDto, DerivationDto, TermDto } from './derivation.dto.js';

export class TriggerDto {
  @ShownText({ example: 'ApplicationSubmitted' })
  readonly event!: string;

  @ShownDate()
  readonly on!: string;
}

/** The correction of the calendar that moved a date. */
export class MovingCorrectionDto {
  @ShownDate()
  readonly date!: string;

  @ShownChoice(dayKinds)
  readonly to!: string;

  @ShownText()
  readonly name!: string;

  @ShownText()
  readonly source!: string;

  @ShownInstant()
  readonly knownFrom!: string;
}

export class MoveDto {
  @ShownDate()
  readonly wasDue!: string;

  @Shown(() => MovingCorrectionDto)
  readonly correction!: MovingCorrectionDto;
}

/** A legal day that was set right after it had been recorded. */
export class DayCorrectionDto {
  @ShownText({ example: 'ApplicationRegistered' })
  readonly fact!: string;

  @ShownDate()
  readonly was!: string;

  @ShownDate()
  readonly is!: string;

  @ShownText()
  readonly reason!: string;
}

/** A "shall within" of the Order, as it stands for one case. */
export class DutyDto {
  @ShownText({ about: 'Row of docs/law/rules.md; a case has each at most once.', example: 'R-27' })
  readonly rule!: string;

  @ShownText({ about: 'Of the Order.', example: '6' })
  readonly paragraph!: string;

  @ShownChoice(dutyKinds, { about: 'A power lapses; it is owed by nobody.' })
  readonly kind!: string;

  @ShownText({ about: 'What is to be done.' })
  readonly duty!: string;

  @ShownChoice(obliged)
  readonly debtor!: string;

  @ShownChoice(obliged)
  readonly creditor!: string;

  @Shown(() => TriggerDto)
  readonly trigger!: TriggerDto;

  @Shown(() => TermDto)
  readonly term!: TermDto;

  @ShownDate({ about: "The term's own last day." })
  readonly nominalDue!: string;

  @ShownDate({ about: 'Rolled to a working day: the duty is kept until the end of this day.' })
  readonly due!: string;

  @ShownInstant({ about: "The end of that day in the provider's zone." })
  readonly dueAt!: string;

  @ShownChoice(dutyStatuses)
  readonly status!: string;

  @ShownFlag({ about: 'Open, and past due now.' })
  readonly overdue!: boolean;

  @ShownDate({ optional: true })
  readonly dischargedOn!: string | null;

  @ShownDate({ optional: true, about: 'The day on which it ended undone.' })
  readonly fellAwayOn!: string | null;

  @ShownFlag({ about: 'Discharged after it was due, or owed beyond that day until it fell away.' })
  readonly late!: boolean;

  @ShownList(() => DayCorrectionDto, { about: 'Where a day that it is counted from, or was done on, was set right.' })
  readonly corrections!: readonly DayCorrectionDto[];

  @Shown(() => MoveDto, {
    optional: true,
    about: 'Where a correction of the calendar moved the date: what it was, and by which.',
  })
  readonly moved!: MoveDto | null;
}

/** What is owed in a case, by whom, until when. */
export class CaseDutiesDto {
  @ShownText()
  readonly caseId!: string;

  @ShownNumber()
  readonly revision!: number;

  @ShownList(() => DutyDto)
  readonly duties!: readonly DutyDto[];

  @ShownText({ optional: true, about: 'For the next duties; null where these are the last.' })
  readonly nextCursor!: string | null;
}

/** Why a date is what it is. */
export class WhyDto {
  @ShownText()
  readonly caseId!: string;

  @ShownNumber()
  readonly revision!: number;

  @Shown(() => DutyDto)
  readonly duty!: DutyDto;

  @ShownText({ about: "The Order's own words." })
  readonly paragraphText!: string;

  @ShownText({ about: 'In words that can be read out to an applicant, one sentence a line.' })
  readonly text!: string;

  @Shown(() => DerivationDto, {
    about:
      'Every day counted, every day skipped with its reason, the roll to a working day, the cap by an enclosing term.',
  })
  readonly derivation!: DerivationDto;

  @Shown(() => AcceptanceDto, { optional: true, about: 'Of a duty that runs from acceptance.' })
  readonly acceptance!: AcceptanceDto | null;
}
