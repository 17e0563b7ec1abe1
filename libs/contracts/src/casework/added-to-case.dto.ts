import { ApiSchema } from '@nestjs/swagger';
import {
  documentTypes,
  familyActs,
  paperFaults,
  registerOutcomes,
  stateRegisters,
  type DocumentType,
  type FamilyAct,
  type PaperFault,
  type RegisterOutcome,
  type StateRegister,
} from '@app/domain';
import { IinField, LocalDateField, Sha256Field } from '../http/fields/formats.js';
import { NeededWhere } from '../http/fields/needed.js';
import { NestedField, NestedListField } from '../http/fields/nested.js';
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

  @IinField({
    about:
      'The IIN of the person of the case whose document it is, twelve digits; of a certificate of death, that of the member of the family who shows it where the dead person is not in the application.',
  })
  readonly subjectIin!: string;

  @ChoiceField(familyActs, { ...words.familyAct, optional: true })
  readonly act?: FamilyAct | null;
}

@ApiSchema({
  description:
    'A paper that the file itself shows to be none of what it stands for; it counts as missing then (para 6).',
})
export class SetDocumentAsideDto extends CommandBody {
  @ChoiceField(documentTypes, words.documentType)
  readonly documentType!: DocumentType;

  @Sha256Field(words.sha256)
  readonly sha256!: string;

  @ChoiceField(paperFaults, words.paperFault)
  readonly fault!: PaperFault;

  @TextField({
    max: 2000,
    example: 'The copy is black from edge to edge.',
    about: 'What the file shows of it, in words.',
  })
  readonly reason!: string;
}

@ApiSchema({ description: 'An act of family status that the application rests on (item 8, document 2).' })
export class StateFamilyActDto extends CommandBody {
  @ChoiceField(familyActs, { about: 'What kind of act it is.' })
  readonly act!: FamilyAct;

  @IinField({ about: 'The IIN of the person of the case whose act it is, twelve digits.' })
  readonly subjectIin!: string;

  @LocalDateField({
    optional: true,
    about: 'The day of the act: it decides whether the state systems hold it. Absent: there is no such act after all.',
  })
  readonly actOn?: string | null;
}

@ApiSchema({ description: 'What a state register answered about a person of the case.' })
export class RecordStateDataDto extends CommandBody {
  @ChoiceField(stateRegisters, { about: 'The register that was asked.' })
  readonly register!: StateRegister;

  @IinField({ about: 'The IIN of the person who was asked about, twelve digits.' })
  readonly subjectIin!: string;

  @ChoiceField(registerOutcomes, {
    about: 'FOUND and NOT_FOUND are answers. UNAVAILABLE is an outage: it says nothing about the documents.',
  })
  readonly outcome!: RegisterOutcome;

  @NeededWhere('outcome', ['FOUND', 'UNAVAILABLE'])
  @TextField({ max: 2000, optional: true, ...words.summary })
  readonly summary?: string | null;
}

@ApiSchema({ description: 'The answer of one register about one person of the case.' })
export class RegisterAnswerDto {
  @ChoiceField(stateRegisters, { about: 'The register that was asked.' })
  readonly register!: StateRegister;

  @IinField({ about: 'The IIN of the person who was asked about, twelve digits.' })
  readonly subjectIin!: string;

  @ChoiceField(registerOutcomes, {
    about: 'FOUND and NOT_FOUND are answers. UNAVAILABLE is an outage: it says nothing about the documents.',
  })
  readonly outcome!: RegisterOutcome;

  @NeededWhere('outcome', ['FOUND', 'UNAVAILABLE'])
  @TextField({ max: 2000, optional: true, ...words.summary })
  readonly summary?: string | null;
}

@ApiSchema({ description: 'What the state registers answered about the people of the case.' })
export class RecordFamilyDataDto extends CommandBody {
  @NestedListField(() => RegisterAnswerDto, { min: 1, max: 500, about: 'One entry for each register and person.' })
  readonly answers!: RegisterAnswerDto[];
}

@ApiSchema({
  description: 'The question of every register about every person of the case. Their answers are recorded in it.',
})
export class AskAboutFamilyDto extends CommandBody {}

@ApiSchema({ description: 'A question to a state register. Its answer is recorded in the case.' })
export class AskStateRegisterDto extends CommandBody {
  @ChoiceField(stateRegisters, { about: 'The register to ask.' })
  readonly register!: StateRegister;

  @IinField({ about: 'The IIN of the person of the case to ask about, twelve digits.' })
  readonly subjectIin!: string;
}
