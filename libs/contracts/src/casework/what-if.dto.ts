import { ApiSchema } from '@nestjs/swagger';
import { IsObject } from 'class-validator';
import { termUnits, dayKinds, type Term, type DayKind } from '@app/domain';
import { Holds } from '../http/fields/extent.js';
import { field } from '../http/fields/field.js';
import { KeyField, LocalDateField } from '../http/fields/formats.js';
import { NestedField, NestedListField } from '../http/fields/nested.js';
import { TextField, ChoiceField, WholeNumberField } from '../http/fields/values.js';
import { PageDto } from './answers/lists.dto.js';
import { words } from '../http/fields/words.js';
import { DerivationDto } from './answers/derivation.dto.js';
import {
  Shown,
  ShownChoice,
  ShownDate,
  ShownInstant,
  ShownList,
  ShownNumber,
  ShownText,
} from '../http/fields/shown.js';

@ApiSchema({ description: 'A day of the calendar that is supposed to be another.' })
export class SupposedDayDto {
  @LocalDateField({ about: 'The day to change.' })
  readonly date!: string;

  @ChoiceField(dayKinds, { about: 'What the day is supposed to be: a WORKING day, or OFF.' })
  readonly to!: DayKind;

  @TextField({ max: 200, example: 'Another day off', about: 'The reason shown for the day.' })
  readonly name!: string;
}

@ApiSchema({ description: 'A term that is supposed to have another length.' })
export class SupposedTermDto {
  @KeyField(words.rule)
  readonly rule!: string;

  @WholeNumberField({ min: 0, max: 1000, example: 10, about: 'The supposed number of days.' })
  readonly n!: number;

  @ChoiceField(termUnits, { about: 'Whether calendar or working days are counted.' })
  readonly unit!: Term['unit'];
}

@ApiSchema({ description: 'An event that is supposed to have happened.' })
export class SupposedEventDto {
  @KeyField({ example: 'DecisionSigned', about: 'The name of the event, as docs/generated/events.md lists it.' })
  readonly type!: string;

  @field(
    {
      example: { signedOn: '2025-03-20' },
      about: 'The data of the event, at most 1,000 values. Where `at` is absent, it happens now.',
    },
    { type: 'object', additionalProperties: true },
    Holds({ form: 'free', maxValues: 1_000 }),
    IsObject({ message: 'must be an object' }),
  )
  readonly data!: object;
}

@ApiSchema({ description: 'What is supposed. All of it holds together.' })
export class SupposedDto {
  @NestedListField(() => SupposedDayDto, {
    max: 100,
    optional: true,
    about: 'Days that are supposed to be working days or days off.',
  })
  readonly calendarDays?: SupposedDayDto[] | null;

  @NestedListField(() => SupposedTermDto, {
    max: 100,
    optional: true,
    about: 'Rules whose term is supposed to be longer or shorter.',
  })
  readonly terms?: SupposedTermDto[] | null;

  @NestedListField(() => SupposedEventDto, {
    max: 100,
    optional: true,
    about: 'Events that are supposed to have happened; only with `caseId`.',
  })
  readonly events?: SupposedEventDto[] | null;
}

@ApiSchema({ description: 'A question: which duties would change if these things were so? Nothing is written.' })
export class WhatIfDto {
  @KeyField({ optional: true, about: 'Asks about this case only. Absent: all open cases.' })
  readonly caseId?: string | null;

  @KeyField({ ...words.onlyOffice, optional: true })
  readonly officeId?: string | null;

  @NestedField(() => SupposedDto, { about: 'What is supposed.' })
  readonly changes!: SupposedDto;

  @WholeNumberField({
    min: 1,
    max: 200,
    optional: true,
    example: 200,
    about: 'The greatest number of cases in the answer. Absent: 200.',
  })
  readonly limit?: number | null;

  @TextField({ ...words.cursor, max: 1000, optional: true })
  readonly cursor?: string | null;
}

const statuses = ['OPEN', 'OVERDUE', 'DISCHARGED', 'FALLEN_AWAY'];

@ApiSchema({
  description: 'A duty that would change. A field is null where the duty does not exist now, or would not exist then.',
})
export class SupposedDutyDto {
  @ShownText(words.rule)
  readonly rule!: string;

  @ShownNumber({ ...words.instance, optional: true })
  readonly instance!: number | null;

  @ShownDate({ optional: true, about: 'The due date as things are.' })
  readonly dueNow!: string | null;

  @ShownDate({ optional: true, about: 'The due date under the changes.' })
  readonly dueThen!: string | null;

  @ShownChoice(statuses, { optional: true, about: 'The status as things are. OVERDUE is open and past due.' })
  readonly statusNow!: string | null;

  @ShownChoice(statuses, { optional: true, about: 'The status under the changes. OVERDUE is open and past due.' })
  readonly statusThen!: string | null;

  @Shown(() => DerivationDto, {
    optional: true,
    about: 'How the date under the changes follows, day by day; absent where many cases are asked about.',
  })
  readonly derivation?: DerivationDto | null;
}

@ApiSchema({ description: 'A case in which duties would change.' })
export class CaseChangesDto {
  @ShownText(words.caseId)
  readonly caseId!: string;

  @ShownText(words.officeId)
  readonly officeId!: string;

  @ShownList(() => SupposedDutyDto, { about: 'The duties that would change.' })
  readonly duties!: readonly SupposedDutyDto[];
}

@ApiSchema({ description: 'The changes of all cases, counted.' })
export class WhatIfSummaryDto {
  @ShownNumber({ about: 'The number of cases looked at.' })
  readonly cases!: number;

  @ShownNumber({ about: 'The number of duties that would be due on another day.' })
  readonly dutiesMoved!: number;

  @ShownNumber({ about: 'The number of duties that would be overdue and are not overdue now.' })
  readonly newlyOverdue!: number;
}

@ApiSchema({ description: 'What would change. Nothing was written.' })
export class WhatIfAnswerDto extends PageDto {
  @ShownInstant(words.asOf)
  readonly asOf!: string;

  @Shown(() => WhatIfSummaryDto, { about: 'The changes of all cases, also of those on other pages.' })
  readonly summary!: WhatIfSummaryDto;

  @ShownList(() => CaseChangesDto, { about: 'The cases that would change, sorted by id.' })
  readonly cases!: readonly CaseChangesDto[];
}
