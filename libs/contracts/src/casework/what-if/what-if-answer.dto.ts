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

const statuses = ['OPEN', 'OVERDUE', 'DISCHARGED', 'FALLEN_AWAY'];

/** A duty that would be otherwise; null where it is not there now, or would not be then. */
export class SupposedDutyDto {
  @ShownText({ example: 'R-28' })
  readonly rule!: string;

  @ShownDate({ optional: true })
  readonly dueNow!: string | null;

  @ShownDate({ optional: true })
  readonly dueThen!: string | null;

  @ShownChoice(statuses, { optional: true })
  readonly statusNow!: string | null;

  @ShownChoice(statuses, { optional: true })
  readonly statusThen!: string | null;

  @Shown(() => DerivationDto, {
    optional: true,
    about: 'How the date would follow, day by day; of a single case only.',
  })
  readonly derivation?: DerivationDto | null;
}

export class CaseChangesDto {
  @ShownText()
  readonly caseId!: string;

  @ShownText({ example: 'almaty-bostandyk' })
  readonly officeId!: string;

  @ShownList(() => SupposedDutyDto)
  readonly duties!: readonly SupposedDutyDto[];
}

export class WhatIfSummaryDto {
  @ShownNumber({ about: 'Cases looked at.' })
  readonly cases!: number;

  @ShownNumber({ about: 'Duties that would be due on another day.' })
  readonly dutiesMoved!: number;

  @ShownNumber({ about: 'Duties that would be overdue now and are not.' })
  readonly newlyOverdue!: number;
}

/** What would be otherwise. Nothing was written. */
export class WhatIfAnswerDto {
  @ShownInstant({ about: 'The moment that tells open and overdue apart.' })
  readonly asOf!: string;

  @ShownNumber({ optional: true, about: 'The log position that the answer includes at least.' })
  readonly position!: number | null;

  @Shown(() => WhatIfSummaryDto)
  readonly summary!: WhatIfSummaryDto;

  @ShownList(() => CaseChangesDto, { about: 'Cases in which something would be otherwise, in order of their ids.' })
  readonly cases!: readonly CaseChangesDto[];

  @ShownText({ optional: true, about: 'For the next cases; null where these are the last.' })
  readonly nextCursor!: string | null;
}
