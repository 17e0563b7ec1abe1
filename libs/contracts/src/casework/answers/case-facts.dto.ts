import { ApiSchema } from '@nestjs/swagger';
import {
  resultTakers,
  channels,
  documentTypes,
  media,
  registerOutcomes,
  stateRegisters,
  resultKinds,
  sides,
  caseEventTypes,
  caseOutcomes,
  type HearingMinutes,
} from '@app/domain';
import { EdsSignatureDto } from '../person.dto.js';
import { HearingMinutesDto } from '../refusal.dto.js';
import {
  Shown,
  ShownChoice,
  ShownDate,
  ShownFlag,
  ShownInstant,
  ShownList,
  ShownText,
} from '../../http/fields/shown.js';
import { ShownDocumentDto } from './application.dto.js';
import { FactDto } from './filing-facts.dto.js';
import { words } from '../../http/fields/words.js';

@ApiSchema({ description: 'A document that was added after the application.' })
export class AddedDocumentDto extends FactDto {
  @Shown(() => ShownDocumentDto)
  readonly document!: ShownDocumentDto;

  @ShownText({ about: 'The IIN of the person whose document it is; masked like the persons of the application.' })
  readonly subjectIin!: string;
}

@ApiSchema({ description: 'What a state register answered about a member of the family.' })
export class StateDataDto extends FactDto {
  @ShownChoice(stateRegisters, { about: 'The register that was asked.' })
  readonly register!: string;

  @ShownText({ about: 'The IIN of the person who was asked about; masked like the persons of the application.' })
  readonly subjectIin!: string;

  @ShownChoice(registerOutcomes, {
    about: 'FOUND and NOT_FOUND are answers. UNAVAILABLE is an outage: it says nothing about the documents.',
  })
  readonly outcome!: string;

  @ShownText({
    optional: true,
    about: "The answer in words; null where it was erased or the caller's role may not see it.",
  })
  readonly summary!: string | null;
}

@ApiSchema({ description: 'One remark on the documents.' })
export class ShownRemarkDto {
  @ShownChoice(documentTypes, {
    optional: true,
    about: 'The document by its number in item 8 (D1 to D9); null where the remark is about the whole application.',
  })
  readonly documentType!: string | null;

  @ShownText({ about: 'The remark in words.' })
  readonly text!: string;
}

@ApiSchema({ description: 'The reasoned remarks of the executor on the documents (para 10).' })
export class RemarksDto extends FactDto {
  @ShownList(() => ShownRemarkDto, { about: 'One entry for each remark.' })
  readonly remarks!: readonly ShownRemarkDto[];

  @ShownDate({ about: 'The day on which they were raised.' })
  readonly raisedOn!: string;

  @ShownText({ about: 'The person who raised them: the subject of their token.' })
  readonly raisedBy!: string;
}

@ApiSchema({ description: 'An objection to the preliminary refusal (para 10).' })
export class ObjectionDto extends FactDto {
  @ShownText({ optional: true, about: "The objection in words; null where the caller's role may not see it." })
  readonly text!: string | null;

  @ShownChoice(media, words.medium)
  readonly medium!: string;

  @ShownDate({ about: 'The day on which it was received.' })
  readonly receivedOn!: string;

  @ShownFlag({ about: 'True where it came after its term. It is kept and shown to the commission all the same.' })
  readonly late!: boolean;
}

@ApiSchema({ description: 'The hearing, or that the recipient did not come to it (para 10).' })
export class HearingDto extends FactDto {
  @ShownFlag({ about: 'True where the recipient came.' })
  readonly appeared!: boolean;

  @ShownDate({ about: 'The day of the hearing.' })
  readonly heldOn!: string;

  @Shown(() => HearingMinutesDto, {
    optional: true,
    about: "The minutes; null where the recipient did not come or the caller's role may not see them.",
  })
  readonly minutes!: HearingMinutes | null;

  @ShownText({
    optional: true,
    about: "A note on the hearing; null where there is none or the caller's role may not see it.",
  })
  readonly note!: string | null;
}

@ApiSchema({ description: 'The signature of one side under the transfer deed (para 9).' })
export class DeedSignatureDto extends FactDto {
  @ShownChoice(sides, words.side)
  readonly side!: string;

  @ShownText({ about: 'The official who signed for that side.' })
  readonly signedBy!: string;

  @ShownDate({ about: 'The day on which that side signed.' })
  readonly signedOn!: string;

  @ShownFlag({ about: 'True where both sides have signed with this signature.' })
  readonly completesSigning!: boolean;
}

@ApiSchema({ description: 'The approval of the transfer deed for one side (para 9).' })
export class DeedApprovalDto extends FactDto {
  @ShownChoice(sides, words.side)
  readonly side!: string;

  @ShownText({ about: 'The office that approved.' })
  readonly approver!: string;

  @ShownText({ about: 'The person in that office.' })
  readonly approvedBy!: string;

  @ShownDate({ about: 'The day on which it was approved.' })
  readonly approvedOn!: string;

  @ShownFlag({ about: 'True where every side that must approve has approved with this approval.' })
  readonly completesApproval!: boolean;
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

  @ShownDate({ about: 'The day of issue; the next working day where the recipient came after hours.' })
  readonly issuedOn!: string;

  @ShownChoice(resultTakers, words.issuedTo)
  readonly issuedTo!: string;

  @ShownText({
    optional: true,
    about: 'The document by which the person was identified at the counter; null on the portal.',
  })
  readonly identification!: string | null;

  @ShownText({ optional: true, about: 'The number of the receipt that was shown at the counter; null on the portal.' })
  readonly receiptNumber!: string | null;

  @ShownText({
    optional: true,
    about:
      "The number of a representative's power of attorney; null for the recipient or where the caller's role may not see it.",
  })
  readonly powerOfAttorneyNumber!: string | null;

  @Shown(() => EdsSignatureDto, {
    optional: true,
    about: 'The signature of the head of the provider on the portal; null at the counter.',
  })
  readonly eds!: EdsSignatureDto | null;

  @ShownText({ about: 'The person who issued it: the subject of their token.' })
  readonly issuedBy!: string;
}

@ApiSchema({
  description: 'A duty that was missed. It is recorded once, when its day is over and it is still to be done.',
})
export class MissedDutyDto extends FactDto {
  @ShownText(words.rule)
  readonly rule!: string;

  @ShownText(words.paragraph)
  readonly paragraph!: string;

  @ShownText({ ...words.debtor, example: 'PROVIDER' })
  readonly debtor!: string;

  @ShownDate(words.due)
  readonly due!: string;

  @ShownInstant(words.dueAt)
  readonly dueAt!: string;

  @ShownDate({
    optional: true,
    about: 'The day on which it was done in time, as was found later; null where it was not.',
  })
  readonly foundKeptOn!: string | null;
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

@ApiSchema({ description: 'A correction of what was recorded wrongly.' })
export class CorrectionDto extends FactDto {
  @ShownText({ about: 'What was wrong, in words.' })
  readonly subject!: string;

  @ShownText({ optional: true, about: "What was recorded; null where the caller's role may not see it." })
  readonly was!: string | null;

  @ShownText({ optional: true, about: "What is right; null where the caller's role may not see it." })
  readonly is!: string | null;

  @ShownText({ about: 'Why it is corrected.' })
  readonly reason!: string;

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
