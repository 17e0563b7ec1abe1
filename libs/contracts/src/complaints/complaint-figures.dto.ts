import { ApiSchema } from '@nestjs/swagger';
import { addressees, complaintOutcomes, considerations } from '@app/domain';
import { PageDto } from '../casework/answers/lists.dto.js';
import { Shown, ShownChoice, ShownDate, ShownFlag, ShownList, ShownNumber, ShownText } from '../http/fields/shown.js';
import { AnswerReceiptDto, FigureReceiptDto } from '../monitoring/receipt.dto.js';
import { words } from '../http/fields/words.js';

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
