import { ApiSchema } from '@nestjs/swagger';
import { caseStages } from '@app/domain';
import { Shown, ShownChoice, ShownInstant, ShownList, ShownNumber, ShownText } from '../http/fields/shown.js';
import { words } from '../http/fields/words.js';

@ApiSchema({ description: 'A stage record that the monitoring information system refused.' })
export class DeadLetterDto {
  @ShownText({
    about: 'The id of the event that brought the case to the stage; give it to `/admin/outbound/{recordId}/retry`.',
  })
  readonly id!: string;

  @ShownText(words.caseId)
  readonly caseId!: string;

  @ShownText({
    optional: true,
    about: 'The office of the provider that carries the case; null where the case is not known.',
  })
  readonly officeId!: string | null;

  @ShownChoice(caseStages, { about: 'The stage that the record reports.' })
  readonly stage!: string;

  @ShownInstant({ about: 'The instant at which the stage was recorded.' })
  readonly recordedAt!: string;

  @ShownNumber({ about: 'How often it was sent.' })
  readonly attempts!: number;

  @ShownText({ optional: true, about: 'The last answer of the system; null where there was none.' })
  readonly lastError!: string | null;
}

@ApiSchema({ description: 'The stage records that the monitoring information system does not have yet (para 11).' })
export class OutboundDto {
  @ShownNumber({ about: 'The number of records still to be sent.' })
  readonly waiting!: number;

  @ShownInstant({
    optional: true,
    about: 'The instant at which the oldest of them was recorded; null where none waits.',
  })
  readonly oldestRecordedAt!: string | null;

  @ShownNumber({ about: 'The number of records that the system refused. Somebody has to look at them.' })
  readonly dead!: number;

  @ShownNumber({
    about: 'The number of rows that this system did not write and that were put aside; what they spoke of is sent.',
  })
  readonly forged!: number;

  @ShownList(() => DeadLetterDto, { about: 'The refused records.' })
  readonly deadLetters!: readonly DeadLetterDto[];
}

@ApiSchema({ description: 'A refused record that will be sent again.' })
export class RevivedDto {
  @ShownText({ about: 'The id of the record.' })
  readonly id!: string;

  @Shown(() => OutboundDto)
  readonly outbound!: OutboundDto;
}
