import { KeyField } from '../http/fields/formats.js';
import { QueryNumberField } from '../http/fields/query-values.js';
import { words } from '../http/fields/words.js';

/** Narrows what is counted under the paragraphs. */
export class ParagraphsQuery {
  @KeyField({ ...words.onlyOffice, optional: true })
  readonly officeId?: string;

  @QueryNumberField({ ...words.soonDays, min: 0, max: 60, optional: true })
  readonly soonDays?: number;
}
