import { IinField, InstantField, LocalDateField } from '../http/fields/formats.js';
import { NestedField } from '../http/fields/nested.js';
import { TextField } from '../http/fields/text.js';

export class IdentityDocumentDto {
  @TextField({ max: 50, example: '041234567' })
  readonly number!: string;

  @LocalDateField()
  readonly issuedOn!: string;

  @TextField({ max: 200, example: 'MIA RK' })
  readonly issuedBy!: string;
}

/** The applicant, as Appendices 1 and 2 ask. */
export class PersonDto {
  @IinField()
  readonly iin!: string;

  @TextField({ max: 200, about: 'Surname, name, patronymic if any.', example: 'Testova Aigerim' })
  readonly fullName!: string;

  @TextField({ max: 500, about: 'Residence.', example: 'Almaty, Test street 1, apt. 2' })
  readonly address!: string;

  @NestedField(() => IdentityDocumentDto)
  readonly identityDocument!: IdentityDocumentDto;
}

/** When a member signed the application. */
export class ConsentDto {
  @InstantField()
  readonly signedAt!: string;
}

export class FamilyMemberDto {
  @IinField({ example: '851231100303' })
  readonly iin!: string;

  @TextField({ max: 200, example: 'Testov Daniyar' })
  readonly fullName!: string;

  @TextField({ max: 100, about: 'Degree of relationship to the applicant.', example: 'spouse' })
  readonly relationship!: string;

  @NestedField(() => IdentityDocumentDto)
  readonly identityDocument!: IdentityDocumentDto;

  @NestedField(() => ConsentDto, { optional: true, about: 'Every adult member must agree (Appendices 1 and 2).' })
  readonly consent?: ConsentDto | null;
}

export class PowerOfAttorneyDto {
  @TextField({ max: 50, example: '1-234' })
  readonly number!: string;

  @LocalDateField()
  readonly notarizedOn!: string;

  @TextField({ max: 200, example: 'Notary Testbayev' })
  readonly notary!: string;
}

/** Acts for the applicant by a notarized power of attorney (para 5). */
export class RepresentativeDto {
  @IinField()
  readonly iin!: string;

  @TextField({ max: 200, example: 'Testova Saule' })
  readonly fullName!: string;

  @NestedField(() => PowerOfAttorneyDto)
  readonly powerOfAttorney!: PowerOfAttorneyDto;
}
