import { ShownDate, ShownText, ShownTexts } from '../../http/fields/shown.js';
import { FactDto } from './fact.dto.js';

export class RightsInformationDto extends FactDto {
  @ShownText()
  readonly source!: string;

  @ShownTexts()
  readonly encumbrances!: readonly string[];

  @ShownText()
  readonly technicalCharacteristics!: string;

  @ShownDate()
  readonly receivedOn!: string;
}

export class PetitionDto extends FactDto {
  @ShownText()
  readonly petitionNumber!: string;

  @ShownText()
  readonly akim!: string;

  @ShownDate()
  readonly sentOn!: string;
}

export class IndustryConsentDto extends FactDto {
  @ShownText()
  readonly consentNumber!: string;

  @ShownText({ about: 'The body that agrees.' })
  readonly body!: string;

  @ShownDate()
  readonly givenOn!: string;
}

export class StatePropertyDecisionDto extends FactDto {
  @ShownText()
  readonly decisionNumber!: string;

  @ShownText({ about: 'The body that decides.' })
  readonly body!: string;

  @ShownDate()
  readonly decidedOn!: string;
}

export class TitleRegistrationDto extends FactDto {
  @ShownText()
  readonly registrationNumber!: string;

  @ShownDate()
  readonly registeredOn!: string;
}
