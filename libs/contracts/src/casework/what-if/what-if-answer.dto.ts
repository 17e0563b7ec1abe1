import { ApiSchema } from '@nestjs/swagger';
import { DerivationDto } from '../answers/derivation.dto.js';
import {
  Shown,
  ShownChoice,
  ShownDate,
  ShownInstant,
  ShownList,
  ShownNumber,
  ShownText,
} from '../../http/fields/shown.js';
import { words } from '../../http/fields/words.js';

const statuses = ['OPEN', 'OVERDUE', 'DISCHARGED', 'FALLEN_AWAY'];

@ApiSchema({
  description: 'A duty that would change. A field is null where the duty does not exist now, or would not exist then.',
})
export class SupposedDutyDto {
  @ShownText(words.rule)
  readonly rule!: string;

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
export class WhatIfAnswerDto {
  @ShownInstant(words.asOf)
  readonly asOf!: string;

  @ShownNumber({ ...words.includes, optional: true })
  readonly position!: number | null;

  @Shown(() => WhatIfSummaryDto, { about: 'The changes of all cases, also of those on other pages.' })
  readonly summary!: WhatIfSummaryDto;

  @ShownList(() => CaseChangesDto, { about: 'The cases that would change, sorted by id.' })
  readonly cases!: readonly CaseChangesDto[];

  @ShownText({ ...words.nextCursor, optional: true })
  readonly nextCursor!: string | null;
}
