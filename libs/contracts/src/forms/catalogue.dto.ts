import { ApiSchema } from '@nestjs/swagger';
import { ShownList, ShownText, ShownTexts } from '../http/fields/shown.js';
import { words } from '../http/fields/words.js';

@ApiSchema({ description: 'A word of the contract and what it is called.' })
export class TitledWordDto {
  @ShownText({ example: 'REDEMPTION', about: 'The word, for machines.' })
  readonly word!: string;

  @ShownText({ example: 'For its residual value', about: 'What it is called, in the language of the answer.' })
  readonly title!: string;
}

@ApiSchema({ description: 'A list of words that are chosen among.' })
export class TitledListDto {
  @ShownText({ example: 'forms', about: 'The name of the list.' })
  readonly name!: string;

  @ShownList(() => TitledWordDto, { about: 'Its words, in their order.' })
  readonly words!: readonly TitledWordDto[];
}

@ApiSchema({ description: 'A duty of the Order.' })
export class CatalogueDutyDto {
  @ShownText(words.rule)
  readonly rule!: string;

  @ShownText({ about: 'What must be done, in the language of the answer.' })
  readonly duty!: string;

  @ShownText(words.paragraph)
  readonly paragraph!: string;

  @ShownText({ example: 'PROVIDER', about: 'Who must do it: a word of the list `debtors`.' })
  readonly debtor!: string;

  @ShownText({ example: 'OBLIGATION', about: 'A word of the list `dutyKinds`.' })
  readonly kind!: string;
}

@ApiSchema({ description: 'A rule of the Order and where it stands.' })
export class CatalogueRuleDto {
  @ShownText(words.rule)
  readonly rule!: string;

  @ShownText({ ...words.paragraph, optional: true })
  readonly paragraph!: string | null;
}

@ApiSchema({ description: 'A refusal: why a command is not carried out, and what to do then.' })
export class CatalogueRefusalDto {
  @ShownText({ example: 'hearing-not-held', about: 'The code, for machines; it never changes.' })
  readonly code!: string;

  @ShownText({ ...words.rule, optional: true })
  readonly rule!: string | null;

  @ShownText({ about: 'What is wrong; `{name}` stands for a fact.' })
  readonly message!: string;

  @ShownText({ about: 'What to do then; `{name}` stands for a fact.' })
  readonly next!: string;
}

@ApiSchema({ description: 'A problem that is no refusal.' })
export class CatalogueProblemDto {
  @ShownText({ example: 'fields-invalid', about: 'The code, for machines; it never changes.' })
  readonly code!: string;

  @ShownText({ example: 'Some fields are not valid', about: 'What it is called.' })
  readonly title!: string;
}

@ApiSchema({ description: 'A command and its form.' })
export class CatalogueCommandDto {
  @ShownText({ example: 'SignAgreement', about: 'The name of the command.' })
  readonly command!: string;

  @ShownText({ example: 'Sign the agreement', about: 'What it is called.' })
  readonly title!: string;

  @ShownText({ example: '/api/v1/schemas/SignAgreement', about: 'The address of the schema of its body.' })
  readonly schema!: string;

  @ShownTexts({ about: 'The roles that may send it.' })
  readonly roles!: readonly string[];
}

@ApiSchema({ description: 'A field of a form and what it is called.' })
export class CatalogueFieldDto {
  @ShownText({
    example: 'RecordHearingDto.note',
    about: 'The name of the field, with its shape before it where it is called otherwise there.',
  })
  readonly field!: string;

  @ShownText({ example: 'Note', about: 'What it is called.' })
  readonly title!: string;

  @ShownText({ optional: true, about: 'What is to be put there; null where the title says enough.' })
  readonly hint!: string | null;
}

@ApiSchema({ description: 'Whatever this system calls something, in one language.' })
export class CatalogueDto {
  @ShownText({ example: 'kk', about: 'The language in which the words are.' })
  readonly language!: string;

  @ShownList(() => TitledListDto, {
    about: 'Every list of words: `caseStatuses`, `caseStages`, `debtors`, and those that forms let choose among.',
  })
  readonly choices!: readonly TitledListDto[];

  @ShownList(() => CatalogueDutyDto, { about: 'The duties of cases and complaints, by rule.' })
  readonly duties!: readonly CatalogueDutyDto[];

  @ShownList(() => CatalogueRuleDto, { about: 'Every rule that this system knows.' })
  readonly rules!: readonly CatalogueRuleDto[];

  @ShownList(() => TitledWordDto, { about: 'The events of cases and complaints.' })
  readonly events!: readonly TitledWordDto[];

  @ShownList(() => CatalogueCommandDto, { about: 'The commands to cases and complaints.' })
  readonly commands!: readonly CatalogueCommandDto[];

  @ShownList(() => CatalogueRefusalDto, { about: 'Every refusal.' })
  readonly refusals!: readonly CatalogueRefusalDto[];

  @ShownList(() => CatalogueProblemDto, { about: 'Every other problem.' })
  readonly problems!: readonly CatalogueProblemDto[];

  @ShownList(() => CatalogueFieldDto, { about: 'The fields of forms.' })
  readonly fields!: readonly CatalogueFieldDto[];
}
