import { ApiSchema } from '@nestjs/swagger';
import {
  media,
  addressees,
  contestedKinds,
  lodgings,
  type Addressee,
  type ContestedKind,
  type LodgedWith,
  type Medium,
} from '@app/domain';
import { CommandBody } from '../http/command-body.js';
import { IinField, KeyField, LocalDateField } from '../http/fields/formats.js';
import { NestedField } from '../http/fields/nested.js';
import { TextField } from '../http/fields/text.js';
import { ChoiceField } from '../http/fields/values.js';
import { words } from '../http/fields/words.js';

@ApiSchema({ description: 'The person who complains (APPC 93).' })
export class ComplainantDto {
  @IinField({ about: 'The individual identification number (IIN), twelve digits.' })
  readonly iin!: string;

  @TextField({ max: 200, example: 'Testova Aigerim', about: 'Surname, name, and patronymic if there is one.' })
  readonly fullName!: string;

  @TextField({ max: 500, example: 'Almaty, Test street 1, apt. 2', about: 'The postal address.' })
  readonly address!: string;
}

@ApiSchema({ description: 'The decision, action or inaction that is complained of.' })
export class ContestedDto {
  @ChoiceField(contestedKinds, words.contested)
  readonly kind!: ContestedKind;

  @TextField({
    max: 2_000,
    example: 'No decision was made in thirty days',
    about: 'What is complained of, in words that name no person.',
  })
  readonly what!: string;

  @LocalDateField({ optional: true, about: 'The day of the decision or action; absent for an inaction.' })
  readonly on?: string | null;

  @KeyField({
    optional: true,
    example: 'R-27',
    about: 'The rule of the duty that was not kept, for an inaction; absent otherwise.',
  })
  readonly rule?: string | null;
}

@ApiSchema({ description: 'A complaint against a decision, action or inaction of the provider (para 12).' })
export class FileComplaintDto extends CommandBody {
  @KeyField(words.caseId)
  readonly caseId!: string;

  @ChoiceField(addressees, words.addressee)
  readonly addressee!: Addressee;

  @ChoiceField(lodgings, words.lodgedWith)
  readonly lodgedWith!: LodgedWith;

  @ChoiceField(media, {
    about: 'Whether the complaint is electronic or on paper. An extension is told in the same medium.',
  })
  readonly medium!: Medium;

  @NestedField(() => ComplainantDto, { about: 'The person who complains.' })
  readonly complainant!: ComplainantDto;

  @NestedField(() => ContestedDto, { about: 'What is complained of.' })
  readonly contested!: ContestedDto;

  @LocalDateField({
    about: 'The day on which the complainant learned of it. More than three months later the complaint bears a notice.',
  })
  readonly learnedOn!: string;

  @TextField({
    max: 10_000,
    example: 'That the commission decide',
    about: 'What the complainant asks for, in words that name no person.',
  })
  readonly demands!: string;
}
