import { ApiSchema } from '@nestjs/swagger';
import {
  Shown,
  ShownChoice,
  ShownData,
  ShownFlag,
  ShownInstant,
  ShownList,
  ShownNumber,
  ShownText,
} from '../http/fields/shown.js';
import { words } from '../http/fields/words.js';

@ApiSchema({ description: 'The metadata of an event, as the log holds it.' })
export class EventMetadataDto {
  @ShownText(words.eventId)
  readonly eventId!: string;

  @ShownText(words.enteredBy)
  readonly actor!: string;

  @ShownText({ ...words.onBehalfOf, optional: true })
  readonly onBehalfOf!: string | null;

  @ShownText({ ...words.office, optional: true })
  readonly office!: string | null;

  @ShownText({ about: 'Finds the request in the log of the api.' })
  readonly correlationId!: string;

  @ShownText({ optional: true, about: 'The id of the event that caused this one; null where a request did.' })
  readonly causationId!: string | null;

  @ShownInstant(words.recordedAt)
  readonly recordedAt!: string;

  @ShownInstant(words.effectiveAt)
  readonly effectiveAt!: string;

  @ShownNumber({ about: "The version of the event's shape." })
  readonly schema!: number;

  @ShownText({
    optional: true,
    about: 'The edition of the Rules that held when it was written; null where none applies.',
  })
  readonly rulebook!: string | null;

  @ShownText({
    about: 'A keyed digest of the request. It tells whether a repeated idempotency key came with the same request.',
  })
  readonly requestDigest!: string;

  @ShownText({ about: 'The hash of the event before it in the stream; 64 zeros for the first.' })
  readonly prevHash!: string;

  @ShownText(words.hash)
  readonly hash!: string;
}

@ApiSchema({ description: 'One event as the log holds it.' })
export class RawEventDto {
  @ShownText(words.eventId)
  readonly eventId!: string;

  @ShownText({ example: 'case-0b8f1f4e-3f6c-5a9e-8d8b-1f0f6f3c2d11', about: 'The stream that holds the event.' })
  readonly stream!: string;

  @ShownNumber(words.eventRevision)
  readonly revision!: number;

  @ShownNumber(words.eventPosition)
  readonly position!: number;

  @ShownText(words.eventType)
  readonly type!: string;

  @ShownText({
    optional: true,
    about:
      'What happened, in words; null where this version cannot read the event, or while the store of the keys is down.',
  })
  readonly what!: string | null;

  @ShownData({
    about:
      'The data as stored: personal values are sealed (`{"$sealed": …}`), and `***` where they were written before they were sealed. With `unmask=true` and a purpose, in clear and in the shape written now.',
  })
  readonly data!: object;

  @Shown(() => EventMetadataDto)
  readonly metadata!: EventMetadataDto;
}

@ApiSchema({ description: 'Whether every event is what was hashed, and follows the one before it.' })
export class ChainDto {
  @ShownFlag({ about: 'True where the chain holds from the first event to the last.' })
  readonly intact!: boolean;

  @ShownNumber({ about: 'The last revision that holds; -1 where none does.' })
  readonly revision!: number;

  @ShownText({ optional: true, about: 'The hash of the last event; null where the chain is broken.' })
  readonly hash!: string | null;

  @ShownChoice(['gap', 'link', 'hash'], {
    optional: true,
    about:
      'What is broken. `gap`: a revision is missing. `link`: `prevHash` is not the hash before. `hash`: the event is not what was hashed. Null where the chain is intact.',
  })
  readonly broken!: string | null;
}

@ApiSchema({ description: 'The events of a case, page by page, with a check of the whole chain.' })
export class RawEventsDto {
  @ShownText(words.caseId)
  readonly caseId!: string;

  @Shown(() => ChainDto)
  readonly chain!: ChainDto;

  @ShownNumber({ about: 'The log position of the last event of the case.' })
  readonly position!: number;

  @ShownList(() => RawEventDto, { about: 'The events of this page.' })
  readonly items!: readonly RawEventDto[];

  @ShownText({ ...words.nextCursor, optional: true })
  readonly nextCursor!: string | null;
}
