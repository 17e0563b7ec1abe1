import { ApiSchema } from '@nestjs/swagger';
import { ShownDate, ShownText, ShownTexts } from '../../http/fields/shown.js';
import { FactDto } from './filing-facts.dto.js';

@ApiSchema({ description: 'Registered rights and technical characteristics of the dwelling (para 9).' })
export class RightsInformationDto extends FactDto {
  @ShownText({ about: 'The register that the information comes from.' })
  readonly source!: string;

  @ShownTexts({ about: 'The rights of others on the dwelling, in words.' })
  readonly encumbrances!: readonly string[];

  @ShownText({ about: 'Rooms, floor area and the like, in words.' })
  readonly technicalCharacteristics!: string;

  @ShownDate({ about: 'The day on which the information was received.' })
  readonly receivedOn!: string;
}

@ApiSchema({ description: 'The petition of the akim to the body for state property (para 9(3)).' })
export class PetitionDto extends FactDto {
  @ShownText({ about: 'The number on the petition.' })
  readonly petitionNumber!: string;

  @ShownText({ about: 'The akim of the region, the city of republican significance or the capital.' })
  readonly akim!: string;

  @ShownDate({ about: 'The day on which it was sent.' })
  readonly sentOn!: string;
}

@ApiSchema({ description: 'The agreement of the body of the industry to the transfer (para 9(3)).' })
export class IndustryConsentDto extends FactDto {
  @ShownText({ about: 'The number on the letter of agreement.' })
  readonly consentNumber!: string;

  @ShownText({ about: 'The body that agrees.' })
  readonly body!: string;

  @ShownDate({ about: 'The day on which it agreed.' })
  readonly givenOn!: string;
}

@ApiSchema({ description: 'The decision of the body for state property on the transfer (para 9(3)).' })
export class StatePropertyDecisionDto extends FactDto {
  @ShownText({ about: 'The number on the decision.' })
  readonly decisionNumber!: string;

  @ShownText({ about: 'The body that decides.' })
  readonly body!: string;

  @ShownDate({ about: 'The day of the decision.' })
  readonly decidedOn!: string;
}

@ApiSchema({ description: 'The registration of the communal title (para 9).' })
export class TitleRegistrationDto extends FactDto {
  @ShownText({ about: 'The number of the entry in the register of rights.' })
  readonly registrationNumber!: string;

  @ShownDate({ about: 'The day on which the title was registered.' })
  readonly registeredOn!: string;
}
