import { documentTypes, refusalGrounds, media, type DocumentType, type Medium, type RefusalGround } from '@app/domain';
import { InstantField, PastInstantField } from '../http/fields/formats.js';
import { NestedField, NestedListField } from '../http/fields/nested.js';
import { TextField, TextListField } from '../http/fields/text.js';
import { ChoiceField, FlagField } from '../http/fields/values.js';
import { CommandBody } from '../http/command-body.js';

export class RemarkDto {
  @ChoiceField(documentTypes, { optional: true, about: 'Absent where it is on the application as a whole.' })
  readonly documentType?: DocumentType | null;

  @TextField({ max: 2000, example: 'The certificate of no debt names another dwelling.' })
  readonly text!: string;
}

/** The reasoned remarks of the executor on the documents (para 10). */
export class RaiseRemarksDto extends CommandBody {
  @NestedListField(() => RemarkDto, { max: 100 })
  readonly remarks!: RemarkDto[];
}

export class HearingPlanDto {
  @InstantField({ about: 'When the recipient can give a position.' })
  readonly at!: string;

  @TextField({ max: 500, example: 'Almaty, Test street 1, room 12' })
  readonly place!: string;
}

/** The preliminary decision to refuse, with time and place of the hearing (para 10). */
export class NotifyPreliminaryRefusalDto extends CommandBody {
  @ChoiceField(refusalGrounds, { about: 'In item 9 of the Standard.' })
  readonly ground!: RefusalGround;

  @TextField({ max: 10_000 })
  readonly facts!: string;

  @TextField({ max: 10_000 })
  readonly reasons!: string;

  @NestedField(() => HearingPlanDto)
  readonly hearing!: HearingPlanDto;

  @PastInstantField({ about: 'When the notice reached the recipient.' })
  readonly receivedAt!: string;
}

export class RecordObjectionDto extends CommandBody {
  @TextField({ max: 10_000 })
  readonly text!: string;

  @ChoiceField(media)
  readonly medium!: Medium;
}

/** Minutes of a hearing as article 74 of the APPC asks for them. */
export class HearingMinutesDto {
  @PastInstantField()
  readonly startedAt!: string;

  @PastInstantField()
  readonly endedAt!: string;

  @TextField({ max: 500 })
  readonly place!: string;

  @TextField({ max: 500, about: 'The body that heard.' })
  readonly body!: string;

  @TextField({ max: 200, about: 'The official who heard.' })
  readonly official!: string;

  @TextField({ max: 200 })
  readonly secretary!: string;

  @TextListField({ max: 200, maxItems: 100 })
  readonly participants!: string[];

  @TextField({ max: 2000 })
  readonly question!: string;

  @TextField({ max: 10_000 })
  readonly explanations!: string;

  @TextField({ max: 10_000, optional: true, about: 'What the participant asked to be entered.' })
  readonly essentialFacts?: string | null;

  @FlagField({ example: true })
  readonly signedByChair!: boolean;

  @FlagField({ example: true })
  readonly signedBySecretary!: boolean;
}

export class RecordHearingDto extends CommandBody {
  @FlagField({ about: 'Whether the recipient came.', example: true })
  readonly appeared!: boolean;

  @NestedField(() => HearingMinutesDto, { optional: true, about: 'Of a hearing that was held.' })
  readonly minutes?: HearingMinutesDto | null;

  @TextField({ max: 2000, optional: true })
  readonly note?: string | null;
}
