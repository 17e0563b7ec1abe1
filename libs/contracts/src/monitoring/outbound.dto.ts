import { caseStages } from '@app/domain';
import { Shown, ShownChoice, ShownInstant, ShownList, ShownNumber, ShownText } from '../http/fields/shown.js';

/** A record of a stage that the monitoring information system did not take. */
export class DeadLetterDto {
  @ShownText({ about: 'The id of the event that brought the case to the stage.' })
  readonly id!: string;

  @ShownText()
  readonly caseId!: string;

  @ShownText({ optional: true })
  readonly officeId!: string | null;

  @ShownChoice(caseStages)
  readonly stage!: string;

  @ShownInstant()
  readonly recordedAt!: string;

  @ShownNumber()
  readonly attempts!: number;

  @ShownText({ optional: true })
  readonly lastError!: string | null;
}

/** What the monitoring information system has not been told yet (para 11). */
export class OutboundDto {
  @ShownNumber({ about: 'On their way.' })
  readonly waiting!: number;

  @ShownInstant({ optional: true, about: 'When the oldest of them was recorded.' })
  readonly oldestRecordedAt!: string | null;

  @ShownNumber({ about: 'Refused: for people to look at.' })
  readonly dead!: number;

  @ShownList(() => DeadLetterDto)
  readonly deadLetters!: readonly DeadLetterDto[];
}

/** That a dead letter is on its way again. */
export class RevivedDto {
  @ShownText()
  readonly id!: string;

  @Shown(() => OutboundDto)
  readonly outbound!: OutboundDto;
}
