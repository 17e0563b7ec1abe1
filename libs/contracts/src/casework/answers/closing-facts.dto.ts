import { ApiSchema } from '@nestjs/swagger';
import { resultTakers, channels, resultKinds, caseEventTypes, caseOutcomes, reopeningCauses } from '@app/domain';
import { EdsSignatureDto } from '../person.dto.js';

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

import { FactDto } from './filing-facts.dto.js';
import { words } from '../../http/fields/words.js';

@ApiSchema({ description: 'A notarized power of attorney (para 5).' })
export class ShownPowerOfAttorneyDto {
  @ShownText({ about: 'The number on the document.' })
  readonly number!: string;

  @ShownDate({ optional: true, about: 'The day on which it was notarized; null in older cases that did not state it.' })
  readonly notarizedOn!: string | null;

  @ShownText({ optional: true, about: 'Who certified it; null in older cases that did not state it.' })
  readonly notary!: string | null;
}

@ApiSchema({ description: 'A result that was handed out or sent to the recipient (paras 5 and 7).' })
export class IssuedResultDto extends FactDto {
  @ShownChoice(resultKinds, {
    about:
      'The document that was issued: REJECTION of the application, REFUSAL, DECISION to privatize, TRANSFER_DEED or AGREEMENT.',
  })
  readonly result!: string;

  @ShownChoice(channels, words.channel)
  readonly channel!: string;

  @ShownDate({
    optional: true,
    about:
      'The day of issue; the next working day where the recipient came after hours. Null where that needed a year without calendar.',
  })
  readonly issuedOn!: string | null;

  @ShownChoice(resultTakers, words.issuedTo)
  readonly issuedTo!: string;

  @ShownText({
    optional: true,
    about: 'The document by which the person was identified at the counter; null on the portal.',
  })
  readonly identification!: string | null;

  @ShownText({ optional: true, about: 'The number of the receipt that was shown at the counter; null on the portal.' })
  readonly receiptNumber!: string | null;

  @Shown(() => ShownPowerOfAttorneyDto, {
    optional: true,
    about: "A representative's power of attorney; null for the recipient or where the caller's role may not see it.",
  })
  readonly powerOfAttorney!: ShownPowerOfAttorneyDto | null;

  @Shown(() => EdsSignatureDto, {
    optional: true,
    about: 'The signature of the head of the provider on the portal; null at the counter.',
  })
  readonly eds!: EdsSignatureDto | null;

  @ShownText(words.edsNotice)
  readonly edsNotice!: string | null;

  @ShownText({ about: 'The person who issued it: the subject of their token.' })
  readonly issuedBy!: string;
}

@ApiSchema({
  description:
    'A duty that was recorded as missed: once for each day on which it was due, when that was over and it was still to be done. The record stays; what was found later is told with it, and a duty of which nothing was found is missed as recorded.',
})
export class MissedDutyDto extends FactDto {
  @ShownText(words.rule)
  readonly rule!: string;

  @ShownNumber({ ...words.instance, optional: true })
  readonly instance!: number | null;

  @ShownText(words.paragraph)
  readonly paragraph!: string;

  @ShownText({ ...words.debtor, example: 'PROVIDER' })
  readonly debtor!: string;

  @ShownDate({ ...words.due, optional: false })
  readonly due!: string;

  @ShownInstant({ ...words.dueAt, optional: false })
  readonly dueAt!: string;

  @ShownDate({
    optional: true,
    about: 'The day on which it was done in time, as was found later; null where it was not.',
  })
  readonly foundKeptOn!: string | null;

  @ShownDate({
    optional: true,
    about:
      'The day on which it was due instead, as was found later: it was not missed on the day recorded, and counts once. Null where it was due on that day, or is not owed.',
  })
  readonly foundDueOn!: string | null;

  @ShownFlag({
    about: 'True where it was found later that nobody owed it past its day: it fell away before, or never began.',
  })
  readonly foundNotOwed!: boolean;
}

@ApiSchema({ description: 'A day that was recorded wrongly, and the right one.' })
export class CorrectedFactDto {
  @ShownChoice(caseEventTypes, { about: 'The event whose day was wrong.' })
  readonly fact!: string;

  @ShownDate({ about: 'The wrong day.' })
  readonly was!: string;

  @ShownDate({ about: 'The right day.' })
  readonly is!: string;
}

@ApiSchema({ description: 'A value that was recorded wrongly, and the right one.' })
export class CorrectedValueDto {
  @ShownNumber({ example: 11, about: 'The revision of the entry.' })
  readonly revision!: number;

  @ShownChoice(caseEventTypes, { about: 'The event of the entry.' })
  readonly event!: string;

  @ShownText({ example: 'amount', about: 'The path of the value in the entry.' })
  readonly field!: string;

  @ShownText({
    optional: true,
    about: "The wrong value, an amount in tenge; null where nothing was recorded, or the caller's role may not see it.",
  })
  readonly was!: string | null;

  @ShownText({ optional: true, about: "The right value; null where the caller's role may not see it." })
  readonly is!: string | null;
}

@ApiSchema({ description: 'A correction of what was recorded wrongly.' })
export class CorrectionDto extends FactDto {
  @ShownText({ optional: true, about: "What was wrong, in words; null where the caller's role may not see it." })
  readonly subject!: string | null;

  @ShownText({ optional: true, about: "What was recorded; null where the caller's role may not see it." })
  readonly was!: string | null;

  @ShownText({ optional: true, about: "What is right; null where the caller's role may not see it." })
  readonly is!: string | null;

  @ShownText({ optional: true, about: "Why it is corrected; null where the caller's role may not see it." })
  readonly reason!: string | null;

  @ShownList(() => CorrectedValueDto, {
    about: 'The values that were set right, each in its entry; the facts of the case show the right ones.',
  })
  readonly values!: readonly CorrectedValueDto[];

  @Shown(() => CorrectedFactDto, {
    optional: true,
    about: 'The corrected day, where duties are counted from it; else null.',
  })
  readonly date!: CorrectedFactDto | null;

  @ShownText({ about: 'The person who corrected it: the subject of their token.' })
  readonly correctedBy!: string;
}

@ApiSchema({ description: 'The applicant withdrew the application.' })
export class WithdrawalDto extends FactDto {
  @ShownText({ about: 'Why it was withdrawn.' })
  readonly reason!: string;

  @ShownDate({ about: 'The day on which it was withdrawn.' })
  readonly withdrawnOn!: string;

  @ShownText({ about: 'A sentence that says that the Order does not know a withdrawal.' })
  readonly outsideOrder!: string;
}

@ApiSchema({ description: 'The end of the case.' })
export class ClosingDto extends FactDto {
  @ShownChoice(caseOutcomes, words.caseOutcome)
  readonly outcome!: string;
}

@ApiSchema({
  description: 'The case goes on after it had been decided (para 12). What was set aside stays in the timeline.',
})
export class ReopeningDto extends FactDto {
  @ShownChoice(reopeningCauses, {
    about:
      'COMPLAINT and COURT: a decision on a complaint or a ruling has it decided anew. PAYMENT_TAKEN_BACK: the price is to be paid again.',
  })
  readonly cause!: string;

  @ShownText({ optional: true, about: 'The complaint; null where a payment was taken back.' })
  readonly complaintId!: string | null;

  @ShownDate({ optional: true, about: 'The day by which it must be decided anew; null where none was set.' })
  readonly carryOutBy!: string | null;

  @ShownDate({ about: 'The day from which it goes on.' })
  readonly reopenedOn!: string;
}
