import { ApiSchema } from '@nestjs/swagger';
import { paymentModes, channels, forms, media, routes } from '@app/domain';
import { FormSignatureDto } from '../person.dto.js';
import { ConfirmationsDto, ConsentsDto, TenancyDto } from '../submit-application.dto.js';
import {
  Shown,
  ShownChoice,
  ShownDate,
  ShownFlag,
  ShownInstant,
  ShownList,
  ShownMoney,
  ShownNumber,
  ShownText,
  ShownTexts,
} from '../../http/fields/shown.js';
import { words } from '../../http/fields/words.js';
import { ShownDocumentDto, ShownPersonDto } from './shown-papers.dto.js';

@ApiSchema({ description: 'The dwelling that is asked for.' })
export class ShownDwellingDto {
  @ShownText(words.dwellingId)
  readonly dwellingId!: string;

  @ShownText({ optional: true, about: 'The address of the dwelling; null where it was erased.' })
  readonly address!: string | null;
}

@ApiSchema({ description: 'How the applicant means to pay.' })
export class ShownPaymentModeDto {
  @ShownChoice(paymentModes, { about: 'SINGLE: in one sum. INSTALMENTS: over years. NONE: free of charge.' })
  readonly mode!: string;

  @ShownNumber({ optional: true, about: 'The number of years over which instalments are paid; absent in other modes.' })
  readonly years?: number;

  @ShownMoney({
    optional: true,
    about: 'The initial contribution in tenge; absent where nothing is paid in instalments.',
  })
  readonly initialContribution?: string;
}

@ApiSchema({ description: 'A longer time to pay where the residual value is higher.' })
export class LongerInstalmentsDto {
  @ShownMoney({ about: 'The residual value above which it holds, in tenge.' })
  readonly residualValue!: string;

  @ShownNumber({ about: 'The years that are granted then at most.' })
  readonly years!: number;
}

@ApiSchema({
  description:
    'What holds for the instalments of this case, for its whole life: as it was on the day of acceptance (R-98).',
})
export class DecreeParametersDto {
  @ShownText({ about: 'The act that sets these, with its number.' })
  readonly act!: string;

  @ShownDate({ optional: true, about: 'The first day of acceptance under these; null where they hold from the start.' })
  readonly from!: string | null;

  @ShownNumber({ about: 'The years that are granted at most.' })
  readonly maxInstalmentYears!: number;

  @Shown(() => LongerInstalmentsDto, { optional: true, about: 'Null where the residual value changes nothing.' })
  readonly longerAbove!: LongerInstalmentsDto | null;

  @ShownNumber({ about: 'The least initial contribution, in per cent of the price.' })
  readonly minInitialContributionPct!: number;

  @ShownNumber({
    optional: true,
    about:
      'Within how many calendar days of the conclusion the initial contribution is due at the latest; null: on the day that is agreed.',
  })
  readonly initialContributionDays!: number | null;

  @ShownText({ about: 'The place where the act can be read.' })
  readonly source!: string;

  @ShownText({ optional: true, about: 'A notice where these are not known to be the law; else null.' })
  readonly notice!: string | null;
}

@ApiSchema({
  description:
    'The application as it was filed, with its day of acceptance and the days on which registration and decision are due (R-25).',
})
export class ApplicationDto {
  @ShownInstant({ about: 'The instant at which it was filed.' })
  readonly at!: string;

  @ShownText({ example: 'Asia/Almaty', about: 'The time zone of the office. All dates of the case are dates there.' })
  readonly zone!: string;

  @ShownText(words.rulebook)
  readonly rulebook!: string;

  @ShownText({
    optional: true,
    about: 'A notice where the setup of the system, and not the law, chose that edition; else null.',
  })
  readonly rulebookNotice!: string | null;

  @Shown(() => DecreeParametersDto, { optional: true, about: 'Null where no instalments are asked for.' })
  readonly decreeParameters!: DecreeParametersDto | null;

  @ShownChoice(channels, words.channel)
  readonly channel!: string;

  @ShownChoice(media, words.medium)
  readonly medium!: string;

  @ShownChoice(forms, words.form)
  readonly form!: string;

  @ShownChoice(routes, words.route)
  readonly route!: string;

  @ShownDate({
    optional: true,
    about: 'The day on which the application counts as accepted (para 4); null while it needs a year without calendar.',
  })
  readonly acceptedOn!: string | null;

  @ShownDate({ optional: true, about: 'The last day to register the application (para 4); null while it is pending.' })
  readonly registrationDue!: string | null;

  @ShownFlag({
    about:
      'True where that day is only expected: the State Corporation has not delivered the documents to the provider yet.',
  })
  readonly registrationDueExpected!: boolean;

  @ShownDate({ optional: true, about: 'The last day to decide (para 6); null while it is pending.' })
  readonly resultDue!: string | null;

  @Shown(() => ShownPersonDto, { about: 'The tenant who asks for the dwelling.' })
  readonly applicant!: ShownPersonDto;

  @ShownList(() => ShownPersonDto, { about: 'The members of the family whom the application names.' })
  readonly familyMembers!: readonly ShownPersonDto[];

  @ShownNumber({ about: 'The number of adult members of the family who had not signed.' })
  readonly adultsWithoutConsent!: number;

  @ShownText({ optional: true, about: 'A notice where the applicant was a minor by the IIN; else null.' })
  readonly minorNotice!: string | null;

  @Shown(() => TenancyDto, {
    optional: true,
    about: "The tenancy agreement or housing order; null where it was erased or the caller's role may not see it.",
  })
  readonly tenancy!: TenancyDto | null;

  @Shown(() => ShownDwellingDto)
  readonly dwelling!: ShownDwellingDto;

  @Shown(() => ShownPaymentModeDto)
  readonly payment!: ShownPaymentModeDto;

  @ShownText({ optional: true, about: 'Why the dwelling is free of charge (Appendix 1); null for a redemption.' })
  readonly freeCategory!: string | null;

  @ShownTexts({ about: 'The claims that need a document of their own, such as social vulnerability.' })
  readonly claims!: readonly string[];

  @Shown(() => ShownPersonDto, {
    optional: true,
    about: 'The person who acts for the applicant; null where nobody does.',
  })
  readonly representative!: ShownPersonDto | null;

  @ShownList(() => ShownDocumentDto, { about: 'The documents that were attached when it was filed.' })
  readonly documents!: readonly ShownDocumentDto[];

  @Shown(() => ConsentsDto, { about: 'The two consents that the application needs.' })
  readonly consents!: ConsentsDto;

  @Shown(() => FormSignatureDto, {
    optional: true,
    about:
      'The signature of the applicant, or of who represents them; null in older cases that did not state it, and for roles that do not need it.',
  })
  readonly signature!: FormSignatureDto | null;

  @Shown(() => ConfirmationsDto, {
    optional: true,
    about: 'What was confirmed; null in older cases that did not state it.',
  })
  readonly confirmations!: ConfirmationsDto | null;

  @ShownText({
    optional: true,
    about: 'The IIN of who the dwelling is privatized in the name of; null in older cases that did not state it.',
  })
  readonly nominalOwnerIin!: string | null;
}
