import { ApiSchema } from '@nestjs/swagger';
import { LongListQuery } from '../casework/queries.js';
import { PageDto } from '../casework/answers/lists.dto.js';
import { Shown, ShownChoice, ShownInstant, ShownList, ShownNumber, ShownText } from '../http/fields/shown.js';
import { TextField } from '../http/fields/values.js';
import { UnmaskField } from '../http/unmask.query.js';

@ApiSchema({ description: 'Why the proof log is to go on under a new name. Another administrator confirms it.' })
export class RequestNewLogDto {
  @TextField({
    max: 1000,
    example: 'The disk failed; the backup of last night was restored, and nothing newer is left',
    about: 'Why: what happened to the log that was signed. It is sealed.',
  })
  readonly reason!: string;
}

/** Which part of the list of new logs, and whether their reasons are shown. */
export class NewLogsQuery extends LongListQuery {
  @UnmaskField()
  readonly unmask?: 'true' | 'false';
}

@ApiSchema({ description: 'The last head of the log before.' })
export class LastHeadDto {
  @ShownText({ example: 'log.example/shanyraq', about: 'The name of that log.' })
  readonly origin!: string;

  @ShownNumber({ about: 'The number of its entries.' })
  readonly size!: number;

  @ShownText({ about: 'Its root hash, in base64.' })
  readonly root!: string;

  @ShownText({ about: 'Its checkpoint, as the log or a witness signed it (C2SP tlog-checkpoint).' })
  readonly checkpoint!: string;

  @ShownText({ optional: true, about: 'The key that signed it (vkey); null where it is not known any more.' })
  readonly vkey!: string | null;

  @ShownNumber({ about: 'How many signed heads this log has lost.' })
  readonly lost!: number;
}

@ApiSchema({ description: 'A new name of the proof log.' })
export class NewLogDto {
  @ShownText({ about: 'Its id.' })
  readonly newLogId!: string;

  @ShownChoice(['REQUESTED', 'BEGUN', 'SIGNED'], {
    about:
      'REQUESTED: nothing has happened yet. BEGUN: the next head is signed under the new name, also where everything stops meanwhile. SIGNED: one was.',
  })
  readonly status!: string;

  @ShownText({ optional: true, about: "Why; null where the caller's role may not see it, or has not said why." })
  readonly reason!: string | null;

  @ShownText({ about: 'Who asked for it.' })
  readonly requestedBy!: string;

  @ShownInstant({ about: 'The moment at which it was asked for.' })
  readonly requestedAt!: string;

  @ShownText({ optional: true, about: 'Who confirmed it; null until then.' })
  readonly confirmedBy!: string | null;

  @ShownInstant({ optional: true, about: 'The moment at which it was begun; null until then.' })
  readonly begunAt!: string | null;

  @ShownText({ optional: true, about: 'The new name of the log; null until it is begun.' })
  readonly origin!: string | null;

  @ShownText({
    optional: true,
    about:
      'The key that signs under this name (vkey), for whoever runs a witness; null until it has signed, and of a name that has ended.',
  })
  readonly vkey!: string | null;

  @Shown(() => LastHeadDto, { optional: true, about: 'The last head of the log before; null until it is begun.' })
  readonly after!: LastHeadDto | null;

  @ShownText({
    optional: true,
    about: 'The event that says so, as it is stored: its canonical JSON (docs/proof.md). Null until it is begun.',
  })
  readonly event!: string | null;

  @ShownText({
    optional: true,
    about:
      'The proof that this event is in the tree of a head of the new name (C2SP tlog-proof); null until one is signed.',
  })
  readonly proof!: string | null;
}

@ApiSchema({ description: 'A page of new names of the proof log, oldest first.' })
export class NewLogPageDto extends PageDto {
  @ShownList(() => NewLogDto, { about: 'The new logs of this page.' })
  readonly items!: readonly NewLogDto[];
}
