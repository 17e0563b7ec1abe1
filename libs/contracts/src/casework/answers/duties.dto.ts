import { ApiSchema } from '@nestjs/swagger';
import { dayKinds, dutyKinds, dutyStatuses } from '@app/domain';
import {
  Shown,
  ShownChoice,
  ShownDate,
  ShownFlag,
  ShownInstant,
  ShownList,
  ShownText,
} from '../../http/fields/shown.js';
import { AcceptanceDto, DerivationDto, TermDto } from './derivation.dto.js';
import { OfCaseDto, OwedDutyDto } from './lists.dto.js';
import { words } from '../../http/fields/words.js';

@ApiSchema({ description: 'What started a term.' })
export class TriggerDto {
  @ShownText({ example: 'ApplicationSubmitted', about: 'The name of the event that started it.' })
  readonly event!: string;

  @ShownDate({ about: 'The day that the term is counted from; it is not counted itself.' })
  readonly on!: string;
}

@ApiSchema({ description: 'The correction of the calendar that moved a date.' })
export class MovingCorrectionDto {
  @ShownDate({ about: 'The day that was corrected.' })
  readonly date!: string;

  @ShownChoice(dayKinds, { about: 'What that day is now: a WORKING day, or OFF.' })
  readonly to!: string;

  @ShownText({ about: 'The name of the change.' })
  readonly name!: string;

  @ShownText({ about: 'The act or announcement that changed the day.' })
  readonly source!: string;

  @ShownInstant({ about: 'The instant from which it was known.' })
  readonly knownFrom!: string;
}

@ApiSchema({ description: 'How a correction of the calendar moved a due date.' })
export class MoveDto {
  @ShownDate({ about: 'The due date before it was moved.' })
  readonly wasDue!: string;

  @Shown(() => MovingCorrectionDto, { about: 'The correction that moved it.' })
  readonly correction!: MovingCorrectionDto;
}

@ApiSchema({ description: 'A day that was set right after it had been recorded.' })
export class DayCorrectionDto {
  @ShownText({ example: 'ApplicationRegistered', about: 'The event whose day was wrong.' })
  readonly fact!: string;

  @ShownDate({ about: 'The wrong day.' })
  readonly was!: string;

  @ShownDate({ about: 'The right day.' })
  readonly is!: string;

  @ShownText({
    optional: true,
    about: 'Why it was corrected; null where the corrections of the case tell it, to whoever may see it.',
  })
  readonly reason!: string | null;
}

@ApiSchema({
  description:
    'A "shall within" of the Order, as it stands for one case, which has each rule at most once, but for the instalments of R-98.',
})
export class DutyDto extends OwedDutyDto {
  @ShownChoice(dutyKinds, { about: 'An OBLIGATION must be done. A POWER may be used and lapses at its due date.' })
  readonly kind!: string;

  @Shown(() => TriggerDto)
  readonly trigger!: TriggerDto;

  @Shown(() => TermDto, { optional: true, about: 'The length of the term; null where the day is agreed (R-98).' })
  readonly term!: TermDto | null;

  @ShownChoice(dutyStatuses, { about: 'OPEN: to be done. DISCHARGED: done. FALLEN_AWAY: ended without being done.' })
  readonly status!: string;

  @ShownText({
    optional: true,
    example: 'R-32',
    about:
      'The rule of the term that it is a part of, where the Order gives it none of its own: it is due with that one, and not counted beside it; else null.',
  })
  readonly heldBy!: string | null;

  @ShownFlag({ about: 'True where it is open and past due now.' })
  readonly overdue!: boolean;

  @ShownDate({ ...words.fellAwayOn, optional: true })
  readonly fellAwayOn!: string | null;

  @ShownFlag({
    optional: true,
    about:
      'True where it was done after it was due, or fell away after it was due. Null where it ended while its date is pending: that is judged when the year is known.',
  })
  readonly late!: boolean | null;

  @ShownList(() => DayCorrectionDto, { about: 'The corrected days on which this date rests.' })
  readonly corrections!: readonly DayCorrectionDto[];

  @Shown(() => MoveDto, {
    optional: true,
    about: 'The correction of the calendar that moved the date, and the date before it; null where none did.',
  })
  readonly moved!: MoveDto | null;
}

@ApiSchema({ description: 'What must be done in a case, by whom, until when.' })
export class CaseDutiesDto extends OfCaseDto {
  @ShownList(() => DutyDto, { about: 'One page of the duties of the case.' })
  readonly duties!: readonly DutyDto[];

  @ShownText({ ...words.nextCursor, optional: true })
  readonly nextCursor!: string | null;
}

@ApiSchema({ description: 'Why a due date is what it is.' })
export class WhyDto extends OfCaseDto {
  @Shown(() => DutyDto, words.duty)
  readonly duty!: DutyDto;

  @ShownText({ about: 'The words of the Order.' })
  readonly paragraphText!: string;

  @ShownText({ about: 'The explanation to read out to an applicant, one sentence a line.' })
  readonly text!: string;

  @Shown(() => DerivationDto, {
    about:
      'Every day counted, every day skipped with its reason, the move to a working day, and the cut by a longer term.',
  })
  readonly derivation!: DerivationDto;

  @Shown(() => AcceptanceDto, {
    optional: true,
    about: 'How the day of acceptance was found; null for a duty that does not run from acceptance.',
  })
  readonly acceptance!: AcceptanceDto | null;
}
