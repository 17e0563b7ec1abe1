import { ApiSchema } from '@nestjs/swagger';
import {
  documentTypes,
  familyActs,
  media,
  paperFaults,
  registerOutcomes,
  stateRegisters,
  sides,
  type HearingMinutes,
} from '@app/domain';

import { HearingMinutesDto } from '../refusal.dto.js';
import {
  Shown,
  ShownChoice,
  ShownDate,
  ShownFlag,
  ShownList,
  ShownNumber,
  ShownText,
} from '../../http/fields/shown.js';
import { ShownDocumentDto } from './shown-papers.dto.js';
import { FactDto } from './filing-facts.dto.js';
import { words } from '../../http/fields/words.js';

@ApiSchema({ description: 'A document that was added after the application.' })
export class AddedDocumentDto extends FactDto {
  @Shown(() => ShownDocumentDto)
  readonly document!: ShownDocumentDto;

  @ShownText({ about: 'The IIN of the person whose document it is; masked like the persons of the application.' })
  readonly subjectIin!: string;

  @ShownNumber({ ...words.person, optional: true })
  readonly person!: number | null;

  @ShownChoice(familyActs, {
    optional: true,
    about: 'What a certificate of family status (D2) proves; null where it was not said, and for other documents.',
  })
  readonly act!: string | null;
}

@ApiSchema({
  description: 'A paper that was set aside: the file shows that it is none of what it stands for (para 6).',
})
export class SetAsideDocumentDto extends FactDto {
  @ShownChoice(documentTypes, words.documentType)
  readonly documentType!: string;

  @ShownText(words.sha256)
  readonly sha256!: string;

  @ShownChoice(paperFaults, words.paperFault)
  readonly fault!: string;

  @ShownText({
    optional: true,
    about: "The reason in words; null where it was erased or the caller's role may not see it.",
  })
  readonly reason!: string | null;

  @ShownDate({ about: 'The day on which it was set aside.' })
  readonly setAsideOn!: string;

  @ShownText({ about: 'The person who set it aside: the subject of their token.' })
  readonly setAsideBy!: string;
}

@ApiSchema({
  description: 'An act of family status that the application rests on, or, without a day, rests on no longer.',
})
export class FamilyActDto extends FactDto {
  @ShownChoice(familyActs, { about: 'What kind of act it is.' })
  readonly act!: string;

  @ShownText({ about: 'The IIN of the person whose act it is; masked like the persons of the application.' })
  readonly subjectIin!: string;

  @ShownNumber({ ...words.person, optional: true })
  readonly person!: number | null;

  @ShownDate({
    optional: true,
    about:
      "The day of the act; null where there is no such act, where it was erased or the caller's role may not see it.",
  })
  readonly actOn!: string | null;
}

@ApiSchema({
  description: 'A state register that could not be asked about a person of the case, when it was tried last.',
})
export class UnavailableRegisterDto {
  @ShownChoice(stateRegisters, { about: 'Which one could not be asked.' })
  readonly register!: string;

  @ShownNumber({ ...words.person, optional: true })
  readonly person!: number | null;

  @ShownText({
    optional: true,
    about: "Why it could not be asked; null where it was not said or the caller's role may not see it.",
  })
  readonly reason!: string | null;
}

@ApiSchema({ description: 'What a state register answered about a person of the case.' })
export class StateDataDto extends FactDto {
  @ShownChoice(stateRegisters, { about: 'The register that was asked.' })
  readonly register!: string;

  @ShownText({ about: 'The IIN of the person who was asked about; masked like the persons of the application.' })
  readonly subjectIin!: string;

  @ShownNumber({ ...words.person, optional: true })
  readonly person!: number | null;

  @ShownChoice(registerOutcomes, {
    about: 'FOUND and NOT_FOUND are answers. UNAVAILABLE is an outage: it says nothing about the documents.',
  })
  readonly outcome!: string;

  @ShownText({
    optional: true,
    about:
      "What was found, or why the register could not be asked; null where it was erased or the caller's role may not see it.",
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

  @ShownNumber({ ...words.person, optional: true })
  readonly person!: number | null;

  @ShownChoice(familyActs, {
    optional: true,
    about: 'The act whose certificate (D2) is asked for; null where it was not said, and for other documents.',
  })
  readonly act!: string | null;
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

  @ShownFlag({
    optional: true,
    about:
      'True where it came after its term. It is kept and shown to the commission all the same. Null while the last day is pending.',
  })
  readonly late!: boolean | null;
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
