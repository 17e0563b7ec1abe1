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

/** The metadata of an event, as the log holds it. */
export class EventMetadataDto {
  @ShownText()
  readonly eventId!: string;

  @ShownText()
  readonly actor!: string;

  @ShownText({ optional: true })
  readonly onBehalfOf!: string | null;

  @ShownText({ optional: true })
  readonly office!: string | null;

  @ShownText()
  readonly correlationId!: string;

  @ShownText({ optional: true })
  readonly causationId!: string | null;

  @ShownInstant({ about: 'When it was entered.' })
  readonly recordedAt!: string;

  @ShownInstant({ about: 'When it happened.' })
  readonly effectiveAt!: string;

  @ShownNumber({ about: "Version of the event's shape." })
  readonly schema!: number;

  @ShownText({ optional: true })
  readonly rulebook!: string | null;

  @ShownText({ about: 'Keyed digest of the request.' })
  readonly requestDigest!: string;

  @ShownText({ about: 'Hash of the event before it in the stream; 64 zeros for the first.' })
  readonly prevHash!: string;

  @ShownText({ about: 'SHA-256 over the canonical JSON (RFC 8785) of the event with all its metadata but this.' })
  readonly hash!: string;
}

/** One event as the log holds it. */
export class RawEventDto {
  @ShownText()
  readonly eventId!: string;

  @ShownText({ example: 'case-0b8f1f4e-3f6c-5a9e-8d8b-1f0f6f3c2d11' })
  readonly stream!: string;

  @ShownNumber()
  readonly revision!: number;

  @ShownNumber()
  readonly position!: number;

  @ShownText({ example: 'ApplicationRegistered' })
  readonly type!: string;

  @ShownText({
    optional: true,
    about: 'In words; null where this version cannot read the event, and while the store of the keys is away.',
  })
  readonly what!: string | null;

  @ShownData({ about: 'As stored: personal values are sealed, `{"$sealed": …}`.' })
  readonly data!: object;

  @Shown(() => EventMetadataDto)
  readonly metadata!: EventMetadataDto;
}

/** Whether every event is what was hashed, and follows the one before it. */
export class ChainDto {
  @ShownFlag()
  readonly intact!: boolean;

  @ShownNumber({ about: 'The last revision that holds; -1 where none does.' })
  readonly revision!: number;

  @ShownText({ optional: true, about: 'The hash of the last event; null where the chain is broken.' })
  readonly hash!: string | null;

  @ShownChoice(['gap', 'link', 'hash'], {
    optional: true,
    about:
      'Where it is broken: a revision is missing, `prevHash` is not the hash before, or the event is not what was hashed.',
  })
  readonly broken!: string | null;
}

export class RawEventsDto {
  @ShownText()
  readonly caseId!: string;

  @Shown(() => ChainDto)
  readonly chain!: ChainDto;

  @ShownNumber({ about: 'Of the last event.' })
  readonly position!: number;

  @ShownList(() => RawEventDto)
  readonly items!: readonly RawEventDto[];

  @ShownText({ optional: true, about: 'For the next events; null where these are the last.' })
  readonly nextCursor!: string | null;
}
