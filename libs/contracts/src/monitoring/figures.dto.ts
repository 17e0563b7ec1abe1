import { ApiSchema } from '@nestjs/swagger';
import { ShownDate, ShownNumber, ShownText, ShownTexts } from '../http/fields/shown.js';
import { words } from '../http/fields/words.js';

/** What figures rest on. */
class ReceiptDto {
  @ShownText({ example: 'by=office&monthOf=RECEIPT', about: 'The question with nothing left out, in one fixed order.' })
  readonly query!: string;

  @ShownNumber({ optional: true, about: 'The log position of the answer; null before the first event.' })
  readonly position!: number | null;

  @ShownDate({
    optional: true,
    about: 'The day at whose beginning things are told overdue; null where none was asked for.',
  })
  readonly asOf!: string | null;

  @ShownTexts(words.rulebooks)
  readonly rulebooks!: readonly string[];

  @ShownNumber({
    about:
      'The number of documents that an event up to that position holds back (see /monitoring/projections). They are counted without that event. While it is 0, the answer is final: the same bytes whenever it is asked for again.',
  })
  readonly heldBack!: number;
}

@ApiSchema({ description: 'The receipt of an answer: what it rests on.' })
export class AnswerReceiptDto extends ReceiptDto {
  @ShownText({ optional: true, about: 'The address that gives the same answer again; null before the first event.' })
  readonly again!: string | null;
}

@ApiSchema({ description: 'The receipt of figures that share their cases: what they rest on.' })
export class FigureReceiptDto extends ReceiptDto {
  @ShownText({
    optional: true,
    about: 'The address that lists everything they are counted from; null before the first event.',
  })
  readonly cases!: string | null;
}
