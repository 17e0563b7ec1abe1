import { ApiSchema } from '@nestjs/swagger';
import { InstantField, IinField, LocalDateField } from '../http/fields/formats.js';
import { TextField } from '../http/fields/values.js';
import { NestedField } from '../http/fields/nested.js';

@ApiSchema({ description: 'An electronic digital signature (EDS).' })
export class EdsSignatureDto {
  @TextField({ max: 100, example: '3f2a9c01', about: 'The serial number of the certificate.' })
  readonly certificateSerial!: string;

  @InstantField({ about: 'The instant of the signature.' })
  readonly signedAt!: string;
}

@ApiSchema({ description: 'An identity document.' })
export class IdentityDocumentDto {
  @TextField({ max: 50, example: '041234567', about: 'The number on the document.' })
  readonly number!: string;

  @LocalDateField({ about: 'The day on which it was issued.' })
  readonly issuedOn!: string;

  @TextField({ max: 200, example: 'MIA RK', about: 'The authority that issued it.' })
  readonly issuedBy!: string;
}

@ApiSchema({ description: 'The applicant, as Appendices 1 and 2 ask.' })
export class PersonDto {
  @IinField({ about: 'The individual identification number (IIN), twelve digits.' })
  readonly iin!: string;

  @TextField({ max: 200, example: 'Testova Aigerim', about: 'Surname, name, and patronymic if there is one.' })
  readonly fullName!: string;

  @TextField({ max: 500, example: 'Almaty, Test street 1, apt. 2', about: 'The address at which the person lives.' })
  readonly address!: string;

  @NestedField(() => IdentityDocumentDto, { about: 'The identity document that was shown.' })
  readonly identityDocument!: IdentityDocumentDto;
}

@ApiSchema({ description: 'A signature under the application: by EDS, or by hand on paper.' })
export class FormSignatureDto {
  @InstantField({ about: 'The instant of the signature; not after the filing.' })
  readonly signedAt!: string;

  @TextField({
    max: 100,
    optional: true,
    example: '3f2a9c01',
    about: 'The serial number of the certificate of an EDS; required on an electronic application. Absent: by hand.',
  })
  readonly certificateSerial?: string | null;
}

@ApiSchema({ description: 'The signature of a member of the family under the application, and what they agree to.' })
export class ConsentDto extends FormSignatureDto {
  @IinField({
    optional: true,
    about: 'The IIN of the person in whose name the member agrees to privatize. Absent: refused; null in older cases.',
  })
  readonly nominalOwnerIin?: string | null;
}

@ApiSchema({ description: "A member of the applicant's family." })
export class FamilyMemberDto {
  @IinField({ example: '851231100303', about: 'The individual identification number (IIN), twelve digits.' })
  readonly iin!: string;

  @TextField({ max: 200, example: 'Testov Daniyar', about: 'Surname, name, and patronymic if there is one.' })
  readonly fullName!: string;

  @TextField({ max: 100, example: 'spouse', about: 'How the member is related to the applicant.' })
  readonly relationship!: string;

  @NestedField(() => IdentityDocumentDto, { about: 'The identity document that was shown.' })
  readonly identityDocument!: IdentityDocumentDto;

  @NestedField(() => ConsentDto, {
    optional: true,
    about: 'The signature of the member; every adult member must sign. Absent: the member has not signed.',
  })
  readonly consent?: ConsentDto | null;
}

@ApiSchema({ description: 'A notarized power of attorney (para 5).' })
export class PowerOfAttorneyDto {
  @TextField({ max: 50, example: '1-234', about: 'The number on the document.' })
  readonly number!: string;

  @LocalDateField({ about: 'The day on which it was notarized.' })
  readonly notarizedOn!: string;

  @TextField({ max: 200, example: 'Notary Testbayev', about: 'Who certified it.' })
  readonly notary!: string;
}

@ApiSchema({ description: 'The person who acts for the applicant by a notarized power of attorney (para 5).' })
export class RepresentativeDto {
  @IinField({ about: 'The individual identification number (IIN), twelve digits.' })
  readonly iin!: string;

  @TextField({ max: 200, example: 'Testova Saule', about: 'Surname, name, and patronymic if there is one.' })
  readonly fullName!: string;

  @NestedField(() => PowerOfAttorneyDto, { about: 'The power of attorney.' })
  readonly powerOfAttorney!: PowerOfAttorneyDto;
}
