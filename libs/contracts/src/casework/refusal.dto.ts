import { ApiSchema } from '@nestjs/swagger';
import {
  documentTypes,
  familyActs,
  media,
  refusalGrounds,
  type DocumentType,
  type FamilyAct,
  type Medium,
  type RefusalGround,
} from '@app/domain';
import { IinField, InstantField, PastInstantField } from '../http/fields/formats.js';
import { NeededWhere, OnlyWhere } from '../http/fields/needed.js';
import { NestedField, NestedListField } from '../http/fields/nested.js';
import { TextField, TextListField, ChoiceField, FlagField } from '../http/fields/values.js';
import { CommandBody } from '../http/command.dto.js';
import { words } from '../http/fields/words.js';

@ApiSchema({ description: 'One remark on the documents.' })
export class RemarkDto {
  @ChoiceField(documentTypes, {
    optional: true,
    about: 'The document by its number in item 8 (D1 to D9). Absent: the remark is about the whole application.',
  })
  readonly documentType?: DocumentType | null;

  @TextField({
    max: 2000,
    example: 'The certificate of no debt names another dwelling.',
    about: 'The remark in words.',
  })
  readonly text!: string;

  @IinField({
    optional: true,
    about:
      'The IIN of the person of the case whose document is asked for, twelve digits. Absent: of nobody in particular.',
  })
  readonly subjectIin?: string | null;

  @ChoiceField(familyActs, { ...words.familyAct, optional: true })
  readonly act?: FamilyAct | null;
}

@ApiSchema({ description: 'The reasoned remarks of the executor on the documents (para 10).' })
export class RaiseRemarksDto extends CommandBody {
  @NestedListField(() => RemarkDto, { max: 100, about: 'One entry for each remark.' })
  readonly remarks!: RemarkDto[];
}

@ApiSchema({ description: 'The time and place of a hearing.' })
export class HearingPlanDto {
  @InstantField({ about: 'The instant at which the recipient is heard.' })
  readonly at!: string;

  @TextField({ max: 500, example: 'Almaty, Test street 1, room 12', about: 'The address and the room.' })
  readonly place!: string;
}

@ApiSchema({ description: 'The preliminary decision to refuse, with time and place of the hearing (para 10).' })
export class NotifyPreliminaryRefusalDto extends CommandBody {
  @ChoiceField(refusalGrounds, words.ground)
  readonly ground!: RefusalGround;

  @TextField({ max: 10_000, about: 'The facts that the refusal rests on.' })
  readonly facts!: string;

  @TextField({ max: 10_000, about: 'Why these facts lead to a refusal.' })
  readonly reasons!: string;

  @NestedField(() => HearingPlanDto, { about: 'The time and place of the hearing.' })
  readonly hearing!: HearingPlanDto;

  @PastInstantField({ about: 'The instant at which the notice reached the recipient.' })
  readonly receivedAt!: string;
}

@ApiSchema({ description: 'An objection of the recipient to the preliminary refusal (para 10).' })
export class RecordObjectionDto extends CommandBody {
  @TextField({ max: 10_000, about: 'The objection in words.' })
  readonly text!: string;

  @ChoiceField(media, words.medium)
  readonly medium!: Medium;
}

@ApiSchema({ description: 'The minutes of a hearing, as article 74 of the APPC asks for them.' })
export class HearingMinutesDto {
  @PastInstantField({ about: 'The instant at which the hearing began.' })
  readonly startedAt!: string;

  @PastInstantField({ about: 'The instant at which the hearing ended.' })
  readonly endedAt!: string;

  @TextField({ max: 500, about: 'The place of the hearing.' })
  readonly place!: string;

  @TextField({ max: 500, about: 'The body that heard the recipient.' })
  readonly body!: string;

  @TextField({ max: 200, about: 'The official who heard the recipient.' })
  readonly official!: string;

  @TextField({ max: 200, about: 'The person who kept the minutes.' })
  readonly secretary!: string;

  @TextListField({ max: 200, maxItems: 100, about: 'Everybody who took part, by name.' })
  readonly participants!: string[];

  @TextField({ max: 2000, about: 'The question that was heard.' })
  readonly question!: string;

  @TextField({ max: 10_000, about: 'What the recipient explained.' })
  readonly explanations!: string;

  @TextField({ max: 10_000, optional: true, about: 'What the recipient asked to enter. Absent: nothing.' })
  readonly essentialFacts?: string | null;

  @FlagField({ example: true, about: 'True where the chair signed the minutes.' })
  readonly signedByChair!: boolean;

  @FlagField({ example: true, about: 'True where the secretary signed the minutes.' })
  readonly signedBySecretary!: boolean;
}

@ApiSchema({ description: 'The hearing with its minutes, or that the recipient did not come (para 10).' })
export class RecordHearingDto extends CommandBody {
  @FlagField({ example: true, about: 'True where the recipient came.' })
  readonly appeared!: boolean;

  @OnlyWhere('appeared', [true])
  @NestedField(() => HearingMinutesDto, {
    optional: true,
    about: 'The minutes; absent where the recipient did not come.',
  })
  readonly minutes?: HearingMinutesDto | null;

  @NeededWhere('appeared', [false])
  @TextField({ max: 2000, optional: true, about: 'A note on the hearing. Absent: none.' })
  readonly note?: string | null;
}
