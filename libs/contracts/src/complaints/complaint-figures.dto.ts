import { ApiSchema } from '@nestjs/swagger';
import {
  addressees,
  complaintOutcomes,
  considerations,
  type Consideration,
  type Addressee,
  type ComplaintOutcome,
} from '@app/domain';
import { KeyField, LocalDateField, MonthField, PositionField, QueryNumberField } from '../http/fields/formats.js';
import { TextField, ChoiceField } from '../http/fields/values.js';
import { words } from '../http/fields/words.js';
import { PageDto } from '../casework/answers/lists.dto.js';
import { Shown, ShownChoice, ShownDate, ShownFlag, ShownList, ShownNumber, ShownText } from '../http/fields/shown.js';
import { AnswerReceiptDto, FigureReceiptDto } from '../monitoring/figures.dto.js';

/** Narrows the figures of complaints; what is left out does not. */
class ComplaintSelectionQuery {
  @KeyField({ ...words.onlyOffice, optional: true })
  readonly officeId?: string;

  @MonthField({ optional: true, about: 'The first month of receipt, in the zone of the office. Absent: no limit.' })
  readonly from?: string;

  @MonthField({ optional: true, about: 'The last month of receipt, in the zone of the office. Absent: no limit.' })
  readonly until?: string;

  @LocalDateField({
    optional: true,
    about:
      'The day at whose beginning running terms are told overdue. Absent: today; with a `position`, nothing is told overdue.',
  })
  readonly asOf?: string;
}

/** Which figures of complaints. */
export class ComplaintFiguresQuery extends ComplaintSelectionQuery {
  @ChoiceField(addressees, { optional: true, about: 'Only complaints to this addressee.' })
  readonly addressee?: Addressee;

  @PositionField({ ...words.askedPosition, optional: true })
  readonly position?: string;
}

/** Which complaints behind a figure: as the link of the figure says. */
export class ComplaintsBehindQuery extends ComplaintSelectionQuery {
  @ChoiceField(addressees, words.addressee)
  readonly addressee!: Addressee;

  @ChoiceField([...complaintOutcomes, 'none'], { about: 'How they were decided; `none`: not at all.' })
  readonly outcome!: ComplaintOutcome | 'none';

  @ChoiceField(considerations, words.complaintTerm)
  readonly term!: Consideration;

  @ChoiceField(['true', 'false'], { about: 'Whether the term to decide was extended.' })
  readonly extended!: 'true' | 'false';

  @PositionField(words.positionOfFigure)
  readonly position!: string;

  @QueryNumberField({ ...words.limit, min: 1, max: 200, optional: true })
  readonly limit?: number;

  @TextField({ ...words.cursor, max: 1000, optional: true })
  readonly cursor?: string;
}

/** What complaints are told apart by. */
class ComplaintKindDto {
  @ShownChoice(addressees, words.addressee)
  readonly addressee!: string;

  @ShownChoice(complaintOutcomes, {
    optional: true,
    about: 'How they were decided; null where they are not decided, or were settled.',
  })
  readonly outcome!: string | null;

  @ShownChoice(considerations, words.complaintTerm)
  readonly term!: string;

  @ShownFlag({ about: 'True where the term to decide was extended.' })
  readonly extended!: boolean;
}

@ApiSchema({ description: 'The number of complaints that are alike in addressee, outcome, term and extension.' })
export class ComplaintFigureDto extends ComplaintKindDto {
  @ShownNumber({ about: 'How many complaints.' })
  readonly count!: number;

  @Shown(() => FigureReceiptDto)
  readonly receipt!: FigureReceiptDto;
}

@ApiSchema({ description: 'Complaints by addressee, outcome, term and extension.' })
export class ComplaintFiguresDto {
  @ShownDate({
    optional: true,
    about: 'The day at whose beginning running terms are told overdue; null where only a position was asked for.',
  })
  readonly asOf!: string | null;

  @ShownNumber({ optional: true, about: 'The log position of the answer; null before the first event.' })
  readonly position!: number | null;

  @Shown(() => AnswerReceiptDto)
  readonly receipt!: AnswerReceiptDto;

  @ShownNumber({ about: 'The number of all complaints counted.' })
  readonly total!: number;

  @ShownList(() => ComplaintFigureDto, { about: 'One entry for each kind of complaint that there is.' })
  readonly items!: readonly ComplaintFigureDto[];
}

@ApiSchema({ description: 'One complaint behind a figure, as it was at the position.' })
export class ComplaintBehindDto extends ComplaintKindDto {
  @ShownText(words.complaintId)
  readonly complaintId!: string;

  @ShownText(words.caseId)
  readonly caseId!: string;

  @ShownText(words.officeId)
  readonly officeId!: string;

  @ShownText(words.rulebook)
  readonly rulebook!: string;

  @ShownDate({ about: 'The day on which it was filed.' })
  readonly filedOn!: string;

  @ShownDate({ optional: true, about: 'The last day to decide it; null before it is registered.' })
  readonly due!: string | null;

  @ShownDate({ optional: true, about: 'The day on which it was decided; null before that.' })
  readonly decidedOn!: string | null;
}

@ApiSchema({ description: 'A page of the complaints behind a figure.' })
export class ComplaintsBehindDto extends PageDto {
  @ShownList(() => ComplaintBehindDto, { about: 'The complaints of this page.' })
  readonly items!: readonly ComplaintBehindDto[];
}
