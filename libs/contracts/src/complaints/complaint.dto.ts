import { ApiSchema } from '@nestjs/swagger';
import { contestedKinds } from '@app/domain';
import { MissedDutyDto } from '../casework/answers/closing-facts.dto.js';
import { DerivationDto } from '../casework/answers/derivation.dto.js';
import { DutyDto } from '../casework/answers/duties.dto.js';
import { Shown, ShownChoice, ShownDate, ShownFlag, ShownList, ShownNumber, ShownText } from '../http/fields/shown.js';
import {
  ComplaintCorrectionDto,
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
import { ComplaintHeadDto, OfComplaintDto } from './complaint-lists.dto.js';
import { words } from '../http/fields/words.js';

@ApiSchema({ description: "The person who complains, as the reader's role may see them." })
export class ShownComplainantDto {
  @ShownText(words.iin)
  readonly iin!: string;

  @ShownText(words.fullName)
  readonly fullName!: string;

  @ShownText({ ...words.address, optional: true })
  readonly address?: string;

  @ShownFlag({ ...words.erased, optional: true })
  readonly erased?: boolean;
}

@ApiSchema({ description: 'The decision, action or inaction that is complained of.' })
export class ShownContestedDto {
  @ShownChoice(contestedKinds, words.contested)
  readonly kind!: string;

  @ShownText({ about: 'What is complained of, in words.' })
  readonly what!: string;

  @ShownDate({ optional: true, about: 'The day of a decision or action; null for an inaction.' })
  readonly on!: string | null;

  @ShownText({
    optional: true,
    example: 'R-27',
    about: 'The rule of the duty that was not kept, for an inaction; else null.',
  })
  readonly rule!: string | null;
}

@ApiSchema({ description: 'A "shall within" of paragraphs 12 to 14, as it stands for one complaint.' })
export class ComplaintDutyDto extends DutyDto {
  @Shown(() => DutyExtensionDto, {
    optional: true,
    about:
      'The extension of the term: its day, the working days added, the due date before it; null where there is none.',
  })
  readonly extension!: DutyExtensionDto | null;
}

@ApiSchema({
  description:
    'One complaint: what was recorded, where it stands, what must be done. Each fact is null until it is recorded.',
})
export class ComplaintDto extends ComplaintHeadDto {
  @ShownNumber(words.revisionAndETag)
  readonly revision!: number;

  @ShownNumber({ about: 'The log position of the last event included here.' })
  readonly position!: number;

  @ShownDate({ about: 'The day on which it was received; the three working days of R-84 run from it.' })
  readonly receivedOn!: string;

  @Shown(() => ShownComplainantDto)
  readonly complainant!: ShownComplainantDto;

  @Shown(() => ShownContestedDto)
  readonly contested!: ShownContestedDto;

  @ShownText({ about: 'What the complainant asks for.' })
  readonly demands!: string;

  @ShownDate({ about: 'The day on which the complainant learned of what is complained of.' })
  readonly learnedOn!: string;

  @ShownText({
    optional: true,
    about: 'A notice where the three months of APPC 92 had passed, which never stops a complaint; else null.',
  })
  readonly filingTermNotice!: string | null;

  @ShownText({
    optional: true,
    about:
      'A notice where the file of the case does not bear what is complained of, which never stops a complaint; else null.',
  })
  readonly contestedNotice!: string | null;

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

  @ShownList(() => CourtRulingDto, { about: 'The rulings of courts, one of each instance.' })
  readonly courtRulings!: readonly CourtRulingDto[];

  @ShownList(() => MissedDutyDto, { about: 'The duties recorded as missed.' })
  readonly missedDuties!: readonly MissedDutyDto[];

  @ShownList(() => ComplaintCorrectionDto, { about: 'What was set right; the facts above are as they are right.' })
  readonly corrections!: readonly ComplaintCorrectionDto[];

  @ShownList(() => ComplaintDutyDto, { about: 'Every duty of the complaint, done or not.' })
  readonly duties!: readonly ComplaintDutyDto[];
}

@ApiSchema({ description: 'What must be done about a complaint, by whom, until when.' })
export class ComplaintDutiesDto extends OfComplaintDto {
  @ShownList(() => ComplaintDutyDto, { about: 'One page of the duties of the complaint.' })
  readonly duties!: readonly ComplaintDutyDto[];

  @ShownText({ ...words.nextCursor, optional: true })
  readonly nextCursor!: string | null;
}

@ApiSchema({ description: 'Why a due date of a complaint is what it is.' })
export class ComplaintWhyDto extends OfComplaintDto {
  @Shown(() => ComplaintDutyDto, words.duty)
  readonly duty!: ComplaintDutyDto;

  @ShownText({ about: 'The words of the Order.' })
  readonly paragraphText!: string;

  @ShownText({ about: 'The explanation to read out to the complainant, one sentence a line.' })
  readonly text!: string;

  @Shown(() => DerivationDto, {
    about: 'Every day counted, with those of an extension, and every day skipped with its reason.',
  })
  readonly derivation!: DerivationDto;
}
