import { caseStages, caseStatuses } from '@app/domain';
import { Shown, ShownChoice, ShownInstant, ShownList, ShownNumber, ShownText } from '../../http/fields/shown.js';
import { ApplicationDto } from './application.dto.js';
import {
  AddedDocumentDto,
  ClosingDto,
  CorrectionDto,
  DeedApprovalDto,
  DeedSignatureDto,
  HearingDto,
  IssuedResultDto,
  MissedDutyDto,
  ObjectionDto,
  RemarksDto,
  StateDataDto,
  WithdrawalDto,
} from './case-facts.dto.js';
import { DutyDto } from './duties.dto.js';
import {
  CommissionDecisionDto,
  CommissionDto,
  ComplianceDto,
  DecisionSignatureDto,
  PreliminaryRefusalDto,
  ScheduledHearingDto,
} from './examination-facts.dto.js';
import { CompletenessDto, DeliveryDto, IssuedReceiptDto, RegistrationDto, RejectionDto } from './filing-facts.dto.js';
import { AgreementDto, AgreementSignatureDto, PaymentReceivedDto } from './payment-facts.dto.js';
import {
  IndustryConsentDto,
  PetitionDto,
  RightsInformationDto,
  StatePropertyDecisionDto,
  TitleRegistrationDto,
} from './transfer-facts.dto.js';

/** One case: what was recorded, where it stands, what is owed. Each fact is null until it was recorded. */
export class CaseDto {
  @ShownText()
  readonly caseId!: string;

  @ShownText({ example: 'almaty-bostandyk' })
  readonly officeId!: string;

  @ShownChoice(caseStatuses)
  readonly status!: string;

  @ShownChoice(caseStages, { optional: true })
  readonly stage!: string | null;

  @ShownNumber({ about: 'Also the ETag: for If-Match.' })
  readonly revision!: number;

  @ShownNumber({ about: "Log position of the case's last event here." })
  readonly position!: number;

  @ShownInstant()
  readonly updatedAt!: string;

  @Shown(() => ApplicationDto)
  readonly application!: ApplicationDto;

  @Shown(() => IssuedReceiptDto, { optional: true })
  readonly receipt!: IssuedReceiptDto | null;

  @Shown(() => DeliveryDto, { optional: true })
  readonly delivery!: DeliveryDto | null;

  @Shown(() => RegistrationDto, { optional: true })
  readonly registration!: RegistrationDto | null;

  @ShownList(() => AddedDocumentDto)
  readonly addedDocuments!: readonly AddedDocumentDto[];

  @ShownList(() => StateDataDto)
  readonly stateData!: readonly StateDataDto[];

  @Shown(() => CompletenessDto, { optional: true })
  readonly completeness!: CompletenessDto | null;

  @Shown(() => RejectionDto, { optional: true })
  readonly rejection!: RejectionDto | null;

  @Shown(() => ComplianceDto, { optional: true })
  readonly compliance!: ComplianceDto | null;

  @ShownList(() => RemarksDto)
  readonly remarks!: readonly RemarksDto[];

  @Shown(() => CommissionDto, { optional: true })
  readonly commission!: CommissionDto | null;

  @Shown(() => PreliminaryRefusalDto, { optional: true })
  readonly preliminaryRefusal!: PreliminaryRefusalDto | null;

  @Shown(() => ScheduledHearingDto, { optional: true })
  readonly scheduledHearing!: ScheduledHearingDto | null;

  @ShownList(() => ObjectionDto)
  readonly objections!: readonly ObjectionDto[];

  @Shown(() => HearingDto, { optional: true })
  readonly hearing!: HearingDto | null;

  @Shown(() => CommissionDecisionDto, { optional: true })
  readonly decision!: CommissionDecisionDto | null;

  @Shown(() => DecisionSignatureDto, { optional: true })
  readonly decisionSignature!: DecisionSignatureDto | null;

  @Shown(() => RightsInformationDto, { optional: true })
  readonly rightsInformation!: RightsInformationDto | null;

  @Shown(() => PetitionDto, { optional: true })
  readonly petition!: PetitionDto | null;

  @Shown(() => IndustryConsentDto, { optional: true })
  readonly industryConsent!: IndustryConsentDto | null;

  @Shown(() => StatePropertyDecisionDto, { optional: true })
  readonly statePropertyDecision!: StatePropertyDecisionDto | null;

  @ShownList(() => DeedSignatureDto)
  readonly deedSignatures!: readonly DeedSignatureDto[];

  @ShownList(() => DeedApprovalDto)
  readonly deedApprovals!: readonly DeedApprovalDto[];

  @Shown(() => TitleRegistrationDto, { optional: true })
  readonly titleRegistration!: TitleRegistrationDto | null;

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

  @Shown(() => WithdrawalDto, { optional: true })
  readonly withdrawal!: WithdrawalDto | null;

  @Shown(() => ClosingDto, { optional: true })
  readonly closing!: ClosingDto | null;

  @ShownInstant({
    optional: true,
    about: 'From when silence counts as a refusal that may be complained of (APPC 91(2)); the decision stays owed.',
  })
  readonly deemedRefusedFrom!: string | null;

  @ShownList(() => DutyDto)
  readonly duties!: readonly DutyDto[];
}
