import { ShownList, ShownNumber, ShownText } from './fields/shown.js';

export class EventNameDto {
  @ShownText({ example: 'PaymentReceived' })
  readonly type!: string;

  @ShownText({ example: '0f0b6c1e-8c7c-5a54-9b5e-0b1f7f1b7c55' })
  readonly eventId!: string;
}

/** What a command answers, with the id of what it was about: a case, a complaint; none for the calendar. The revision is also the ETag, the position also X-Log-Position. */
export class CommandAnswerDto {
  @ShownText({ optional: true, example: '0b8f1f4e-3f6c-5a9e-8d8b-1f0f6f3c2d11' })
  readonly caseId?: string;

  @ShownText({ optional: true })
  readonly complaintId?: string;

  @ShownNumber({ about: 'Of the last event of its stream.', example: 11 })
  readonly revision!: number;

  @ShownNumber({ about: 'In the log: for X-Min-Position.', example: 20481 })
  readonly position!: number;

  @ShownList(() => EventNameDto)
  readonly events!: readonly EventNameDto[];
}
