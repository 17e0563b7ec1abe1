import type { DocumentType } from '@app/domain';
import { NestedListField } from '../fields/nested.js';
import { TextField, TextListField } from '../fields/text.js';
import { ChoiceField } from '../fields/values.js';
import { documentTypes } from './choices.js';
import { CommandBody } from './command-body.js';

export class IssueReceiptDto extends CommandBody {
  @TextField({ max: 100, example: 'R-2025-000123' })
  readonly receiptNumber!: string;
}

export class DeliverDocumentsDto extends CommandBody {
  @TextField({ max: 100, example: 'DL-2025-000045' })
  readonly deliveryNumber!: string;
}

export class RegisterApplicationDto extends CommandBody {
  @TextField({ max: 100, example: 'REG-2025-000045' })
  readonly registrationNumber!: string;
}

export class ConfirmCompletenessDto extends CommandBody {
  @TextField({ max: 2000, optional: true })
  readonly note?: string | null;
}

export class DefectDto {
  @ChoiceField(['MISSING', 'EXPIRED', 'UNSIGNED'])
  readonly kind!: 'MISSING' | 'EXPIRED' | 'UNSIGNED';

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
