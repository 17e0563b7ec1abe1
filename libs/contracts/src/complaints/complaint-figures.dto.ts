import { addressees, complaintOutcomes, considerations } from '@app/domain';
import { PageDto } from '../casework/answers/lists.dto.js';
import { Shown, ShownChoice, ShownDate, ShownFlag, ShownList, ShownNumber, ShownText } from '../http/fields/shown.js';
import { AnswerReceiptDto, FigureReceiptDto } from '../monitoring/receipt.dto.js';

/** What complaints are told apart by. */
class ComplaintKindDto {
  @ShownChoice(addressees)
  readonly addressee!: string;

  @ShownChoice(complaintOutcomes, { optional: true, about: 'Null while it is not decided, and where it was settled.' })
  readonly outcome!: string | null;

  @ShownChoice(considerations, {
    about:
      'The term of consideration: not begun, running, over and not decided as of asOf, kept, decided late; none is needed where it was settled.',
  })
  readonly term!: string;

  @ShownFlag({ about: 'Whether that term was extended.' })
  readonly extended!: boolean;
}

/** How many complaints are alike in all four. */
export class ComplaintFigureDto extends ComplaintKindDto {
  @ShownNumber()
  readonly count!: number;

  @Shown(() => FigureReceiptDto)
  readonly receipt!: FigureReceiptDto;
}

/** Complaints by addressee, outcome, term kept and extension. */
export class ComplaintFiguresDto {
  @ShownDate({
    optional: true,
    about: 'The day as of whose beginning running and over are told apart; null where only a position was asked for.',
  })
  readonly asOf!: string | null;

  @ShownNumber({ optional: true, about: 'The log position told of; null before the first event.' })
  readonly position!: number | null;

  @Shown(() => AnswerReceiptDto)
  readonly receipt!: AnswerReceiptDto;

  @ShownNumber()
  readonly total!: number;

  @ShownList(() => ComplaintFigureDto)
  readonly items!: readonly ComplaintFigureDto[];
}

/** One complaint behind a figure, as it was at the position. */
export class ComplaintBehindDto extends ComplaintKindDto {
  @ShownText()
  readonly complaintId!: string;

  @ShownText()
  readonly caseId!: string;

  @ShownText({ example: 'almaty-bostandyk' })
  readonly officeId!: string;

  @ShownText({ example: 'KZ-437/2021-08-12' })
  readonly rulebook!: string;

  @ShownDate()
  readonly filedOn!: string;

  @ShownDate({ optional: true, about: 'Until when it is to be decided; null before it was registered.' })
  readonly due!: string | null;

  @ShownDate({ optional: true })
  readonly decidedOn!: string | null;
}

export class ComplaintsBehindDto extends PageDto {
  @ShownList(() => ComplaintBehindDto)
  readonly items!: readonly ComplaintBehindDto[];
}
