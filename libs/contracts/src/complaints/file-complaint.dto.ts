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

/** Who complains (APPC 93). */
export class ComplainantDto {
  @IinField()
  readonly iin!: string;

  @TextField({ max: 200, about: 'Surname, name, patronymic if any.', example: 'Testova Aigerim' })
  readonly fullName!: string;

  @TextField({ max: 500, about: 'Postal address.', example: 'Almaty, Test street 1, apt. 2' })
  readonly address!: string;
}

/** The decision, action or inaction that is contested. */
export class ContestedDto {
  @ChoiceField(contestedKinds)
  readonly kind!: ContestedKind;

  @TextField({ max: 2_000, about: 'In words that name no person.', example: 'No decision was made in thirty days' })
  readonly what!: string;

  @LocalDateField({ optional: true, about: 'Of a decision or action: its day.' })
  readonly on?: string | null;

  @KeyField({ optional: true, about: 'Of an inaction: the rule of the duty that was not kept.', example: 'R-27' })
  readonly rule?: string | null;
}

export class FileComplaintDto extends CommandBody {
  @KeyField({ example: '0b8f1f4e-3f6c-5a9e-8d8b-1f0f6f3c2d11' })
  readonly caseId!: string;

  @ChoiceField(addressees, { about: 'Who considers it: the three of paragraph 12, and no other.' })
  readonly addressee!: Addressee;

  @ChoiceField(lodgings, { about: 'With whom it was left: the provider, or the addressee itself.' })
  readonly lodgedWith!: LodgedWith;

  @ChoiceField(media, { about: 'An extension is told in the same medium.' })
  readonly medium!: Medium;

  @NestedField(() => ComplainantDto)
  readonly complainant!: ComplainantDto;

  @NestedField(() => ContestedDto)
  readonly contested!: ContestedDto;

  @LocalDateField({ about: 'When the complainant learned of it: three months on, the complaint bears a notice.' })
  readonly learnedOn!: string;

  @TextField({ max: 10_000, about: 'In words that name no person.', example: 'That the commission decide' })
  readonly demands!: string;
}
