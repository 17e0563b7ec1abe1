import {
  defectKinds,
  type DefectKind,
  documentTypes,
  identifications,
  type DocumentType,
  type Identification,
} from '@app/domain';
import { NestedField, NestedListField } from '../http/fields/nested.js';
import { TextField, TextListField } from '../http/fields/text.js';
import { ChoiceField, FlagField } from '../http/fields/values.js';
import { CommandBody } from '../http/command-body.js';
import { EdsSignatureDto } from './eds-signature.dto.js';

export class IssueReceiptDto extends CommandBody {
  @TextField({ max: 100, example: 'R-2025-000123' })
  readonly receiptNumber!: string;

  @ChoiceField(identifications, { about: 'How who filed it was identified.' })
  readonly identification!: Identification;

  @FlagField({ about: 'Electronic copies were made of the documents.', example: true })
  readonly copiesMade!: boolean;

  @FlagField({ about: 'The originals were given back.', example: true })
  readonly originalsReturned!: boolean;
}

export class DeliverDocumentsDto extends CommandBody {
  @TextField({ max: 100, example: 'DL-2025-000045' })
  readonly deliveryNumber!: string;
}

export class RegisterApplicationDto extends CommandBody {
  @TextField({ max: 100, example: 'REG-2025-000045' })
  readonly registrationNumber!: string;

  /** Of the provider, on an electronic notice of acceptance (Appendices 1-2). */
  @NestedField(() => EdsSignatureDto, { optional: true })
  readonly eds?: EdsSignatureDto | null;
}

export class ConfirmCompletenessDto extends CommandBody {
  @TextField({ max: 2000, optional: true })
  readonly note?: string | null;
}

export class DefectDto {
  @ChoiceField(defectKinds)
  readonly kind!: DefectKind;

  @ChoiceField(documentTypes)
  readonly documentType!: DocumentType;

  @TextField({ max: 2000, example: 'The certificate of no debt is missing.' })
  readonly explanation!: string;
}

export class RejectApplicationDto extends CommandBody {
  @NestedListField(() => DefectDto, { max: 100 })
  readonly defects!: DefectDto[];
}

export class ReviewComplianceDto extends CommandBody {
  @TextListField({ max: 2000, maxItems: 100, about: 'What the commission should know.', example: [] })
  readonly findings!: string[];
}
