import { paymentModes, channels, documentTypes, forms, media, routes } from '@app/domain';
import { ConsentDto, PowerOfAttorneyDto } from '../person.dto.js';
import { ConsentsDto, TenancyDto } from '../submit-application.dto.js';
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

export class ShownIdentityDocumentDto {
  @ShownText()
  readonly number!: string;

  @ShownDate()
  readonly issuedOn!: string;

  @ShownText()
  readonly issuedBy!: string;
}

/** A person as the reader's role may see them: masked where it does not need more; `erased` where their key was destroyed. */
export class ShownPersonDto {
  @ShownText({ example: '0101****0004' })
  readonly iin!: string;

  @ShownText()
  readonly fullName!: string;

  @ShownText({ optional: true })
  readonly address?: string;

  @ShownText({ optional: true, about: 'Of a member of the family.' })
  readonly relationship?: string;

  @Shown(() => ShownIdentityDocumentDto, { optional: true })
  readonly identityDocument?: ShownIdentityDocumentDto;

  @Shown(() => ConsentDto, { optional: true, about: 'Of a member of the family: when they signed.' })
  readonly consent?: ConsentDto | null;

  @Shown(() => PowerOfAttorneyDto, { optional: true, about: 'Of a representative.' })
  readonly powerOfAttorney?: PowerOfAttorneyDto;

  @ShownFlag({ optional: true, about: 'The data of this person was erased.' })
  readonly erased?: boolean;
}

export class ShownDwellingDto {
  @ShownText()
  readonly dwellingId!: string;

  @ShownText({ optional: true, about: 'Null where it was erased.' })
  readonly address!: string | null;
}

export class ShownPaymentModeDto {
  @ShownChoice(paymentModes)
  readonly mode!: string;

  @ShownNumber({ optional: true })
  readonly years?: number;

  @ShownMoney({ optional: true })
  readonly initialContribution?: string;
}

export class ShownDocumentDto {
  @ShownChoice(documentTypes)
  readonly type!: string;

  @ShownText({ optional: true })
  readonly number!: string | null;

  @ShownDate({ optional: true })
  readonly issuedOn!: string | null;

  @ShownDate({ optional: true })
  readonly expiresOn!: string | null;

  @ShownText()
  readonly sha256!: string;
}

/** The application as it was filed, and what followed from it: the acceptance, and when the result is due. */
export class ApplicationDto {
  @ShownInstant({ about: 'When it was filed.' })
  readonly at!: string;

  @ShownText({ about: 'The zone whose dates the dates of this case are.', example: 'Asia/Almaty' })
  readonly zone!: string;

  @ShownText({ about: 'The edition of the Rules that holds for this case.', example: 'KZ-437/2021-08-12' })
  readonly rulebook!: string;

  @ShownText({ optional: true, about: "Where the rulebook was not the law's own choice." })
  readonly rulebookNotice!: string | null;

  @ShownChoice(channels)
  readonly channel!: string;

  @ShownChoice(media)
  readonly medium!: string;

  @ShownChoice(forms)
  readonly form!: string;

  @ShownChoice(routes)
  readonly route!: string;

  @ShownDate({ about: 'The day on which it counts as accepted (para 4).' })
  readonly acceptedOn!: string;

  @ShownDate()
  readonly registrationDue!: string;

  @ShownDate({ about: 'When the decision is due (para 6).' })
  readonly resultDue!: string;

  @Shown(() => ShownPersonDto)
  readonly applicant!: ShownPersonDto;

  @ShownList(() => ShownPersonDto)
  readonly familyMembers!: readonly ShownPersonDto[];

  @ShownNumber({ about: 'Adult members of the family who had not signed.' })
  readonly adultsWithoutConsent!: number;

  @Shown(() => TenancyDto, {
    optional: true,
    about: 'Tenancy agreement or housing order; null where it may not be seen or was erased.',
  })
  readonly tenancy!: TenancyDto | null;

  @Shown(() => ShownDwellingDto)
  readonly dwelling!: ShownDwellingDto;

  @Shown(() => ShownPaymentModeDto)
  readonly payment!: ShownPaymentModeDto;

  @ShownText({ optional: true })
  readonly freeCategory!: string | null;

  @ShownTexts()
  readonly claims!: readonly string[];

  @Shown(() => ShownPersonDto, { optional: true })
  readonly representative!: ShownPersonDto | null;

  @ShownList(() => ShownDocumentDto)
  readonly documents!: readonly ShownDocumentDto[];

  @Shown(() => ConsentsDto)
  readonly consents!: ConsentsDto;
}
