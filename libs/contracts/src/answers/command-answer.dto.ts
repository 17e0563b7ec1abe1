import { ShownList, ShownNumber, ShownText } from '../fields/shown.js';

export class EventNameDto {
  @ShownText({ example: 'PaymentReceived' })
  readonly type!: string;

  @ShownText({ example: '0f0b6c1e-8c7c-5a54-9b5e-0b1f7f1b7c55' })
  readonly eventId!: string;
}

/** What a command answers. The revision is also the ETag, the position also X-Log-Position. */
export class CommandAnswerDto {
  @ShownText({ example: '0b8f1f4e-3f6c-5a9e-8d8b-1f0f6f3c2d11' })
  readonly caseId!: string;

  @ShownNumber({ about: "Of the case's last event.", example: 11 })
  readonly revision!: number;

  @ShownNumber({ about: 'In the log: for X-Min-Position.', example: 20481 })
  readonly position!: number;

  @ShownList(() => EventNameDto)
  readonly events!: readonly EventNameDto[];
}
