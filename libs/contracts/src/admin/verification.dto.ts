import { ApiSchema } from '@nestjs/swagger';
import { placeKinds } from '@app/domain';
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
import { words } from '../http/fields/words.js';

@ApiSchema({ description: 'A set of events: how many, and a digest of their ids.' })
export class TallyDto {
  @ShownNumber({ about: 'The number of events.' })
  readonly count!: number;

  @ShownText({ about: 'The sum of the SHA-256 of their ids modulo 2^256, in hex; their order does not matter.' })
  readonly digest!: string;
}

@ApiSchema({ description: 'A run of events that no document has.' })
export class MissingRangeDto {
  @ShownNumber({ about: 'The log position of the first one.' })
  readonly from!: number;

  @ShownNumber({ about: 'The log position of the last one.' })
  readonly to!: number;

  @ShownNumber({ about: 'The number of events in the run.' })
  readonly events!: number;
}

@ApiSchema({ description: 'What a projection applied, compared with what the log held for it.' })
export class CertificateDto {
  @ShownNumber({ optional: true, about: 'The log was compared up to this position; null where it is empty.' })
  readonly position!: number | null;

  @Shown(() => TallyDto, { about: 'The events that the log held for it.' })
  readonly log!: TallyDto;

  @Shown(() => TallyDto, { about: 'The events that its documents have applied.' })
  readonly applied!: TallyDto;

  @ShownNumber({ about: 'The number of events that no document has.' })
  readonly missingEvents!: number;

  @ShownList(() => MissingRangeDto, { about: 'The runs of missing events; the first 100.' })
  readonly missing!: readonly MissingRangeDto[];

  @ShownTexts({ about: 'The documents whose events are not those of their streams; the first 100.' })
  readonly differing!: readonly string[];

  @ShownFlag({ about: 'True where every event of the log was applied once, and nothing else.' })
  readonly complete!: boolean;
}

@ApiSchema({ description: 'A document that differs from what the log gives.' })
export class DifferingDocumentDto {
  @ShownText(words.documentId)
  readonly documentId!: string;

  @ShownTexts({ example: ['/duties/2/due'], about: 'The places in which it differs, without values.' })
  readonly paths!: readonly string[];
}

@ApiSchema({ description: 'The stored documents, compared with the same documents folded again from the log.' })
export class ContentsDto {
  @ShownNumber({ about: 'The number of documents compared.' })
  readonly checked!: number;

  @ShownNumber({ about: 'The number of documents in all.' })
  readonly of!: number;

  @ShownNumber({ about: 'The number of documents that differ.' })
  readonly differingDocuments!: number;

  @ShownList(() => DifferingDocumentDto, words.someDiffering)
  readonly differing!: readonly DifferingDocumentDto[];
}

@ApiSchema({ description: 'What the last verification found.' })
export class VerificationDto {
  @ShownInstant({ about: 'The instant at which it began.' })
  readonly startedAt!: string;

  @ShownInstant({ about: 'The instant at which it ended.' })
  readonly finishedAt!: string;

  @Shown(() => CertificateDto)
  readonly certificate!: CertificateDto;

  @Shown(() => ContentsDto)
  readonly contents!: ContentsDto;

  @ShownFlag({ about: 'True where no event is missing or doubled and no document differs.' })
  readonly sound!: boolean;
}

@ApiSchema({ description: 'A place in which documents differ, and in how many.' })
export class PathCountDto {
  @ShownText({ example: '/duties/[]/due', about: 'The place in the document; every place of a list is written `[]`.' })
  readonly path!: string;

  @ShownChoice(placeKinds, {
    about: 'DIFFERS: other values. NEW: only this version has it. GONE: only the older version has it.',
  })
  readonly kind!: string;

  @ShownNumber({ about: 'The number of documents that differ there.' })
  readonly documents!: number;
}

@ApiSchema({
  description:
    'How the documents of this version differ from those of the version before, as far as that one had come.',
})
export class OlderVersionDto {
  @ShownText({ example: 'timeline-v1', about: 'The collection that it was compared with.' })
  readonly older!: string;

  @ShownInstant({ about: 'The instant of the comparison.' })
  readonly comparedAt!: string;

  @ShownNumber({ about: 'The number of documents compared.' })
  readonly compared!: number;

  @ShownNumber({ about: 'The number of documents that differ.' })
  readonly differingDocuments!: number;

  @ShownNumber({ about: 'The number of documents that only this version has.' })
  readonly newDocuments!: number;

  @ShownNumber({ about: 'The number of documents that only the older version has.' })
  readonly goneDocuments!: number;

  @ShownList(() => PathCountDto, { about: 'The places in which they differ, most documents first; the first 100.' })
  readonly paths!: readonly PathCountDto[];

  @ShownList(() => DifferingDocumentDto, words.someDiffering)
  readonly differing!: readonly DifferingDocumentDto[];
}

@ApiSchema({ description: 'How a rebuild differs from what was read before it.' })
export class ComparisonDto {
  @ShownNumber({ about: 'The number of documents compared.' })
  readonly compared!: number;

  @ShownNumber({ about: 'The number of documents that differ.' })
  readonly differingDocuments!: number;

  @ShownList(() => DifferingDocumentDto, words.someDiffering)
  readonly differing!: readonly DifferingDocumentDto[];
}
