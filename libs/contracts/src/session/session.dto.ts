import { ApiSchema } from '@nestjs/swagger';
import { languages } from '@app/domain';
import {
  Shown,
  ShownChoice,
  ShownDate,
  ShownFlag,
  ShownInstant,
  ShownList,
  ShownText,
  ShownTexts,
} from '../http/fields/shown.js';
import { KeyField } from '../http/fields/formats.js';
import { TextField } from '../http/fields/values.js';
import { words } from '../http/fields/words.js';

@ApiSchema({ description: 'The name of an office in each language.' })
export class OfficeNamesDto {
  @ShownText({ example: 'Алматы қаласы, Бостандық ауданы', about: 'The name in Kazakh.' })
  readonly kk!: string;

  @ShownText({ example: 'Город Алматы, Бостандыкский район', about: 'The name in Russian.' })
  readonly ru!: string;

  @ShownText({ example: 'Almaty, Bostandyk district', about: 'The name in English.' })
  readonly en!: string;
}

@ApiSchema({ description: 'An office of a local executive body.' })
export class OfficeDto {
  @ShownText({ ...words.officeId, about: 'Names the office in tokens, cases and filters.' })
  readonly officeId!: string;

  @Shown(() => OfficeNamesDto, {
    optional: true,
    about: 'What it is called; null where the installation has not said.',
  })
  readonly names!: OfficeNamesDto | null;

  @ShownText({ example: 'Asia/Almaty', about: 'Its time zone. All dates of its cases are dates there.' })
  readonly zone!: string;
}

@ApiSchema({ description: 'Every office, in the order in which the installation names them.' })
export class OfficesDto {
  @ShownList(() => OfficeDto, { about: 'Every office, with its name and zone.' })
  readonly items!: readonly OfficeDto[];
}

@ApiSchema({ description: 'Who is signed in, as the token says, and what they may do.' })
export class SessionDto {
  @ShownText({ example: 'caseworker@almaty-bostandyk', about: 'The person: the subject of the token.' })
  readonly name!: string;

  @ShownText({ example: 'caseworker', about: 'The role that is worn: everything is answered by it.' })
  readonly role!: string;

  @ShownTexts({ example: ['caseworker'], about: 'Every role that the token carries.' })
  readonly roles!: readonly string[];

  @Shown(() => OfficeDto, { optional: true, about: 'The office that the token names; null where it names none.' })
  readonly office!: OfficeDto | null;

  @ShownFlag({ about: 'True where the role sees and acts on the cases of that office alone.' })
  readonly officeBound!: boolean;

  @ShownTexts({ example: ['application:register'], about: 'Everything that the role may do.' })
  readonly permissions!: readonly string[];

  @ShownText({ example: 'Asia/Almaty', about: 'The time zone of the office, else that of the country.' })
  readonly zone!: string;

  @ShownDate({ about: 'The date there when it was asked.' })
  readonly today!: string;

  @ShownChoice(languages, { about: 'The language that was asked for.' })
  readonly language!: string;

  @ShownTexts({ example: [...languages], about: 'The languages that are spoken.' })
  readonly languages!: readonly string[];
}

@ApiSchema({ description: 'How somebody signs in to the console. It is open to everybody and tells no secret.' })
export class ConsoleConfigDto {
  @ShownText({ optional: true, about: 'The address of the issuer of tokens; null for the development issuer.' })
  readonly issuer!: string | null;

  @ShownText({ optional: true, about: 'The client that the console is to that issuer; null where there is none.' })
  readonly clientId!: string | null;

  @ShownFlag({ about: 'True where `POST /dev/token` gives a token to whoever chooses a role: never in production.' })
  readonly developmentSignIn!: boolean;
}

@ApiSchema({ description: 'A role that the development issuer gives tokens for.' })
export class DevelopmentRoleDto {
  @ShownText({ example: 'caseworker', about: 'A role that tokens may carry.' })
  readonly role!: string;

  @ShownFlag({ about: 'True where it acts for one office, which has to be named.' })
  readonly officeBound!: boolean;
}

@ApiSchema({ description: 'What may be chosen at the development sign-in.' })
export class DevelopmentSignInDto {
  @ShownList(() => DevelopmentRoleDto, { about: 'Every role that may be chosen.' })
  readonly roles!: readonly DevelopmentRoleDto[];

  @ShownList(() => OfficeDto, { about: 'Every office that may be chosen.' })
  readonly offices!: readonly OfficeDto[];
}

@ApiSchema({ description: 'Who somebody wants to be. Development only.' })
export class DevelopmentTokenDto {
  @KeyField({ example: 'caseworker', about: 'The role to be signed in with.' })
  readonly role!: string;

  @KeyField({ ...words.officeId, optional: true, about: 'The office, for a role that is bound to one.' })
  readonly office?: string;

  @TextField({ max: 200, optional: true, about: 'The name of the person, without blanks. Absent: role and office.' })
  readonly name?: string;
}

@ApiSchema({ description: 'A bearer token of the development issuer.' })
export class DevelopmentTokenAnswerDto {
  @ShownText({ about: 'The bearer token for `Authorization`.' })
  readonly token!: string;

  @ShownInstant({ about: 'The instant at which it ends.' })
  readonly endsAt!: string;
}
