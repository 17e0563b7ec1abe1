import { DutyDto } from '../answers/duties.dto.js';
import { media } from '../casework/choices.js';
import {
  Shown,
  ShownChoice,
  ShownDate,
  ShownFlag,
  ShownInstant,
  ShownList,
  ShownNumber,
  ShownObject,
  ShownText,
} from '../fields/shown.js';
import { addressees, complaintOutcomes, complaintStatuses, contestedKinds, effectKinds, lodgings } from './choices.js';

/** Who complains, as the reader's role may see them. */
export class ShownComplainantDto {
  @ShownText({ example: '0101****0004' })
  readonly iin!: string;

  @ShownText()
  readonly fullName!: string;

  @ShownText({ optional: true })
  readonly address?: string;

  @ShownFlag({ optional: true, about: 'The data of this person was erased.' })
  readonly erased?: boolean;
}

export class ShownContestedDto {
  @ShownChoice(contestedKinds)
  readonly kind!: string;

  @ShownText()
  readonly what!: string;

  @ShownDate({ optional: true })
  readonly on!: string | null;

  @ShownText({ optional: true, example: 'R-27' })
  readonly rule!: string | null;
}

export class ShownEffectDto {
  @ShownChoice(effectKinds)
  readonly kind!: string;

  @ShownText()
  readonly description!: string;
}

export class ComplaintDecisionDto {
  @ShownInstant()
  readonly at!: string;

  @ShownChoice(complaintOutcomes)
  readonly outcome!: string;

  @ShownText()
  readonly reasons!: string;

  @Shown(() => ShownEffectDto, { optional: true })
  readonly effect!: ShownEffectDto | null;

  @ShownChoice(addressees)
  readonly decidedIn!: string;

  @ShownDate()
  readonly decidedOn!: string;

  @ShownText()
  readonly decidedBy!: string;
}

/** A "shall within" of paragraphs 12-14, as it stands for one complaint. */
export class ComplaintDutyDto extends DutyDto {
  @ShownObject({
    optional: true,
    about: 'Where the term was extended: when, by how many working days, and from which due date.',
  })
  readonly extension!: object | null;
}

/** One complaint: what was recorded, where it stands, what is owed. Each fact is null until it was recorded. */
export class ComplaintDto {
  @ShownText()
  readonly complaintId!: string;

  @ShownText()
  readonly caseId!: string;

  @ShownText({ example: 'almaty-bostandyk' })
  readonly officeId!: string;

  @ShownChoice(complaintStatuses)
  readonly status!: string;

  @ShownNumber({ about: 'Also the ETag: for If-Match.' })
  readonly revision!: number;

  @ShownNumber({ about: "Log position of the complaint's last event here." })
  readonly position!: number;

  @ShownInstant()
  readonly updatedAt!: string;

  @ShownInstant()
  readonly filedAt!: string;

  @ShownDate({ about: 'The three working days of R-84 run from it.' })
  readonly receivedOn!: string;

  @ShownChoice(addressees)
  readonly addressee!: string;

  @ShownChoice(lodgings)
  readonly lodgedWith!: string;

  @ShownChoice(media)
  readonly medium!: string;

  @Shown(() => ShownComplainantDto)
  readonly complainant!: ShownComplainantDto;

  @Shown(() => ShownContestedDto)
  readonly contested!: ShownContestedDto;

  @ShownText()
  readonly demands!: string;

  @ShownDate()
  readonly learnedOn!: string;

  @ShownText({ optional: true, about: 'Where the three months of APPC 92 had passed; they never stand in the way.' })
  readonly filingTermNotice!: string | null;

  @ShownObject({ optional: true })
  readonly forwarding!: object | null;

  @ShownObject({ optional: true })
  readonly favourableAct!: object | null;

  @ShownObject({ optional: true })
  readonly registration!: object | null;

  @ShownObject({ optional: true })
  readonly extension!: object | null;

  @ShownObject({ optional: true })
  readonly extensionNotice!: object | null;

  @Shown(() => ComplaintDecisionDto, { optional: true })
  readonly decision!: ComplaintDecisionDto | null;

  @ShownObject({ optional: true })
  readonly courtAppeal!: object | null;

  @ShownObject({ about: 'One of each instance.' })
  readonly courtRulings!: readonly object[];

  @ShownObject({ about: 'Duties recorded as missed.' })
  readonly missedDuties!: readonly object[];

  @ShownList(() => ComplaintDutyDto)
  readonly duties!: readonly ComplaintDutyDto[];
}

/** What is owed about a complaint, by whom, until when. */
export class ComplaintDutiesDto {
  @ShownText()
  readonly complaintId!: string;

  @ShownNumber()
  readonly revision!: number;

  @ShownList(() => ComplaintDutyDto)
  readonly duties!: readonly ComplaintDutyDto[];
}

/** Why a date is what it is. */
export class ComplaintWhyDto {
  @ShownText()
  readonly complaintId!: string;

  @ShownNumber()
  readonly revision!: number;

  @Shown(() => ComplaintDutyDto)
  readonly duty!: ComplaintDutyDto;

  @ShownText({ about: "The Order's own words." })
  readonly paragraphText!: string;

  @ShownText({ about: 'In words that can be read out to the complainant, one sentence a line.' })
  readonly text!: string;

  @ShownObject({ about: 'Every day counted, those of an extension among them, and every day skipped with its reason.' })
  readonly derivation!: object;
}
