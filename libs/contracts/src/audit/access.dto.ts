import { ApiSchema } from '@nestjs/swagger';
import { PageDto } from '../casework/answers/lists.dto.js';
import { ShownPersonDto } from '../casework/answers/shown-papers.dto.js';
import { ListQuery } from '../casework/queries.js';
import { IinField, InstantField, KeyField } from '../http/fields/formats.js';
import { Shown, ShownChoice, ShownInstant, ShownList, ShownText, ShownTexts } from '../http/fields/shown.js';
import { TextField, WholeNumberField } from '../http/fields/values.js';
import { words } from '../http/fields/words.js';

/** What narrows the record of who looked, whoever is asked about. */
const from = { optional: true, about: 'Only looks recorded at this instant or later.' };
const to = { optional: true, about: 'Only looks recorded before this instant.' };

/** Narrows the record of who looked. */
export class AccessQuery extends ListQuery {
  @KeyField({ optional: true, about: 'Only looks at this case.' })
  readonly case?: string;

  @TextField({
    max: 200,
    optional: true,
    about: 'Only looks of this reader, as `who` names it. An IIN is refused: addresses end in logs.',
  })
  readonly actor?: string;

  @InstantField(from)
  readonly from?: string;

  @InstantField(to)
  readonly to?: string;
}

@ApiSchema({ description: 'Whose data is asked about.' })
export class PersonAskedDto {
  @IinField({ about: 'The individual identification number (IIN), twelve digits.' })
  readonly iin!: string;
}

@ApiSchema({ description: 'Whose data was looked at, and which part of the record.' })
export class AccessSearchDto extends PersonAskedDto {
  @InstantField(from)
  readonly from?: string | null;

  @InstantField(to)
  readonly to?: string | null;

  @WholeNumberField({ ...words.limit, min: 1, max: 200, optional: true })
  readonly limit?: number | null;

  @TextField({ ...words.cursor, max: 1000, optional: true })
  readonly cursor?: string | null;
}

@ApiSchema({ description: 'One look at personal data, or one that was refused. Names nobody in clear but the reader.' })
export class AccessRecordDto {
  @ShownText(words.eventId)
  readonly eventId!: string;

  @ShownInstant(words.recordedAt)
  readonly at!: string;

  @ShownText({ about: 'The subject of the reader; a keyed digest where that is an IIN.', example: 'auditor' })
  readonly who!: string;

  @ShownText({ about: 'The role that the reader had.', example: 'auditor' })
  readonly role!: string;

  @ShownText({ optional: true, about: 'The office of the reader; null where the token named none.' })
  readonly office!: string | null;

  @ShownChoice(['SHOWN', 'REFUSED'], {
    about: 'SHOWN: it was on record before the answer was sent. REFUSED: nothing was shown.',
  })
  readonly outcome!: string;

  @ShownText({ optional: true, about: 'The code of the refusal; null where it was shown.' })
  readonly refusal!: string | null;

  @ShownTexts({ about: 'The ids of the keys of those who were seen or looked for.' })
  readonly subjects!: readonly string[];

  @ShownTexts({ about: 'The cases in which they were seen.' })
  readonly cases!: readonly string[];

  @ShownText({ about: 'The route that was asked, never the address.', example: 'GET /api/v1/cases/:caseId' })
  readonly what!: string;

  @ShownText({ optional: true, about: 'The purpose that the reader gave; null where there is none.' })
  readonly why!: string | null;
}

@ApiSchema({ description: 'One page of looks at personal data, the newest first.' })
export class AccessPageDto extends PageDto {
  @ShownList(() => AccessRecordDto, { about: 'The looks of this page.' })
  readonly items!: readonly AccessRecordDto[];
}

@ApiSchema({ description: 'A case in which the person stands.' })
export class HeldCaseDto {
  @ShownText(words.caseId)
  readonly caseId!: string;

  @ShownText({ ...words.officeId, optional: true })
  readonly officeId!: string | null;

  @ShownTexts({
    example: ['APPLICANT'],
    about:
      'How the person stands in it. APPLICANT, FAMILY_MEMBER, REPRESENTATIVE, NOMINAL_OWNER; SUBJECT: a paper or an answer of a register is about the person.',
  })
  readonly as!: readonly string[];

  @ShownList(() => ShownPersonDto, { about: 'What is held of the person itself; masked without `unmask=true`.' })
  readonly persons!: readonly ShownPersonDto[];
}

@ApiSchema({ description: 'A complaint that the person lodged.' })
export class HeldComplaintDto {
  @ShownText(words.complaintId)
  readonly complaintId!: string;

  @ShownText({ ...words.caseId, optional: true })
  readonly caseId!: string | null;
}

@ApiSchema({ description: 'What is held of a person, and who looked at it.' })
export class SubjectExtractDto {
  @ShownTexts({ about: 'The ids of the keys that seal what is held, or sealed what was erased.' })
  readonly keyIds!: readonly string[];

  @ShownList(() => HeldCaseDto, { about: 'The cases in which the person stands, at most 200.' })
  readonly cases!: readonly HeldCaseDto[];

  @ShownList(() => HeldComplaintDto, { about: 'The complaints that the person lodged, at most 200.' })
  readonly complaints!: readonly HeldComplaintDto[];

  @Shown(() => AccessPageDto, {
    about: 'Who looked, the newest first, at most 200; the rest by the search of the record.',
  })
  readonly looks!: AccessPageDto;
}
