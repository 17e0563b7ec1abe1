import { ApiSchema } from '@nestjs/swagger';
import {
  defectKinds,
  documentTypes,
  identifications,
  type DefectKind,
  type DocumentType,
  type Identification,
} from '@app/domain';
import { NestedField, NestedListField } from '../http/fields/nested.js';
import { TextField, TextListField, ChoiceField, FlagField } from '../http/fields/values.js';
import { CommandBody } from '../http/command.dto.js';
import { EdsSignatureDto } from './person.dto.js';
import { words } from '../http/fields/words.js';

@ApiSchema({ description: 'The receipt for an application (para 5).' })
export class IssueReceiptDto extends CommandBody {
  @TextField({ max: 100, example: 'R-2025-000123', about: 'The number on the receipt.' })
  readonly receiptNumber!: string;

  @ChoiceField(identifications, {
    about: 'The document by which the person was identified: the paper one, or one of the digital document service.',
  })
  readonly identification!: Identification;

  @FlagField({ example: true, about: 'True where electronic copies of the documents were made.' })
  readonly copiesMade!: boolean;

  @FlagField({ example: true, about: 'True where the originals were given back.' })
  readonly originalsReturned!: boolean;
}

@ApiSchema({ description: 'The delivery of the documents to the provider (para 4).' })
export class DeliverDocumentsDto extends CommandBody {
  @TextField({ max: 100, example: 'DL-2025-000045', about: 'The number on the delivery note.' })
  readonly deliveryNumber!: string;
}

@ApiSchema({ description: 'The registration of the application (para 4).' })
export class RegisterApplicationDto extends CommandBody {
  @TextField({ max: 100, example: 'REG-2025-000045', about: 'The number under which the application is registered.' })
  readonly registrationNumber!: string;

  /** Of the provider, on an electronic notice of acceptance (Appendices 1-2). */
  @NestedField(() => EdsSignatureDto, {
    optional: true,
    about:
      'The signature of the provider on an electronic notice of acceptance (Appendices 1 and 2). Absent: the notice is on paper.',
  })
  readonly eds?: EdsSignatureDto | null;
}

@ApiSchema({ description: 'The confirmation that the documents are complete (para 9).' })
export class ConfirmCompletenessDto extends CommandBody {
  @TextField({ max: 2000, optional: true, about: 'A note of the executor. Absent: none.' })
  readonly note?: string | null;
}

@ApiSchema({ description: 'A document that is missing, expired or not signed.' })
export class DefectDto {
  @ChoiceField(defectKinds, {
    about: 'MISSING: not there. EXPIRED: no longer valid. UNSIGNED: a signature is missing.',
  })
  readonly kind!: DefectKind;

  @ChoiceField(documentTypes, words.documentType)
  readonly documentType!: DocumentType;

  @TextField({
    max: 2000,
    example: 'The certificate of no debt is missing.',
    about: 'What is wrong, in words for the applicant.',
  })
  readonly explanation!: string;
}

@ApiSchema({ description: 'The rejection of an incomplete application (para 6).' })
export class RejectApplicationDto extends CommandBody {
  @NestedListField(() => DefectDto, { max: 100, about: 'What is missing, expired or not signed.' })
  readonly defects!: DefectDto[];
}

@ApiSchema({ description: 'The examination against the Law, the Decree and the Rules (para 9).' })
export class ReviewComplianceDto extends CommandBody {
  @TextListField({
    max: 2000,
    maxItems: 100,
    example: [],
    about: 'What the commission should know, one finding an entry; empty where there is nothing.',
  })
  readonly findings!: string[];
}
