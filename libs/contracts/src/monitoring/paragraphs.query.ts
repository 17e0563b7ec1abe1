import { KeyField } from '../http/fields/formats.js';
import { QueryNumberField } from '../http/fields/query-values.js';
import { words } from '../http/fields/words.js';

/** Narrows what is counted under the paragraphs. */
export class ParagraphsQuery {
  @KeyField({ ...words.onlyOffice, optional: true })
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
