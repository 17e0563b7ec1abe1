import { OmitType } from '@nestjs/swagger';
import { dutyStandings, caseStages, caseStatuses } from '@app/domain';
import { CaseDto } from '../casework/answers/case.dto.js';
import { DutyDto } from '../casework/answers/duties.dto.js';
import {
  Shown,
  ShownChoice,
  ShownInstant,
  ShownList,
  ShownNumber,
  ShownNumbers,
  ShownText,
} from '../http/fields/shown.js';

/** A point of a history; what is not of its kind is null. */
export class PointDto {
  @ShownChoice(['REVISION', 'RECORDED', 'EFFECTIVE'])
  readonly kind!: string;

  @ShownNumber({ optional: true })
  readonly revision!: number | null;

  @ShownInstant({ optional: true })
  readonly recordedAt!: string | null;

  @ShownInstant({ optional: true })
  readonly effectiveAt!: string | null;

  @ShownInstant({ optional: true })
  readonly knownAt!: string | null;
}

/** A duty as it stood at a moment. */
export class DutyThenDto extends DutyDto {
  @ShownChoice(dutyStandings)
  readonly standing!: string;
}

/** What was recorded of a case, without its duties. */
export class CaseFactsDto extends OmitType(CaseDto, ['duties'] as const) {}

/** A case folded from the log to a point, and its duties as they stood. */
export class CaseThenDto {
  @ShownText()
  readonly caseId!: string;

  @Shown(() => PointDto)
  readonly point!: PointDto;

  @ShownInstant({ about: 'The moment that tells open and overdue apart.' })
  readonly asOf!: string;

  @ShownNumber({ optional: true, about: 'Of the last event that stands at this point; null where none does.' })
  readonly revision!: number | null;

  @ShownNumber({ optional: true })
  readonly position!: number | null;

  @ShownNumbers({ about: 'The revisions that stand at this point.' })
  readonly revisions!: readonly number[];

  @ShownNumbers({
    about: 'Revisions recorded, as they say, before an event that they follow; their order is that of the log.',
  })
  readonly clockWentBackAt!: readonly number[];

  @ShownChoice(caseStatuses, { optional: true })
  readonly status!: string | null;

  @ShownChoice(caseStages, { optional: true })
  readonly stage!: string | null;

  @ShownList(() => DutyThenDto)
  readonly duties!: readonly DutyThenDto[];

  @Shown(() => CaseFactsDto, { optional: true, about: 'What was recorded; null before the application.' })
  readonly case!: CaseFactsDto | null;
}

/** The state of a case at one point, with its revisions page by page. */
export class CaseStateDto extends CaseThenDto {
  @ShownText({ optional: true, about: 'For the next revisions; null where these are the last.' })
  readonly nextCursor!: string | null;
}
