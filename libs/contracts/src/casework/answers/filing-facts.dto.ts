import { documentTypes, identifications } from '@app/domain';
import { DefectDto } from '../acceptance.dto.js';
import { EdsSignatureDto } from '../eds-signature.dto.js';
import { Shown, ShownChoice, ShownDate, ShownFlag, ShownList, ShownText } from '../../http/fields/shown.js';
import { FactDto } from './fact.dto.js';

export class IssuedReceiptDto extends FactDto {
  @ShownText()
  readonly receiptNumber!: string;

  @ShownChoice(identifications, { optional: true, about: 'Null where it was not recorded then.' })
  readonly identification!: string | null;

  @ShownFlag({ optional: true, about: 'Null where it was not recorded then.' })
  readonly copiesMade!: boolean | null;

  @ShownFlag({ optional: true, about: 'Null where it was not recorded then.' })
  readonly originalsReturned!: boolean | null;
}

export class DeliveryDto extends FactDto {
  @ShownText()
  readonly deliveryNumber!: string;

  @ShownDate()
  readonly deliveredOn!: string;
}

export class RegistrationDto extends FactDto {
  @ShownText()
  readonly registrationNumber!: string;

  @Shown(() => EdsSignatureDto, { optional: true, about: 'Of the provider, on an electronic notice of acceptance.' })
  readonly eds!: EdsSignatureDto | null;

  @ShownDate({ about: 'The day of acceptance where it was registered before that day began.' })
  readonly registeredOn!: string;
}

export class CompletenessDto extends FactDto {
  @ShownText({ optional: true })
  readonly note!: string | null;

  @ShownDate()
  readonly confirmedOn!: string;

  @ShownText()
  readonly confirmedBy!: string;
}

/** A defect that the record does not bear out. */
export class DoubtfulDefectDto {
  @ShownText({ example: 'MISSING' })
  readonly kind!: string;

  @ShownChoice(documentTypes)
  readonly documentType!: string;
}

export class RejectionDto extends FactDto {
  @ShownList(() => DefectDto)
  readonly defects!: readonly DefectDto[];

  @ShownDate()
  readonly rejectedOn!: string;

  @ShownList(() => DoubtfulDefectDto, { about: 'Those that the record does not bear out: told, and no obstacle.' })
  readonly notBorneOut!: readonly DoubtfulDefectDto[];
}
