import {
  Shown,
  ShownChoice,
  ShownDate,
  ShownInstant,
  ShownList,
  ShownMoney,
  ShownNumber,
  ShownObject,
  ShownText,
} from '../fields/shown.js';
import { stages, statuses } from '../queries/choices.js';
import { ApplicationDto } from './application.dto.js';
import {
  AddedDocumentDto,
  CorrectionDto,
  DeedApprovalDto,
  DeedSignatureDto,
  HearingDto,
  IssuedResultDto,
  MissedDutyDto,
  ObjectionDto,
  RemarksDto,
  StateDataDto,
} from './case-facts.dto.js';
import { DutyDto } from './duties.dto.js';
import { FactDto } from './fact.dto.js';
import { AgreementDto, AgreementSignatureDto, PaymentReceivedDto } from './payment-facts.dto.js';

export class PriceBasisShownDto {
  @ShownMoney()
  readonly residualValue!: string;

  @ShownDate()
  readonly valuationDate!: string;

  @ShownText()
  readonly valuationDocumentId!: string;

  @ShownText()
  readonly determinedBy!: string;
}

export class CommissionDecisionDto extends FactDto {
  @ShownChoice(['PRIVATIZE', 'REFUSE'])
  readonly outcome!: string;

  @ShownDate()
  readonly decidedOn!: string;

  @ShownObject({ about: 'Who voted how.' })
  readonly votes!: readonly object[];

  @ShownText({ optional: true })
  readonly ground!: string | null;

  @ShownText({ optional: true })
  readonly facts!: string | null;

  @ShownText({ optional: true })
  readonly reasons!: string | null;

  @Shown(() => PriceBasisShownDto, { optional: true })
  readonly priceBasis!: PriceBasisShownDto | null;
}

/** One case: what was recorded, where it stands, what is owed. Each fact is null until it was recorded. */
export class CaseDto {
  @ShownText()
  readonly caseId!: string;

  @ShownText({ example: 'almaty-bostandyk' })
  readonly officeId!: string;

  @ShownChoice(statuses)
  readonly status!: string;

  @ShownChoice(stages, { optional: true })
  readonly stage!: string | null;

  @ShownNumber({ about: 'Also the ETag: for If-Match.' })
  readonly revision!: number;

  @ShownNumber({ about: "Log position of the case's last event here." })
  readonly position!: number;

  @ShownInstant()
  readonly updatedAt!: string;

  @Shown(() => ApplicationDto)
  readonly application!: ApplicationDto;

  @ShownObject({ optional: true })
  readonly receipt!: object | null;

  @ShownObject({ optional: true })
  readonly delivery!: object | null;

  @ShownObject({ optional: true })
  readonly registration!: object | null;

  @ShownList(() => AddedDocumentDto)
  readonly addedDocuments!: readonly AddedDocumentDto[];

  @ShownList(() => StateDataDto)
  readonly stateData!: readonly StateDataDto[];

  @ShownObject({ optional: true })
  readonly completeness!: object | null;

  @ShownObject({ optional: true })
  readonly rejection!: object | null;

  @ShownObject({ optional: true })
  readonly compliance!: object | null;

  @ShownList(() => RemarksDto)
  readonly remarks!: readonly RemarksDto[];

  @ShownObject({ optional: true })
  readonly commission!: object | null;

  @ShownObject({ optional: true })
  readonly preliminaryRefusal!: object | null;

  @ShownObject({ optional: true })
  readonly scheduledHearing!: object | null;

  @ShownList(() => ObjectionDto)
  readonly objections!: readonly ObjectionDto[];

  @Shown(() => HearingDto, { optional: true })
  readonly hearing!: HearingDto | null;

  @Shown(() => CommissionDecisionDto, { optional: true })
  readonly decision!: CommissionDecisionDto | null;

  @ShownObject({ optional: true })
  readonly decisionSignature!: object | null;

  @ShownObject({ optional: true })
  readonly rightsInformation!: object | null;

  @ShownObject({ optional: true })
  readonly petition!: object | null;

  @ShownObject({ optional: true })
  readonly industryConsent!: object | null;

  @ShownObject({ optional: true })
  readonly statePropertyDecision!: object | null;

  @ShownList(() => DeedSignatureDto)
  readonly deedSignatures!: readonly DeedSignatureDto[];

  @ShownList(() => DeedApprovalDto)
  readonly deedApprovals!: readonly DeedApprovalDto[];

  @ShownObject({ optional: true })
  readonly titleRegistration!: object | null;

  @Shown(() => AgreementDto, { optional: true })
  readonly agreement!: AgreementDto | null;

  @ShownList(() => AgreementSignatureDto)
  readonly signatures!: readonly AgreementSignatureDto[];

  @ShownList(() => PaymentReceivedDto)
  readonly payments!: readonly PaymentReceivedDto[];

  @ShownList(() => IssuedResultDto)
  readonly results!: readonly IssuedResultDto[];

  @ShownList(() => MissedDutyDto)
  readonly missedDuties!: readonly MissedDutyDto[];

  @ShownList(() => CorrectionDto)
  readonly corrections!: readonly CorrectionDto[];

  @ShownObject({ optional: true })
  readonly withdrawal!: object | null;

  @ShownObject({ optional: true })
  readonly closing!: object | null;

  @ShownInstant({
    optional: true,
    about: 'From when silence counts as a refusal that may be complained of (APPC 91(2)); the decision stays owed.',
  })
  readonly deemedRefusedFrom!: string | null;

  @ShownList(() => DutyDto)
  readonly duties!: readonly DutyDto[];
}
