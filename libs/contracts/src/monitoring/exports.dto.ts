import { QueryNumberField } from '../../http/fields/query-values.js';
import { ChoiceField } from '../../http/fields/values.js';

/** How rows of a dataset are written. */
export const exportFormats = ['ndjson', 'csv'] as const;

/** Which rows of a dataset, and how they are written. */
export class ExportQuery {
  @QueryNumberField({
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    optional: true,
    example: 0,
    about: 'Only rows after this log position: the `X-Export-Next` of the page before. Absent: from the beginning.',
  })
  readonly after?: number;

  @QueryNumberField({
    min: 1,
    max: 10_000,
    optional: true,
    example: 1000,
    about: 'The greatest number of rows in the answer. Absent: 1000.',
  })
  readonly limit?: number;

  @ChoiceField(exportFormats, {
    optional: true,
    about: 'The form of the rows. Absent: what `Accept` asks for, else ndjson.',
  })
  readonly format?: (typeof exportFormats)[number];
}
