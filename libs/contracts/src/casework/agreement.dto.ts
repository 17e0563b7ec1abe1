import { media, parties, type Medium, type Party } from '@app/domain';
import { LocalDateField, MoneyField, type Tenge } from '../http/fields/formats.js';
import { NestedField } from '../http/fields/nested.js';
import { TextField, TextListField } from '../http/fields/text.js';
import { ChoiceField, NumberChoiceField } from '../http/fields/values.js';
import { CommandBody } from '../http/command-body.js';
import { EdsSignatureDto } from './eds-signature.dto.js';

/** Registered rights (encumbrances) and technical characteristics of the dwelling (para 9). */
export class RecordRightsInformationDto extends CommandBody {
  @TextField({ max: 200, example: 'Unified State Cadastre' })
  readonly source!: string;

  @TextListField({ max: 1000, maxItems: 100, example: [] })
  readonly encumbrances!: string[];

  @TextField({ max: 5000, example: 'Two rooms, 54.3 m2' })
  readonly technicalCharacteristics!: string;

  @LocalDateField()
  readonly receivedOn!: string;
}

/** What an agreement on instalments fixes beyond the application: how often, and when first. */
export class InstalmentTermsDto {
  @LocalDateField({ example: '2025-04-15' })
  readonly initialContributionDue!: string;

  @LocalDateField({ example: '2025-05-15' })
  readonly firstInstalmentDue!: string;

  @NumberChoiceField([1, 3, 6, 12], { about: 'Months from one instalment to the next.' })
  readonly everyMonths!: 1 | 3 | 6 | 12;
}

export class OfferAgreementDto extends CommandBody {
  @TextField({ max: 100, example: 'AGR-2025-17' })
  readonly agreementNumber!: string;

  @MoneyField()
  readonly price!: Tenge;

  @ChoiceField(media)
  readonly medium!: Medium;

  @NestedField(() => InstalmentTermsDto, { optional: true, about: 'Where the price is paid in instalments.' })
  readonly instalments?: InstalmentTermsDto | null;
}

export class SignAgreementDto extends CommandBody {
  @ChoiceField(parties)
  readonly party!: Party;

  @NestedField(() => EdsSignatureDto, { optional: true, about: 'Absent where the agreement is on paper.' })
  readonly eds?: EdsSignatureDto | null;
}

export class RecordPaymentDto extends CommandBody {
  @MoneyField()
  readonly amount!: Tenge;

  @LocalDateField()
  readonly paidOn!: string;

  @TextField({ max: 100, about: 'Of the payment document.', example: 'PAY-1' })
  readonly reference!: string;
}
