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
    about: 'The X-Export-Next of the page before; from the beginning where absent.',
    example: 0,
  })
  readonly after?: number;

  @QueryNumberField({
    min: 1,
    max: 10_000,
    optional: true,
    about: 'How many rows at most; 1000 where absent.',
    example: 1000,
  })
  readonly limit?: number;

  @ChoiceField(exportFormats, { optional: true, about: 'As Accept asks where absent, else ndjson.' })
  readonly format?: (typeof exportFormats)[number];
}
