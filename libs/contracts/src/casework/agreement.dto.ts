import { ApiSchema } from '@nestjs/swagger';
import { media, overpayments, parties, type Medium, type Overpayment, type Party } from '@app/domain';
import { LocalDateField, MoneyField, type Tenge } from '../http/fields/formats.js';
import { NestedField } from '../http/fields/nested.js';
import { TextField, TextListField, ChoiceField, NumberChoiceField, WholeNumberField } from '../http/fields/values.js';
import { CommandBody } from '../http/command.dto.js';
import { EdsSignatureDto } from './person.dto.js';
import { words } from '../http/fields/words.js';

@ApiSchema({ description: 'Registered rights and technical characteristics of the dwelling (para 9).' })
export class RecordRightsInformationDto extends CommandBody {
  @TextField({ max: 200, example: 'Unified State Cadastre', about: 'The register that the information comes from.' })
  readonly source!: string;

  @TextListField({
    max: 1000,
    maxItems: 100,
    example: [],
    about: 'The rights of others on the dwelling, in words; empty where there are none.',
  })
  readonly encumbrances!: string[];

  @TextField({ max: 5000, example: 'Two rooms, 54.3 m2', about: 'Rooms, floor area and the like, in words.' })
  readonly technicalCharacteristics!: string;

  @LocalDateField({ about: 'The day on which the information was received.' })
  readonly receivedOn!: string;
}

@ApiSchema({ description: 'How the instalments are spread: when the first ones are due, and how often one follows.' })
export class InstalmentTermsDto {
  @LocalDateField({ example: '2025-04-15', about: 'The last day to pay the initial contribution.' })
  readonly initialContributionDue!: string;

  @LocalDateField({ example: '2025-05-15', about: 'The last day to pay the first instalment.' })
  readonly firstInstalmentDue!: string;

  @NumberChoiceField([1, 3, 6, 12], { about: 'The number of months from one instalment to the next.' })
  readonly everyMonths!: 1 | 3 | 6 | 12;
}

@ApiSchema({ description: 'The agreement that is offered to the recipient (para 9).' })
export class OfferAgreementDto extends CommandBody {
  @TextField({ max: 100, example: 'AGR-2025-17', about: 'The number on the agreement.' })
  readonly agreementNumber!: string;

  @MoneyField({ about: 'The price in tenge.' })
  readonly price!: Tenge;

  @ChoiceField(media, words.medium)
  readonly medium!: Medium;

  @NestedField(() => InstalmentTermsDto, {
    optional: true,
    about: 'How the instalments are spread; absent where the price is not paid in instalments.',
  })
  readonly instalments?: InstalmentTermsDto | null;
}

@ApiSchema({ description: 'The signature of one party under the agreement (para 6).' })
export class SignAgreementDto extends CommandBody {
  @ChoiceField(parties, { about: 'The party that signs.' })
  readonly party!: Party;

  @NestedField(() => EdsSignatureDto, {
    optional: true,
    about: 'The electronic signature; absent where the agreement is signed by hand.',
  })
  readonly eds?: EdsSignatureDto | null;
}

@ApiSchema({ description: 'A payment of the price (para 8).' })
export class RecordPaymentDto extends CommandBody {
  @MoneyField({ about: 'The amount paid, in tenge.' })
  readonly amount!: Tenge;

  @LocalDateField({ about: 'The day of payment.' })
  readonly paidOn!: string;

  @TextField({ max: 100, example: 'PAY-1', about: 'The reference of the payment document.' })
  readonly reference!: string;

  @ChoiceField(overpayments, {
    optional: true,
    about: 'What becomes of what is paid beyond the price; absent where nothing is.',
  })
  readonly overpayment?: Overpayment | null;

  @TextField({
    max: 2000,
    optional: true,
    about: 'Why this is another payment than the one entered for the same day with the same reference; absent else.',
  })
  readonly repeatedBecause?: string | null;
}

@ApiSchema({ description: 'A payment came back, or was never one (para 8).' })
export class ReversePaymentDto extends CommandBody {
  @WholeNumberField({
    min: 0,
    max: 1_000_000,
    example: 11,
    about: 'The revision of the payment, as the case tells it.',
  })
  readonly payment!: number;

  @TextField({ max: 2000, about: 'Why it does not count.' })
  readonly reason!: string;
}
