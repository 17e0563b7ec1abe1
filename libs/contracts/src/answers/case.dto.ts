import { media, parties } from '../casework/choices.js';
import {
  Shown,
  ShownChoice,
  ShownDate,
  ShownFlag,
  ShownInstant,
  ShownList,
  ShownMoney,
  ShownNumber,
  ShownObject,
  ShownText,
} from '../fields/shown.js';
import { stages, statuses } from '../queries/choices.js';
import { ApplicationDto } from './application.dto.js';
import { DutyDto } from './duties.dto.js';

/** Something recorded in a case, with when it happened. */
export class FactDto {
  @ShownInstant()
  readonly at!: string;
}

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

export class AgreementDto extends FactDto {
  @ShownText()
  readonly agreementNumber!: string;

  @ShownMoney()
  readonly price!: string;

  @ShownChoice(media)
  readonly medium!: string;

  @ShownDate()
  readonly offeredOn!: string;

  @ShownText({ optional: true, about: 'Where it is on paper: paragraph 8 asks the electronic form.' })
  readonly paperNotice!: string | null;
}

export class AgreementSignatureDto extends FactDto {
  @ShownChoice(parties)
  readonly party!: string;

  @ShownDate()
  readonly signedOn!: string;

  @ShownFlag({ about: 'The last party to sign concludes the agreement.' })
  readonly concludesAgreement!: boolean;
}

export class PaymentReceivedDto extends FactDto {
  @ShownMoney()
  readonly amount!: string;

  @ShownDate()
  readonly paidOn!: string;

  @ShownText()
  readonly reference!: string;

  @ShownMoney({ about: 'Of the price, after this payment.' })
  readonly outstanding!: string;

  @ShownMoney()
  readonly overpaid!: string;
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

  @ShownObject({ optional: true })
  readonly completeness!: object | null;

  @ShownObject({ optional: true })
  readonly rejection!: object | null;

  @ShownObject({ optional: true })
  readonly compliance!: object | null;

  @ShownObject({ optional: true })
  readonly commission!: object | null;

  @Shown(() => CommissionDecisionDto, { optional: true })
  readonly decision!: CommissionDecisionDto | null;

  @ShownObject({ optional: true })
  readonly decisionSignature!: object | null;

  @ShownObject({ optional: true })
  readonly rightsInformation!: object | null;

  @Shown(() => AgreementDto, { optional: true })
  readonly agreement!: AgreementDto | null;

  @ShownList(() => AgreementSignatureDto)
  readonly signatures!: readonly AgreementSignatureDto[];

  @ShownList(() => PaymentReceivedDto)
  readonly payments!: readonly PaymentReceivedDto[];

  @ShownObject({ optional: true })
  readonly closing!: object | null;

  @ShownList(() => DutyDto)
  readonly duties!: readonly DutyDto[];
}
