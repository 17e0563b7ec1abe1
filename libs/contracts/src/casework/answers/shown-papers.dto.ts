import { ApiSchema } from '@nestjs/swagger';
import { documentTypes } from '@app/domain';
import { ConsentDto, IdentityDocumentDto, PowerOfAttorneyDto } from '../person.dto.js';
import { Shown, ShownChoice, ShownDate, ShownFlag, ShownText } from '../../http/fields/shown.js';
import { words } from '../../http/fields/words.js';

@ApiSchema({
  description:
    "A person as the reader's role may see them: masked where it does not need more; `erased` where their key was destroyed.",
})
export class ShownPersonDto {
  @ShownText(words.iin)
  readonly iin!: string;

  @ShownText(words.fullName)
  readonly fullName!: string;

  @ShownText({ ...words.address, optional: true })
  readonly address?: string;

  @ShownText({
    optional: true,
    about: 'How a member of the family is related to the applicant; absent for other people.',
  })
  readonly relationship?: string;

  @Shown(() => IdentityDocumentDto, {
    optional: true,
    about: 'The identity document; absent for roles that do not need it.',
  })
  readonly identityDocument?: IdentityDocumentDto;

  @Shown(() => ConsentDto, {
    optional: true,
    about: 'The signature of a member of the family; null where there is none, absent for other people.',
  })
  readonly consent?: ConsentDto | null;

  @Shown(() => PowerOfAttorneyDto, {
    optional: true,
    about: 'The power of attorney of a representative; absent for other people.',
  })
  readonly powerOfAttorney?: PowerOfAttorneyDto;

  @ShownFlag({ ...words.erased, optional: true })
  readonly erased?: boolean;
}

@ApiSchema({ description: 'A document of item 8 of the Standard, as it was attached.' })
export class ShownDocumentDto {
  @ShownChoice(documentTypes, words.documentType)
  readonly type!: string;

  @ShownText({ optional: true, about: 'The number on the document; null where it has none.' })
  readonly number!: string | null;

  @ShownDate({ optional: true, about: 'The day on which it was issued; null where it was not given.' })
  readonly issuedOn!: string | null;

  @ShownDate({ optional: true, about: 'The last day on which it is valid; null where it does not expire.' })
  readonly expiresOn!: string | null;

  @ShownText(words.sha256)
  readonly sha256!: string;
}
