import { ShownDate, ShownNumber, ShownText, ShownTexts } from '../http/fields/shown.js';

/** What figures rest on. */
class ReceiptDto {
  @ShownText({
    about: 'What was asked, in one order and with nothing left open.',
    example: 'by=office&monthOf=RECEIPT',
  })
  readonly query!: string;

  @ShownNumber({ optional: true, about: 'The log position told of; null before the first event.' })
  readonly position!: number | null;

  @ShownDate({
    optional: true,
    about: 'The day as of whose beginning something is overdue; null where none was asked for.',
  })
  readonly asOf!: string | null;

  @ShownTexts({ about: 'The rulebooks under which what is counted was accepted.', example: ['KZ-437/2021-08-12'] })
  readonly rulebooks!: readonly string[];

  @ShownNumber({
    about:
      'How many documents an event up to that position holds back (see /monitoring/projections): they are counted without it. While it is 0, the answer is final: the same bytes whenever it is asked for again.',
  })
  readonly heldBack!: number;
}

/** The receipt of an answer. */
export class AnswerReceiptDto extends ReceiptDto {
  @ShownText({ optional: true, about: 'Gives the same answer again.' })
  readonly again!: string | null;
}

/** The receipt of figures that share their cases. */
export class FigureReceiptDto extends ReceiptDto {
  @ShownText({ optional: true, about: 'Lists all that they are counted from.' })
  readonly cases!: string | null;
}
