import { ApiSchema } from '@nestjs/swagger';
import { media, addressees, complaintEventTypes, complaintOutcomes, extensionGrounds } from '@app/domain';
import { FactDto } from '../casework/answers/filing-facts.dto.js';
import { Shown, ShownChoice, ShownDate, ShownFlag, ShownList, ShownNumber, ShownText } from '../http/fields/shown.js';
import { ComplaintEffectDto } from './complaint-commands.dto.js';
import { words } from '../http/fields/words.js';

@ApiSchema({ description: 'The provider sent the complaint on to the body that considers it (para 12).' })
export class ForwardingDto extends FactDto {
  @ShownText({ about: 'The number on the letter.' })
  readonly forwardingNumber!: string;

  @ShownChoice(addressees, { about: 'The body that it was sent to.' })
  readonly forwardedTo!: string;

  @ShownDate({ about: 'The day on which it was sent.' })
  readonly forwardedOn!: string;

  @ShownText({ about: 'The person who sent it: the subject of their token.' })
  readonly forwardedBy!: string;
}

@ApiSchema({ description: 'The provider met the demands before sending the complaint on (para 12).' })
export class FavourableActDto extends FactDto {
  @ShownText({ about: 'The act adopted or the action done, in words.' })
  readonly act!: string;

  @ShownFlag({ about: 'True where it meets the demands in full: the complaint is settled and is not sent on.' })
  readonly fully!: boolean;

  @ShownDate({ about: 'The day of the act.' })
  readonly adoptedOn!: string;

  @ShownText({ about: 'The person who recorded it: the subject of their token.' })
  readonly adoptedBy!: string;
}

@ApiSchema({ description: 'The body that considers the complaint registered it (para 13).' })
export class ComplaintRegistrationDto extends FactDto {
  @ShownText({ about: 'The number under which it was registered.' })
  readonly registrationNumber!: string;

  @ShownChoice(addressees, { about: 'The body that registered it.' })
  readonly registeredIn!: string;

  @ShownDate({ about: 'The day of registration.' })
  readonly registeredOn!: string;

  @ShownText({ about: 'The person who registered it: the subject of their token.' })
  readonly registeredBy!: string;
}

@ApiSchema({ description: 'The extension of the term (para 14).' })
export class TermExtensionDto extends FactDto {
  @ShownChoice(extensionGrounds, words.extensionGround)
  readonly ground!: string;

  @ShownNumber({ about: 'The working days added to the due date: one to ten.' })
  readonly workingDays!: number;

  @ShownText({ about: 'Why the term was extended.' })
  readonly reasons!: string;

  @ShownDate({ about: 'The day on which it was extended.' })
  readonly extendedOn!: string;

  @ShownText({ about: 'The person who extended it: the subject of their token.' })
  readonly extendedBy!: string;

  @ShownDate(words.dueBefore)
  readonly dueBefore!: string | null;

  @ShownDate({
    optional: true,
    about: 'The due date after the extension; null where that needed a year without calendar.',
  })
  readonly due!: string | null;
}

@ApiSchema({ description: 'The complainant was told of the extension (para 14).' })
export class ExtensionNoticeDto extends FactDto {
  @ShownText({ about: 'The number on the notice.' })
  readonly noticeNumber!: string;

  @ShownChoice(media, words.medium)
  readonly medium!: string;

  @ShownText({ about: 'Why the term was extended, as the notice says.' })
  readonly reasons!: string;

  @ShownDate({ about: 'The day on which it was sent.' })
  readonly sentOn!: string;

  @ShownText({ about: 'The person who sent it: the subject of their token.' })
  readonly sentBy!: string;
}

@ApiSchema({ description: 'The decision on the complaint (para 13).' })
export class ComplaintDecisionDto extends FactDto {
  @ShownChoice(complaintOutcomes, words.complaintOutcome)
  readonly outcome!: string;

  @ShownText({ about: 'Why it was decided so.' })
  readonly reasons!: string;

  @Shown(() => ComplaintEffectDto, { optional: true, about: 'What follows for the case; null where nothing does.' })
  readonly effect!: ComplaintEffectDto | null;

  @ShownChoice(addressees, { about: 'The body that decided.' })
  readonly decidedIn!: string;

  @ShownDate({ about: 'The day of the decision.' })
  readonly decidedOn!: string;

  @ShownText({ about: 'The person who entered the decision: the subject of their token.' })
  readonly decidedBy!: string;
}

@ApiSchema({ description: 'An appeal to a court (para 15).' })
export class CourtAppealDto extends FactDto {
  @ShownText({ about: 'The court appealed to.' })
  readonly court!: string;

  @ShownText({ about: 'The number of the appeal.' })
  readonly appealNumber!: string;

  @ShownDate({ about: 'The day on which it was filed.' })
  readonly filedOn!: string;

  @ShownText({
    optional: true,
    about: 'The law that allows an appeal before the complaint is decided; null where it was decided.',
  })
  readonly lawReference!: string | null;
}

@ApiSchema({ description: 'The ruling of a court (para 15).' })
export class CourtRulingDto extends FactDto {
  @ShownText({ about: 'The number of the ruling.' })
  readonly rulingNumber!: string;

  @ShownChoice(complaintOutcomes, words.complaintOutcome)
  readonly outcome!: string;

  @ShownText({ about: 'The ruling in words; it names no person.' })
  readonly summary!: string;

  @Shown(() => ComplaintEffectDto, { optional: true, about: 'What follows for the case; null where nothing does.' })
  readonly effect!: ComplaintEffectDto | null;

  @ShownDate({ about: 'The day of the ruling.' })
  readonly ruledOn!: string;
}

@ApiSchema({ description: 'How the term of a duty was extended.' })
export class DutyExtensionDto {
  @ShownText({ example: 'R-89', about: 'The rule that allows the extension, by its number in docs/law/rules.md.' })
  readonly rule!: string;

  @ShownDate({ about: 'The day on which it was extended.' })
  readonly on!: string;

  @ShownNumber({ about: 'The working days added.' })
  readonly workingDays!: number;

  @ShownDate(words.dueBefore)
  readonly dueBefore!: string | null;
}

@ApiSchema({ description: 'A value of a complaint that was recorded wrongly, and the right one.' })
export class CorrectedComplaintValueDto {
  @ShownNumber({ example: 2, about: 'The revision of the entry.' })
  readonly revision!: number;

  @ShownChoice(complaintEventTypes, { about: 'The event of the entry.' })
  readonly event!: string;

  @ShownText({ example: 'registeredOn', about: 'The path of the value in the entry.' })
  readonly field!: string;

  @ShownText({
    optional: true,
    about: "The wrong value; null where nothing was recorded, or the caller's role may not see it.",
  })
  readonly was!: string | null;

  @ShownText({ optional: true, about: "The right value; null where the caller's role may not see it." })
  readonly is!: string | null;
}

@ApiSchema({ description: 'A correction of what was recorded wrongly of a complaint.' })
export class ComplaintCorrectionDto extends FactDto {
  @ShownText({ about: 'What was wrong, in a few words.' })
  readonly subject!: string;

  @ShownText({ about: 'Why it is corrected.' })
  readonly reason!: string;

  @ShownList(() => CorrectedComplaintValueDto, { about: 'The values that were set right, each in its entry.' })
  readonly values!: readonly CorrectedComplaintValueDto[];

  @ShownChoice(addressees, { about: 'The body that corrected it: the one that considers the complaint.' })
  readonly correctedIn!: string;

  @ShownText({ about: 'The person who corrected it: the subject of their token.' })
  readonly correctedBy!: string;
}
