import { ApiSchema } from '@nestjs/swagger';
import { documentTypes, identifications } from '@app/domain';
import {
  ShownInstant,
  Shown,
  ShownChoice,
  ShownDate,
  ShownFlag,
  ShownList,
  ShownText,
} from '../../http/fields/shown.js';
import { words } from '../../http/fields/words.js';
import { DefectDto } from '../acceptance.dto.js';
import { EdsSignatureDto } from '../person.dto.js';

@ApiSchema({ description: 'Something that was recorded in a case or a complaint.' })
export class FactDto {
  @ShownInstant(words.at)
  readonly at!: string;
}

@ApiSchema({ description: 'The receipt that the State Corporation gave for the documents (para 5).' })
export class IssuedReceiptDto extends FactDto {
  @ShownText({ about: 'The number on the receipt.' })
  readonly receiptNumber!: string;

  @ShownChoice(identifications, {
    optional: true,
    about: 'The document by which the person was identified; null in older cases that did not record it.',
  })
  readonly identification!: string | null;

  @ShownFlag({
    optional: true,
    about: 'True where electronic copies were made; null in older cases that did not record it.',
  })
  readonly copiesMade!: boolean | null;

  @ShownFlag({
    optional: true,
    about: 'True where the originals were given back; null in older cases that did not record it.',
  })
  readonly originalsReturned!: boolean | null;
}

@ApiSchema({ description: 'The delivery of the documents to the provider (para 4).' })
export class DeliveryDto extends FactDto {
  @ShownText({ about: 'The number on the delivery note.' })
  readonly deliveryNumber!: string;

  @ShownDate({ about: 'The day on which they were delivered.' })
  readonly deliveredOn!: string;
}

@ApiSchema({ description: 'The registration of the application (para 4).' })
export class RegistrationDto extends FactDto {
  @ShownText({ about: 'The number under which it was registered.' })
  readonly registrationNumber!: string;

  @Shown(() => EdsSignatureDto, {
    optional: true,
    about: 'The signature of the provider on an electronic notice of acceptance; else null.',
  })
  readonly eds!: EdsSignatureDto | null;

  @ShownText(words.edsNotice)
  readonly edsNotice!: string | null;

  @ShownDate({ about: 'The day of registration; the day of acceptance where it was registered before that day began.' })
  readonly registeredOn!: string;
}

@ApiSchema({ description: 'The confirmation that the documents are complete (para 9).' })
export class CompletenessDto extends FactDto {
  @ShownText({ optional: true, about: 'A note of the executor; null where there is none.' })
  readonly note!: string | null;

  @ShownDate({ about: 'The day on which it was confirmed.' })
  readonly confirmedOn!: string;

  @ShownText({ about: 'The person who confirmed it: the subject of their token.' })
  readonly confirmedBy!: string;
}

@ApiSchema({ description: 'A defect that the record does not bear out.' })
export class DoubtfulDefectDto {
  @ShownText({
    example: 'MISSING',
    about: 'MISSING: not there. EXPIRED: no longer valid. UNSIGNED: a signature is missing.',
  })
  readonly kind!: string;

  @ShownChoice(documentTypes, words.documentType)
  readonly documentType!: string;
}

@ApiSchema({ description: 'The application was sent back as incomplete, or with expired documents (para 6).' })
export class RejectionDto extends FactDto {
  @ShownList(() => DefectDto, { about: 'What is missing, expired or not signed.' })
  readonly defects!: readonly DefectDto[];

  @ShownDate({ about: 'The day on which it was sent back.' })
  readonly rejectedOn!: string;

  @ShownList(() => DoubtfulDefectDto, {
    about:
      'Defects that the record does not bear out, in older cases; empty since a rejection rests only on what the file shows.',
  })
  readonly notBorneOut!: readonly DoubtfulDefectDto[];
}
