import { ApiSchema, OmitType } from '@nestjs/swagger';
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
import { words } from '../http/fields/words.js';

@ApiSchema({ description: 'A point of a history. Only the fields of its kind are set; the others are null.' })
export class PointDto {
  @ShownChoice(['REVISION', 'RECORDED', 'EFFECTIVE'], {
    about: 'REVISION: after an event. RECORDED: as the log was at an instant. EFFECTIVE: as it was true at an instant.',
  })
  readonly kind!: string;

  @ShownNumber({ optional: true, about: 'The revision that was asked for.' })
  readonly revision!: number | null;

  @ShownInstant({ optional: true, about: 'The instant as of which the log is read.' })
  readonly recordedAt!: string | null;

  @ShownInstant({ optional: true, about: 'The instant up to which things have happened.' })
  readonly effectiveAt!: string | null;

  @ShownInstant({ optional: true, about: 'The instant up to which things were entered.' })
  readonly knownAt!: string | null;
}

@ApiSchema({ description: 'A duty as it stood at a moment.' })
export class DutyThenDto extends DutyDto {
  @ShownChoice(dutyStandings, words.standing)
  readonly standing!: string;
}

@ApiSchema({ description: 'What was recorded of a case, without its duties.' })
export class CaseFactsDto extends OmitType(CaseDto, ['duties'] as const) {}

@ApiSchema({ description: 'A case at a point of its history, folded from the log, and its duties as they stood.' })
export class CaseThenDto {
  @ShownText(words.caseId)
  readonly caseId!: string;

  @Shown(() => PointDto)
  readonly point!: PointDto;

  @ShownInstant(words.asOf)
  readonly asOf!: string;

  @ShownNumber({
    optional: true,
    about: 'The revision of the last event that counts at this point; null where none does.',
  })
  readonly revision!: number | null;

  @ShownNumber({ optional: true, about: 'The log position of that event; null where none does.' })
  readonly position!: number | null;

  @ShownNumbers({ about: 'The revisions that count at this point.' })
  readonly revisions!: readonly number[];

  @ShownNumbers({
    about:
      'The revisions whose recorded time lies before that of an event that they follow: a clock went back. Their order is that of the log.',
  })
  readonly clockWentBackAt!: readonly number[];

  @ShownChoice(caseStatuses, { ...words.status, optional: true })
  readonly status!: string | null;

  @ShownChoice(caseStages, { ...words.stage, optional: true })
  readonly stage!: string | null;

  @ShownList(() => DutyThenDto, { about: 'The duties as they stood.' })
  readonly duties!: readonly DutyThenDto[];

  @Shown(() => CaseFactsDto, { optional: true, about: 'What was recorded by then; null before the application.' })
  readonly case!: CaseFactsDto | null;
}

@ApiSchema({ description: 'A case at a point of its history, with the revisions that count, page by page.' })
export class CaseStateDto extends CaseThenDto {
  @ShownText({ ...words.nextCursor, optional: true })
  readonly nextCursor!: string | null;
}
