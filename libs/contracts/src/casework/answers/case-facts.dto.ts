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
import { EdsSignatureDto } from '../eds-signature.dto.js';
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
import { FactDto } from './fact.dto.js';

export class AddedDocumentDto extends FactDto {
  @Shown(() => ShownDocumentDto)
  readonly document!: ShownDocumentDto;

  @ShownText({ about: 'Whose document it is; masked as the persons of the application are.' })
  readonly subjectIin!: string;
}

export class StateDataDto extends FactDto {
  @ShownChoice(stateRegisters)
  readonly register!: string;

  @ShownText({ about: 'Of the member of the family asked about; masked as the persons of the application are.' })
  readonly subjectIin!: string;

  @ShownChoice(registerOutcomes)
  readonly outcome!: string;

  @ShownText({ optional: true, about: 'Null where it may not be seen or was erased.' })
  readonly summary!: string | null;
}

export class ShownRemarkDto {
  @ShownChoice(documentTypes, { optional: true })
  readonly documentType!: string | null;

  @ShownText()
  readonly text!: string;
}

export class RemarksDto extends FactDto {
  @ShownList(() => ShownRemarkDto)
  readonly remarks!: readonly ShownRemarkDto[];

  @ShownDate()
  readonly raisedOn!: string;

  @ShownText()
  readonly raisedBy!: string;
}

export class ObjectionDto extends FactDto {
  @ShownText({ optional: true, about: 'Null where it may not be seen.' })
  readonly text!: string | null;

  @ShownChoice(media)
  readonly medium!: string;

  @ShownDate()
  readonly receivedOn!: string;

  @ShownFlag({ about: 'After its term: kept, and shown to the commission all the same.' })
  readonly late!: boolean;
}

export class HearingDto extends FactDto {
  @ShownFlag({ about: 'Whether the recipient came.' })
  readonly appeared!: boolean;

  @ShownDate()
  readonly heldOn!: string;

  @Shown(() => HearingMinutesDto, {
    optional: true,
    about: 'Null where the recipient did not come, or the minutes may not be seen.',
  })
  readonly minutes!: HearingMinutes | null;

  @ShownText({ optional: true, about: 'Null where it may not be seen.' })
  readonly note!: string | null;
}

export class DeedSignatureDto extends FactDto {
  @ShownChoice(sides)
  readonly side!: string;

  @ShownText()
  readonly signedBy!: string;

  @ShownDate()
  readonly signedOn!: string;

  @ShownFlag()
  readonly completesSigning!: boolean;
}

export class DeedApprovalDto extends FactDto {
  @ShownChoice(sides)
  readonly side!: string;

  @ShownText()
  readonly approver!: string;

  @ShownText()
  readonly approvedBy!: string;

  @ShownDate()
  readonly approvedOn!: string;

  @ShownFlag()
  readonly completesApproval!: boolean;
}

export class IssuedResultDto extends FactDto {
  @ShownChoice(resultKinds)
  readonly result!: string;

  @ShownChoice(channels)
  readonly channel!: string;

  @ShownDate({ about: 'The next working day where the recipient came off-hours.' })
  readonly issuedOn!: string;

  @ShownChoice(resultTakers)
  readonly issuedTo!: string;

  @ShownText({ optional: true })
  readonly identification!: string | null;

  @ShownText({ optional: true })
  readonly receiptNumber!: string | null;

  @ShownText({ optional: true, about: 'Null where it may not be seen.' })
  readonly powerOfAttorneyNumber!: string | null;

  @Shown(() => EdsSignatureDto, { optional: true, about: 'On the portal: of the head of the provider.' })
  readonly eds!: EdsSignatureDto | null;

  @ShownText()
  readonly issuedBy!: string;
}

/** Recorded once, when the day of a duty was over and it was still owed. */
export class MissedDutyDto extends FactDto {
  @ShownText({ example: 'R-27' })
  readonly rule!: string;

  @ShownText({ example: '6' })
  readonly paragraph!: string;

  @ShownText({ example: 'PROVIDER' })
  readonly debtor!: string;

  @ShownDate()
  readonly due!: string;

  @ShownInstant()
  readonly dueAt!: string;
}

export class CorrectedFactDto {
  @ShownChoice(caseEventTypes)
  readonly fact!: string;

  @ShownDate()
  readonly was!: string;

  @ShownDate()
  readonly is!: string;
}

export class CorrectionDto extends FactDto {
  @ShownText()
  readonly subject!: string;

  @ShownText({ optional: true, about: 'Null where it may not be seen.' })
  readonly was!: string | null;

  @ShownText({ optional: true, about: 'Null where it may not be seen.' })
  readonly is!: string | null;

  @ShownText()
  readonly reason!: string;

  @Shown(() => CorrectedFactDto, { optional: true, about: 'Where a day was wrong that duties are counted from.' })
  readonly date!: CorrectedFactDto | null;

  @ShownText()
  readonly correctedBy!: string;
}

export class WithdrawalDto extends FactDto {
  @ShownText()
  readonly reason!: string;

  @ShownDate()
  readonly withdrawnOn!: string;

  @ShownText({ about: 'Says that withdrawal is outside the Order.' })
  readonly outsideOrder!: string;
}

export class ClosingDto extends FactDto {
  @ShownChoice(caseOutcomes)
  readonly outcome!: string;
}
