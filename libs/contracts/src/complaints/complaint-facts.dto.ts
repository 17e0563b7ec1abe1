import { media, addressees, complaintOutcomes, effectKinds, extensionGrounds } from '@app/domain';
import { FactDto } from '../casework/answers/fact.dto.js';
import { Shown, ShownChoice, ShownDate, ShownFlag, ShownNumber, ShownText } from '../http/fields/shown.js';

export class ShownEffectDto {
  @ShownChoice(effectKinds)
  readonly kind!: string;

  @ShownText()
  readonly description!: string;
}

export class ForwardingDto extends FactDto {
  @ShownText()
  readonly forwardingNumber!: string;

  @ShownChoice(addressees)
  readonly forwardedTo!: string;

  @ShownDate()
  readonly forwardedOn!: string;

  @ShownText()
  readonly forwardedBy!: string;
}

export class FavourableActDto extends FactDto {
  @ShownText({ about: 'The act adopted or the action done, in words.' })
  readonly act!: string;

  @ShownFlag({ about: 'It meets the demands in full: the complaint is settled and is not sent on.' })
  readonly fully!: boolean;

  @ShownDate()
  readonly adoptedOn!: string;

  @ShownText()
  readonly adoptedBy!: string;
}

export class ComplaintRegistrationDto extends FactDto {
  @ShownText()
  readonly registrationNumber!: string;

  @ShownChoice(addressees)
  readonly registeredIn!: string;

  @ShownDate()
  readonly registeredOn!: string;

  @ShownText()
  readonly registeredBy!: string;
}

export class TermExtensionDto extends FactDto {
  @ShownChoice(extensionGrounds)
  readonly ground!: string;

  @ShownNumber({ about: 'Added to the due date: one to ten.' })
  readonly workingDays!: number;

  @ShownText()
  readonly reasons!: string;

  @ShownDate()
  readonly extendedOn!: string;

  @ShownText()
  readonly extendedBy!: string;

  @ShownDate({ about: 'The due date before it.' })
  readonly dueBefore!: string;

  @ShownDate({ about: 'The due date that holds now.' })
  readonly due!: string;
}

export class ExtensionNoticeDto extends FactDto {
  @ShownText()
  readonly noticeNumber!: string;

  @ShownChoice(media)
  readonly medium!: string;

  @ShownText({ about: 'Of the extension, as the notice tells them.' })
  readonly reasons!: string;

  @ShownDate()
  readonly sentOn!: string;

  @ShownText()
  readonly sentBy!: string;
}

export class ComplaintDecisionDto extends FactDto {
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

export class CourtAppealDto extends FactDto {
  @ShownText()
  readonly court!: string;

  @ShownText()
  readonly appealNumber!: string;

  @ShownDate()
  readonly filedOn!: string;

  @ShownText({ optional: true, about: 'The law that allows it before the complaint was decided.' })
  readonly lawReference!: string | null;
}

export class CourtRulingDto extends FactDto {
  @ShownText()
  readonly rulingNumber!: string;

  @ShownChoice(complaintOutcomes)
  readonly outcome!: string;

  @ShownText()
  readonly summary!: string;

  @Shown(() => ShownEffectDto, { optional: true })
  readonly effect!: ShownEffectDto | null;

  @ShownDate()
  readonly ruledOn!: string;
}

/** How the term of a duty was extended. */
export class DutyExtensionDto {
  @ShownText({ example: 'R-89' })
  readonly rule!: string;

  @ShownDate()
  readonly on!: string;

  @ShownNumber()
  readonly workingDays!: number;

  @ShownDate({ about: 'The due date before it.' })
  readonly dueBefore!: string;
}
