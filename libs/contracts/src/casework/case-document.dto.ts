import { documentTypes, type DocumentType } from '@app/domain';
import { IinField, LocalDateField, Sha256Field } from '../http/fields/formats.js';
import { NestedField } from '../http/fields/nested.js';
import { TextField } from '../http/fields/text.js';
import { ChoiceField } from '../http/fields/values.js';
import { CommandBody } from '../http/command-body.js';

/** A document of item 8 of the Standard; D1 is the application itself. */
export class CaseDocumentDto {
  @ChoiceField(documentTypes)
  readonly type!: DocumentType;

  @TextField({ max: 100, optional: true })
  readonly number?: string | null;

  @LocalDateField({ optional: true })
  readonly issuedOn?: string | null;

  @LocalDateField({ optional: true, example: '2030-01-01' })
  readonly expiresOn?: string | null;

  @Sha256Field({ about: 'Digest of the electronic copy.' })
  readonly sha256!: string;
}

export class AddDocumentDto extends CommandBody {
  @NestedField(() => CaseDocumentDto)
  readonly document!: CaseDocumentDto;

  @IinField({ about: 'Whose document it is.' })
  readonly subjectIin!: string;
}
