import { ApiSchema } from '@nestjs/swagger';
import { Shown, ShownInstant, ShownList, ShownNumber } from '../../http/fields/shown.js';
import { ApplicationDto } from './application.dto.js';
import {
  AddedDocumentDto,
  DeedApprovalDto,
  DeedSignatureDto,
  HearingDto,
  ObjectionDto,
  RemarksDto,
  FamilyActDto,
  SetAsideDocumentDto,
  StateDataDto,
  UnavailableRegisterDto,
} from './case-facts.dto.js';
import {
  ClosingDto,
  CorrectionDto,
  IssuedResultDto,
  MissedDutyDto,
  ReopeningDto,
  WithdrawalDto,
} from './closing-facts.dto.js';
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
import { CaseHeadDto } from './lists.dto.js';
import { words } from '../../http/fields/words.js';

@ApiSchema({
  description:
    'One case: what was recorded, where it stands, what must be done. Each fact is null until it is recorded.',
})
export class CaseDto extends CaseHeadDto {
  @ShownNumber(words.revisionAndETag)
  readonly revision!: number;

  @ShownNumber({ about: 'The log position of the last event included here.' })
  readonly position!: number;

  @Shown(() => ApplicationDto)
  readonly application!: ApplicationDto;

  @Shown(() => IssuedReceiptDto, { optional: true })
  readonly receipt!: IssuedReceiptDto | null;

  @Shown(() => DeliveryDto, { optional: true })
  readonly delivery!: DeliveryDto | null;

  @Shown(() => RegistrationDto, { optional: true })
  readonly registration!: RegistrationDto | null;

  @ShownList(() => AddedDocumentDto, { about: 'The documents that were added after the application, in order.' })
  readonly addedDocuments!: readonly AddedDocumentDto[];

  @ShownList(() => SetAsideDocumentDto, { about: 'The papers that were set aside, in order; they count as missing.' })
  readonly setAsideDocuments!: readonly SetAsideDocumentDto[];

  @ShownList(() => FamilyActDto, { about: 'The acts of family status that were stated, in order.' })
  readonly familyActs!: readonly FamilyActDto[];

  @ShownList(() => UnavailableRegisterDto, {
    about:
      'The registers that could not be asked about somebody, for whoever decides; they do not hold up completeness.',
  })
  readonly unavailableRegisters!: readonly UnavailableRegisterDto[];

  @ShownList(() => StateDataDto, { about: 'The answers of state registers, in order.' })
  readonly stateData!: readonly StateDataDto[];

  @Shown(() => CompletenessDto, { optional: true })
  readonly completeness!: CompletenessDto | null;

  @Shown(() => RejectionDto, { optional: true })
  readonly rejection!: RejectionDto | null;

  @Shown(() => ComplianceDto, { optional: true })
  readonly compliance!: ComplianceDto | null;

  @ShownList(() => RemarksDto, { about: 'The remarks on the documents, in order.' })
  readonly remarks!: readonly RemarksDto[];

  @Shown(() => CommissionDto, { optional: true })
  readonly commission!: CommissionDto | null;

  @Shown(() => PreliminaryRefusalDto, { optional: true })
  readonly preliminaryRefusal!: PreliminaryRefusalDto | null;

  @Shown(() => ScheduledHearingDto, { optional: true })
  readonly scheduledHearing!: ScheduledHearingDto | null;

  @ShownList(() => ObjectionDto, { about: 'The objections to the preliminary refusal, in order.' })
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

  @ShownList(() => DeedSignatureDto, { about: 'The signatures under the transfer deed, in order.' })
  readonly deedSignatures!: readonly DeedSignatureDto[];

  @ShownList(() => DeedApprovalDto, { about: 'The approvals of the transfer deed, in order.' })
  readonly deedApprovals!: readonly DeedApprovalDto[];

  @Shown(() => TitleRegistrationDto, { optional: true })
  readonly titleRegistration!: TitleRegistrationDto | null;

  @Shown(() => AgreementDto, { optional: true })
  readonly agreement!: AgreementDto | null;

  @ShownList(() => AgreementSignatureDto, { about: 'The signatures under the agreement, in order.' })
  readonly signatures!: readonly AgreementSignatureDto[];

  @ShownList(() => PaymentReceivedDto, { about: 'The payments received, in order.' })
  readonly payments!: readonly PaymentReceivedDto[];

  @ShownList(() => IssuedResultDto, { about: 'The results issued, in order.' })
  readonly results!: readonly IssuedResultDto[];

  @ShownList(() => MissedDutyDto, { about: 'The duties recorded as missed.' })
  readonly missedDuties!: readonly MissedDutyDto[];

  @ShownList(() => CorrectionDto, { about: 'The corrections of what was recorded, in order.' })
  readonly corrections!: readonly CorrectionDto[];

  @Shown(() => WithdrawalDto, { optional: true })
  readonly withdrawal!: WithdrawalDto | null;

  @Shown(() => ClosingDto, { optional: true })
  readonly closing!: ClosingDto | null;

  @ShownList(() => ReopeningDto, { about: 'How it came to go on after it had been decided, in order.' })
  readonly reopenings!: readonly ReopeningDto[];

  @ShownInstant({
    optional: true,
    about:
      'The instant from which silence counts as a refusal that may be complained of (APPC 91(2)). The decision must still be made. Null where nothing counts as refused.',
  })
  readonly deemedRefusedFrom!: string | null;

  @ShownList(() => DutyDto, { about: 'Every duty of the case, done or not.' })
  readonly duties!: readonly DutyDto[];
}
