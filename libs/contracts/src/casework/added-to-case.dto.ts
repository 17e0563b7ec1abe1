import { ApiSchema } from '@nestjs/swagger';
import {
  documentTypes,
  registerOutcomes,
  stateRegisters,
  type DocumentType,
  type RegisterOutcome,
  type StateRegister,
} from '@app/domain';
import { IinField, LocalDateField, Sha256Field } from '../http/fields/formats.js';
import { NestedField } from '../http/fields/nested.js';
import { TextField, ChoiceField } from '../http/fields/values.js';
import { CommandBody } from '../http/command.dto.js';
import { words } from '../http/fields/words.js';

@ApiSchema({ description: 'A document of item 8 of the Standard; D1 is the application itself.' })
export class CaseDocumentDto {
  @ChoiceField(documentTypes, words.documentType)
  readonly type!: DocumentType;

  @TextField({ max: 100, optional: true, about: 'The number on the document. Absent: it has none.' })
  readonly number?: string | null;

  @LocalDateField({ optional: true, about: 'The day on which it was issued. Absent: not known.' })
  readonly issuedOn?: string | null;

  @LocalDateField({
    optional: true,
    example: '2030-01-01',
    about: 'The last day on which it is valid. Absent: it does not expire.',
  })
  readonly expiresOn?: string | null;

  @Sha256Field(words.sha256)
  readonly sha256!: string;
}

@ApiSchema({ description: 'A document to add to the case.' })
export class AddDocumentDto extends CommandBody {
  @NestedField(() => CaseDocumentDto, { about: 'What is added to the file of the case.' })
  readonly document!: CaseDocumentDto;

  @IinField({ about: 'The IIN of the person whose document it is, twelve digits.' })
  readonly subjectIin!: string;
}

@ApiSchema({ description: 'What a state register answered about a member of the family.' })
export class RecordStateDataDto extends CommandBody {
  @ChoiceField(stateRegisters, { about: 'The register that was asked.' })
  readonly register!: StateRegister;

  @IinField({ about: 'The IIN of the person who was asked about, twelve digits.' })
  readonly subjectIin!: string;

  @ChoiceField(registerOutcomes, {
    about: 'FOUND and NOT_FOUND are answers. UNAVAILABLE is an outage: it says nothing about the documents.',
  })
  readonly outcome!: RegisterOutcome;

  @TextField({ max: 2000, optional: true, about: 'The answer in words. Absent: none.' })
  readonly summary?: string | null;
}

@ApiSchema({ description: 'A question to a state register. Its answer is recorded in the case.' })
export class AskStateRegisterDto extends CommandBody {
  @ChoiceField(stateRegisters, { about: 'The register to ask.' })
  readonly register!: StateRegister;

  @IinField({ about: 'The IIN of the member of the family to ask about, twelve digits.' })
  readonly subjectIin!: string;
}
