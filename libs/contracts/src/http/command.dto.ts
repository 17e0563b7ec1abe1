import { ApiSchema } from '@nestjs/swagger';
import { PastInstantField } from './fields/formats.js';
import { ShownDate, ShownList, ShownNumber, ShownText } from './fields/shown.js';
import { words } from './fields/words.js';

/** What every body of a command may carry. */
export class CommandBody {
  @PastInstantField({
    optional: true,
    about: 'The instant at which it happened. It may not lie in the future. Absent: now.',
  })
  readonly effectiveAt?: string | null;
}

@ApiSchema({ description: 'An event that was recorded.' })
export class EventNameDto {
  @ShownText({ example: 'PaymentReceived', about: 'The name of the event, as docs/generated/events.md lists it.' })
  readonly type!: string;

  @ShownText({ ...words.eventId, example: '0f0b6c1e-8c7c-5a54-9b5e-0b1f7f1b7c55' })
  readonly eventId!: string;
}

@ApiSchema({
  description:
    'What a command recorded. `caseId` or `complaintId` names what it was about; a change of the calendar has neither.',
})
export class CommandAnswerDto {
  @ShownText({ ...words.caseId, optional: true })
  readonly caseId?: string;

  @ShownText({ ...words.complaintId, optional: true })
  readonly complaintId?: string;

  @ShownNumber({ example: 11, about: 'The number of the last event of the stream, from 0; also the `ETag`.' })
  readonly revision!: number;

  @ShownNumber({
    example: 20481,
    about:
      'The log position of that event; also `X-Log-Position`. Give it as `X-Min-Position` to read what was written.',
  })
  readonly position!: number;

  @ShownList(() => EventNameDto, { about: 'The events that were recorded, in order.' })
  readonly events!: readonly EventNameDto[];

  @ShownDate({
    optional: true,
    about:
      'The day on which the application counts as accepted (para 4), null while it is pending; absent but where an application is filed.',
  })
  readonly acceptedOn?: string | null;

  @ShownDate({
    optional: true,
    about:
      'The day by which its result is due (para 6), null while it is pending; absent but where an application is filed.',
  })
  readonly resultDue?: string | null;
}
