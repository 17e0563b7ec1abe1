import { termUnits, type Term, dayKinds, type DayKind } from '@app/domain';
import { IsObject } from 'class-validator';
import { Holds } from '../../http/fields/extent.js';
import { field } from '../../http/fields/field.js';
import { KeyField, LocalDateField } from '../../http/fields/formats.js';
import { NestedField, NestedListField } from '../../http/fields/nested.js';
import { TextField } from '../../http/fields/text.js';
import { ChoiceField, WholeNumberField } from '../../http/fields/values.js';

export class SupposedDayDto {
  @LocalDateField()
  readonly date!: string;

  @ChoiceField(dayKinds)
  readonly to!: DayKind;

  @TextField({ max: 200, example: 'Another day off' })
  readonly name!: string;
}

export class SupposedTermDto {
  @KeyField({ example: 'R-28' })
  readonly rule!: string;

  @WholeNumberField({ min: 0, max: 1000, example: 10 })
  readonly n!: number;

  @ChoiceField(termUnits)
  readonly unit!: Term['unit'];
}

export class SupposedEventDto {
  @KeyField({ about: 'An event of a case, as the event catalogue has it.', example: 'DecisionSigned' })
  readonly type!: string;

  @field(
    { about: 'Its data, of at most 1,000 values; `at` is now where absent.', example: { signedOn: '2025-03-20' } },
    { type: 'object', additionalProperties: true },
    Holds({ form: 'free', maxValues: 1_000 }),
    IsObject({ message: 'must be an object' }),
  )
  readonly data!: object;
}

export class SupposedDto {
  @NestedListField(() => SupposedDayDto, { max: 100, optional: true })
  readonly calendarDays?: SupposedDayDto[] | null;

  @NestedListField(() => SupposedTermDto, { max: 100, optional: true })
  readonly terms?: SupposedTermDto[] | null;

  @NestedListField(() => SupposedEventDto, { max: 100, optional: true, about: 'Of a single case only.' })
  readonly events?: SupposedEventDto[] | null;
}

/** Duties of one case, or of all open ones, if something were otherwise. Nothing is written. */
export class WhatIfDto {
  @KeyField({ optional: true, about: 'One case; all open cases where absent.' })
  readonly caseId?: string | null;

  @KeyField({ optional: true, about: 'Of one office only.', example: 'almaty-bostandyk' })
  readonly officeId?: string | null;

  @NestedField(() => SupposedDto)
  readonly changes!: SupposedDto;

  @WholeNumberField({
    min: 1,
    max: 200,
    optional: true,
    about: 'How many cases at most; 200 where absent.',
    example: 200,
  })
  readonly limit?: number | null;

  @TextField({ max: 1000, optional: true, about: 'The nextCursor of the answer before.' })
  readonly cursor?: string | null;
}
