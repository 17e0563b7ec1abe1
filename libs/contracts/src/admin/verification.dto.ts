import {
  Shown,
  ShownChoice,
  ShownFlag,
  ShownInstant,
  ShownList,
  ShownNumber,
  ShownText,
  ShownTexts,
} from '../http/fields/shown.js';

/** Which events: how many, and the sum of the SHA-256 of their ids modulo 2^256. */
export class TallyDto {
  @ShownNumber()
  readonly count!: number;

  @ShownText({ about: '256 bits in hex, whatever the order.' })
  readonly digest!: string;
}

/** A run of events that no document has; positions are in the log. */
export class MissingRangeDto {
  @ShownNumber()
  readonly from!: number;

  @ShownNumber()
  readonly to!: number;

  @ShownNumber()
  readonly events!: number;
}

/** What a projection applied, against what the log held for it. */
export class CertificateDto {
  @ShownNumber({ optional: true, about: 'Every event up to this log position was to be in it.' })
  readonly position!: number | null;

  @Shown(() => TallyDto)
  readonly log!: TallyDto;

  @Shown(() => TallyDto)
  readonly applied!: TallyDto;

  @ShownNumber()
  readonly missingEvents!: number;

  @ShownList(() => MissingRangeDto, { about: 'At most 100.' })
  readonly missing!: readonly MissingRangeDto[];

  @ShownTexts({ about: 'Documents whose events are not those of their streams, at most 100.' })
  readonly differing!: readonly string[];

  @ShownFlag({ about: 'Every event of the log is in it once, and nothing else.' })
  readonly complete!: boolean;
}

export class DifferingDocumentDto {
  @ShownText()
  readonly documentId!: string;

  @ShownTexts({ about: 'Where it differs, without values.', example: ['/duties/2/due'] })
  readonly paths!: readonly string[];
}

/** Documents folded anew from their streams, against what is stored. */
export class ContentsDto {
  @ShownNumber()
  readonly checked!: number;

  @ShownNumber({ about: 'Of how many documents.' })
  readonly of!: number;

  @ShownNumber()
  readonly differingDocuments!: number;

  @ShownList(() => DifferingDocumentDto, { about: 'At most 100.' })
  readonly differing!: readonly DifferingDocumentDto[];
}

/** What the last verification found. */
export class VerificationDto {
  @ShownInstant()
  readonly startedAt!: string;

  @ShownInstant()
  readonly finishedAt!: string;

  @Shown(() => CertificateDto)
  readonly certificate!: CertificateDto;

  @Shown(() => ContentsDto)
  readonly contents!: ContentsDto;

  @ShownFlag({ about: 'Nothing is missing, doubled or different.' })
  readonly sound!: boolean;
}

export class PathCountDto {
  @ShownText({ about: 'Every place of a list as `[]`.', example: '/duties/[]/due' })
  readonly path!: string;

  @ShownChoice(['DIFFERS', 'NEW', 'GONE'], { about: 'NEW: only in this version; GONE: only in the older one.' })
  readonly kind!: string;

  @ShownNumber()
  readonly documents!: number;
}

/** In which documents a version of a projection differs from the one before it, as far as that one had come. */
export class OlderVersionDto {
  @ShownText({ about: 'The collection that it was compared with.', example: 'timeline-v1' })
  readonly older!: string;

  @ShownInstant()
  readonly comparedAt!: string;

  @ShownNumber()
  readonly compared!: number;

  @ShownNumber()
  readonly differingDocuments!: number;

  @ShownNumber({ about: 'That only this version has.' })
  readonly newDocuments!: number;

  @ShownNumber({ about: 'That only the older version has.' })
  readonly goneDocuments!: number;

  @ShownList(() => PathCountDto, { about: 'What most documents have first; at most 100.' })
  readonly paths!: readonly PathCountDto[];

  @ShownList(() => DifferingDocumentDto, { about: 'At most 100.' })
  readonly differing!: readonly DifferingDocumentDto[];
}

/** In which documents a rebuild differs from what was read before it. */
export class ComparisonDto {
  @ShownNumber()
  readonly compared!: number;

  @ShownNumber()
  readonly differingDocuments!: number;

  @ShownList(() => DifferingDocumentDto, { about: 'At most 100.' })
  readonly differing!: readonly DifferingDocumentDto[];
}
