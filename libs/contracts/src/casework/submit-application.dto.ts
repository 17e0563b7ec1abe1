import { ApiExtraModels } from '@nestjs/swagger';
import {
  tenancyKinds,
  type TenancyKind,
  channels,
  forms,
  media,
  routes,
  type Channel,
  type Form,
  type Medium,
  type Route,
} from '@app/domain';
import { KeyField, LocalDateField } from '../http/fields/formats.js';
import { NestedField, NestedListField, OneOfField } from '../http/fields/nested.js';
import { TextField, TextListField } from '../http/fields/text.js';
import { ChoiceField, FlagField } from '../http/fields/values.js';
import { CaseDocumentDto } from './case-document.dto.js';
import { CommandBody } from '../http/command-body.js';
import { InstalmentsDto, NoPaymentDto, PaymentDto, paymentShapes, SinglePaymentDto } from './payment.dto.js';
import { FamilyMemberDto, PersonDto, RepresentativeDto } from './person.dto.js';

export class TenancyDto {
  @ChoiceField(tenancyKinds)
  readonly kind!: TenancyKind;

  @TextField({ max: 100, example: 'T-17' })
  readonly number!: string;

  @LocalDateField({ example: '2010-05-20' })
  readonly concludedOn!: string;
}

export class DwellingDto {
  @KeyField({ about: 'Its identifier in the register of the housing stock.', example: 'ALM-0001-02' })
  readonly dwellingId!: string;

  @TextField({ max: 500, example: 'Almaty, Test street 1, apt. 2' })
  readonly address!: string;
}

/** The two consents of Appendices 1 and 2 and paragraph 5. */
export class ConsentsDto {
  @FlagField({ about: 'To the use of secrets protected by law.', example: true })
  readonly useOfSecrets!: boolean;

  @FlagField({ about: 'To the processing of personal data.', example: true })
  readonly personalData!: boolean;
}

/**
 * The application of Appendix 1 (free of charge) or 2 (redemption), electronic or on paper: what the forms ask for
 * and no fee.
 */
@ApiExtraModels(SinglePaymentDto, InstalmentsDto, NoPaymentDto)
export class SubmitApplicationDto extends CommandBody {
  @ChoiceField(channels)
  readonly channel!: Channel;

  @ChoiceField(media)
  readonly medium!: Medium;

  @ChoiceField(forms, { example: 'REDEMPTION' })
  readonly form!: Form;

  @ChoiceField(routes)
  readonly route!: Route;

  @KeyField({ about: "The provider's office.", example: 'almaty-bostandyk' })
  readonly officeId!: string;

  @NestedField(() => PersonDto)
  readonly applicant!: PersonDto;

  @NestedListField(() => FamilyMemberDto, { max: 50 })
  readonly familyMembers!: FamilyMemberDto[];

  @NestedField(() => TenancyDto)
  readonly tenancy!: TenancyDto;

  @NestedField(() => DwellingDto)
  readonly dwelling!: DwellingDto;

  @OneOfField(PaymentDto, 'mode', paymentShapes)
  readonly payment!: SinglePaymentDto | InstalmentsDto | NoPaymentDto;

  @TextField({ max: 200, optional: true, about: 'Why it is free of charge (Appendix 1).' })
  readonly freeCategory?: string | null;

  @TextListField({
    max: 100,
    maxItems: 20,
    optional: true,
    about: 'Claims that need a document of their own.',
    example: [],
  })
  readonly claims?: string[] | null;

  @NestedField(() => RepresentativeDto, { optional: true })
  readonly representative?: RepresentativeDto | null;

  @NestedListField(() => CaseDocumentDto, { max: 100 })
  readonly documents!: CaseDocumentDto[];

  @NestedField(() => ConsentsDto)
  readonly consents!: ConsentsDto;
}
