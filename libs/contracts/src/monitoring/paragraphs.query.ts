import { KeyField } from '../http/fields/formats.js';
import { QueryNumberField } from '../http/fields/query-values.js';

/** Narrows what is counted under the paragraphs. */
export class ParagraphsQuery {
  @KeyField({ optional: true, example: 'almaty-bostandyk' })
  readonly officeId?: string;

  @QueryNumberField({
    min: 0,
    max: 60,
    optional: true,
    about: 'How many days ahead is soon; 3 where absent.',
    example: 3,
  })
  readonly soonDays?: number;
}
