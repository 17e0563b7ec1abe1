import { ApiSchema } from '@nestjs/swagger';
import { PageDto } from '../casework/answers/lists.dto.js';
import { LongListQuery } from '../casework/queries.js';
import { IinField } from '../http/fields/formats.js';
import { ShownChoice, ShownInstant, ShownList, ShownNumber, ShownText } from '../http/fields/shown.js';
import { TextField } from '../http/fields/values.js';
import { UnmaskField } from '../http/unmask.query.js';

@ApiSchema({ description: 'Whose data are to be erased, and why. Another administrator confirms it.' })
export class RequestErasureDto {
  @IinField({ about: 'The person. The number is sealed by the key that is destroyed.' })
  readonly iin!: string;

  @TextField({ max: 1000, example: 'The person asks for it', about: 'Why. Sealed by the same key, and gone with it.' })
  readonly reason!: string;

  @TextField({
    max: 500,
    example: 'Law on Personal Data and their Protection, article 18',
    about: 'What it rests on. It is kept: it names nobody.',
  })
  readonly legalBasis!: string;
}

/** Which part of the list of erasures, and whether their reasons are shown. */
export class ErasuresQuery extends LongListQuery {
  @UnmaskField()
  readonly unmask?: 'true' | 'false';
}

@ApiSchema({ description: 'A case or complaint of which something is shown no more.' })
export class ErasedStreamDto {
  @ShownText({ example: 'case-0b8f1f4e-3f6c-5a9e-8d8b-1f0f6f3c2d11', about: 'Its stream.' })
  readonly stream!: string;

  @ShownChoice(['OWN', 'NAMED'], {
    about:
      'OWN: the person applied or complained; the words in it are erased, too. NAMED: the person is named in the case of another, or another complained about theirs; its words are kept under the key of that one, and shown to nobody.',
  })
  readonly as!: string;

  @ShownNumber({
    about:
      'How many words from before they were sealed stand in the log in clear, and how many values that are sealed for others hold the number of the person. They are shown to nobody; the log is never rewritten.',
  })
  readonly clearTexts!: number;
}

@ApiSchema({ description: 'What files still hold, and until when.' })
export class StillHeldDto {
  @ShownText({ example: 'Free pages of the embedded document store', about: 'The files.' })
  readonly where!: string;

  @ShownText({ example: 'until `npm run -s ops -- compact`', about: 'What ends it.' })
  readonly until!: string;
}

@ApiSchema({ description: 'An erasure of the data of a person. Nothing of it but its reason may name somebody.' })
export class ErasureDto {
  @ShownText({ about: 'Its id.' })
  readonly erasureId!: string;

  @ShownChoice(['REQUESTED', 'CONFIRMED', 'ERASED'], {
    about:
      'REQUESTED: nothing has happened yet. CONFIRMED: it is being carried out, and will be, whatever stops meanwhile. ERASED: the keys are destroyed; read models follow within a minute.',
  })
  readonly status!: string;

  @ShownText({
    optional: true,
    about:
      'Why, for who lists erasures with `unmask=true` and a purpose, as it may name the person; null once it is erased.',
  })
  readonly reason!: string | null;

  @ShownText({ about: 'What it rests on.' })
  readonly legalBasis!: string;

  @ShownText({ about: 'Who asked for it.' })
  readonly requestedBy!: string;

  @ShownInstant({ about: 'The moment at which it was asked for.' })
  readonly requestedAt!: string;

  @ShownText({ optional: true, about: 'Who confirmed it; null until then.' })
  readonly confirmedBy!: string | null;

  @ShownInstant({ optional: true, about: 'The moment at which the keys were destroyed; null until then.' })
  readonly erasedAt!: string | null;

  @ShownNumber({ about: 'How many keys are destroyed; 0 until it is confirmed.' })
  readonly keysDestroyed!: number;

  @ShownNumber({ about: 'How many keys of others are kept, and open nothing any more; 0 until it is confirmed.' })
  readonly keysWithheld!: number;

  @ShownList(() => ErasedStreamDto, { about: 'The cases and complaints that it is about; none until it is confirmed.' })
  readonly streams!: readonly ErasedStreamDto[];

  @ShownList(() => StillHeldDto, { about: 'What files still hold of it; nothing until it is confirmed.' })
  readonly stillHeld!: readonly StillHeldDto[];
}

@ApiSchema({ description: 'A page of erasures, oldest first.' })
export class ErasurePageDto extends PageDto {
  @ShownList(() => ErasureDto, { about: 'The erasures of this page.' })
  readonly items!: readonly ErasureDto[];
}
