import { ApiExtraModels, ApiSchema } from '@nestjs/swagger';
import {
  tenancyKinds,
  channels,
  forms,
  media,
  routes,
  paymentModes,
  type TenancyKind,
  type Channel,
  type Form,
  type Medium,
  type Route,
  type PaymentMode,
} from '@app/domain';
import {
  IinField,
  OfficeField,
  LocalDateField,
  MoneyField,
  RegisterKeyField,
  type Tenge,
} from '../http/fields/formats.js';
import { Needed, OnlyWhere } from '../http/fields/needed.js';
import { NestedField, NestedListField, OneOfField } from '../http/fields/nested.js';
import { TextField, TextListField, ChoiceField, FlagField, WholeNumberField } from '../http/fields/values.js';
import { CaseDocumentDto } from './added-to-case.dto.js';
import { CommandBody } from '../http/command.dto.js';
import { FamilyMemberDto, FormSignatureDto, PersonDto, RepresentativeDto } from './person.dto.js';
import { words } from '../http/fields/words.js';

@ApiSchema({ description: 'The tenancy agreement or housing order of the dwelling.' })
export class TenancyDto {
  @ChoiceField(tenancyKinds, { about: 'Whether it is a tenancy agreement or a housing order.' })
  readonly kind!: TenancyKind;

  @TextField({ max: 100, example: 'T-17', about: 'The number on the document.' })
  readonly number!: string;

  @LocalDateField({ example: '2010-05-20', about: 'The day on which it was concluded or issued.' })
  readonly concludedOn!: string;
}

@ApiSchema({ description: 'The dwelling that is asked for.' })
export class DwellingDto {
  @RegisterKeyField(words.dwellingId)
  readonly dwellingId!: string;

  @TextField({ max: 500, example: 'Almaty, Test street 1, apt. 2', about: 'The address of the dwelling.' })
  readonly address!: string;
}

@ApiSchema({ description: 'The two consents of Appendices 1 and 2 and paragraph 5.' })
export class ConsentsDto {
  @FlagField({ example: true, about: 'True where the applicant agrees to the use of secrets protected by law.' })
  readonly useOfSecrets!: boolean;

  @FlagField({ example: true, about: 'True where the applicant agrees to the processing of personal data.' })
  readonly personalData!: boolean;
}

@ApiSchema({ description: 'What whoever signs the application confirms (Appendices 1 and 2).' })
export class ConfirmationsDto {
  @FlagField({ example: true, about: 'True where they confirm that what the application says is accurate.' })
  readonly accuracy!: boolean;

  @FlagField({ example: true, about: 'True where they know of their liability for false information.' })
  readonly liability!: boolean;
}

@ApiSchema({ description: 'How the applicant means to pay. `mode` tells which other fields there are.' })
export class PaymentDto {
  @ChoiceField(paymentModes, { about: 'SINGLE: in one sum. INSTALMENTS: over years. NONE: free of charge.' })
  readonly mode!: PaymentMode;
}

@ApiSchema({ description: 'The price is paid in one sum.' })
export class SinglePaymentDto {
  @ChoiceField(['SINGLE'], { about: 'The word for payment in one sum.' })
  readonly mode!: 'SINGLE';
}

@ApiSchema({
  description: 'The price is paid over at most ten years, with an initial contribution of at least 30 % (Appendix 2).',
})
export class InstalmentsDto {
  @ChoiceField(['INSTALMENTS'], { about: 'The word for payment over years.' })
  readonly mode!: 'INSTALMENTS';

  @WholeNumberField({ min: 1, max: 50, example: 10, about: 'The number of years.' })
  readonly years!: number;

  @MoneyField({ example: '375000.00', about: 'The initial contribution in tenge.' })
  readonly initialContribution!: Tenge;
}

@ApiSchema({ description: 'Nothing is paid: the dwelling is free of charge.' })
export class NoPaymentDto {
  @ChoiceField(['NONE'], { about: 'The word for a free transfer.' })
  readonly mode!: 'NONE';
}

const paymentShapes = { SINGLE: SinglePaymentDto, INSTALMENTS: InstalmentsDto, NONE: NoPaymentDto };

/** What the forms of Appendices 1 and 2 ask for, electronic or on paper, and no fee. */
@ApiSchema({
  description: 'The application of Appendix 1 (free of charge) or Appendix 2 (redemption), electronic or on paper.',
})
@ApiExtraModels(SinglePaymentDto, InstalmentsDto, NoPaymentDto)
export class SubmitApplicationDto extends CommandBody {
  @ChoiceField(channels, words.channel)
  readonly channel!: Channel;

  @ChoiceField(media, words.medium)
  readonly medium!: Medium;

  @ChoiceField(forms, { ...words.form, example: 'REDEMPTION' })
  readonly form!: Form;

  @ChoiceField(routes, words.route)
  readonly route!: Route;

  @OfficeField({ example: 'almaty-bostandyk', about: 'The office of the provider that is to carry the case.' })
  readonly officeId!: string;

  @NestedField(() => PersonDto, { about: 'The tenant who asks for the dwelling.' })
  readonly applicant!: PersonDto;

  @NestedListField(() => FamilyMemberDto, {
    max: 50,
    about: 'The members of the family; every adult among them must agree.',
  })
  readonly familyMembers!: FamilyMemberDto[];

  @NestedField(() => TenancyDto, { about: 'The tenancy agreement or the housing order.' })
  readonly tenancy!: TenancyDto;

  @NestedField(() => DwellingDto, { about: 'The dwelling that is asked for.' })
  readonly dwelling!: DwellingDto;

  @OneOfField(PaymentDto, 'mode', paymentShapes, {
    about: 'How the applicant means to pay. `mode` tells which other fields there are.',
  })
  readonly payment!: SinglePaymentDto | InstalmentsDto | NoPaymentDto;

  @OnlyWhere('form', ['GRATUITOUS'])
  @TextField({
    max: 200,
    optional: true,
    about: 'Why the dwelling is free of charge (Appendix 1); absent for a redemption.',
  })
  readonly freeCategory?: string | null;

  @TextListField({
    max: 100,
    maxItems: 20,
    optional: true,
    example: [],
    about: 'The claims that need a document of their own, such as social vulnerability. Absent: none.',
  })
  readonly claims?: string[] | null;

  @NestedField(() => RepresentativeDto, {
    optional: true,
    about: 'The person who acts for the applicant. Absent: nobody does.',
  })
  readonly representative?: RepresentativeDto | null;

  @NestedListField(() => CaseDocumentDto, { max: 100, about: 'The documents attached to the application.' })
  readonly documents!: CaseDocumentDto[];

  @NestedField(() => ConsentsDto, { about: 'The two consents of Appendices 1 and 2.' })
  readonly consents!: ConsentsDto;

  @Needed()
  @NestedField(() => FormSignatureDto, {
    optional: true,
    about: 'The signature of the applicant, or of who represents them. Absent: refused as not signed.',
  })
  readonly signature?: FormSignatureDto | null;

  @Needed()
  @NestedField(() => ConfirmationsDto, {
    optional: true,
    about: 'The two confirmations of Appendices 1 and 2. Absent: refused as not confirmed.',
  })
  readonly confirmations?: ConfirmationsDto | null;

  @Needed()
  @IinField({
    optional: true,
    about: 'The IIN of who the dwelling is privatized in the name of: the applicant or a member. Absent: refused.',
  })
  readonly nominalOwnerIin?: string | null;
}
