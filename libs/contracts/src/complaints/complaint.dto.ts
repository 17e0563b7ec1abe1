import { media, addressees, complaintStatuses, contestedKinds, lodgings } from '@app/domain';
import { MissedDutyDto } from '../casework/answers/case-facts.dto.js';
import { DerivationDto } from '../casework/answers/derivation.dto.js';
import { DutyDto } from '../casework/answers/duties.dto.js';
import {
  Shown,
  ShownChoice,
  ShownDate,
  ShownFlag,
  ShownInstant,
  ShownList,
  ShownNumber,
  ShownText,
} from '../http/fields/shown.js';
import {
  ComplaintDecisionDto,
  ComplaintRegistrationDto,
  CourtAppealDto,
  CourtRulingDto,
  DutyExtensionDto,
  ExtensionNoticeDto,
  FavourableActDto,
  ForwardingDto,
  TermExtensionDto,
} from './complaint-facts.dto.js';

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

/** A "shall within" of paragraphs 12-14, as it stands for one complaint. */
export class ComplaintDutyDto extends DutyDto {
  @Shown(() => DutyExtensionDto, {
    optional: true,
    about: 'Where the term was extended: when, by how many working days, and from which due date.',
  })
  readonly extension!: DutyExtensionDto | null;
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

  @Shown(() => ForwardingDto, { optional: true })
  readonly forwarding!: ForwardingDto | null;

  @Shown(() => FavourableActDto, { optional: true })
  readonly favourableAct!: FavourableActDto | null;

  @Shown(() => ComplaintRegistrationDto, { optional: true })
  readonly registration!: ComplaintRegistrationDto | null;

  @Shown(() => TermExtensionDto, { optional: true })
  readonly extension!: TermExtensionDto | null;

  @Shown(() => ExtensionNoticeDto, { optional: true })
  readonly extensionNotice!: ExtensionNoticeDto | null;

  @Shown(() => ComplaintDecisionDto, { optional: true })
  readonly decision!: ComplaintDecisionDto | null;

  @Shown(() => CourtAppealDto, { optional: true })
  readonly courtAppeal!: CourtAppealDto | null;

  @ShownList(() => CourtRulingDto, { about: 'One of each instance.' })
  readonly courtRulings!: readonly CourtRulingDto[];

  @ShownList(() => MissedDutyDto, { about: 'Duties recorded as missed.' })
  readonly missedDuties!: readonly MissedDutyDto[];

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

  @ShownText({ optional: true, about: 'For the next duties; null where these are the last.' })
  readonly nextCursor!: string | null;
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

  @Shown(() => DerivationDto, {
    about: 'Every day counted, those of an extension among them, and every day skipped with its reason.',
  })
  readonly derivation!: DerivationDto;
}
