import { ApiSchema } from '@nestjs/swagger';
import { QueryNumberField } from '../http/fields/formats.js';
import { ChoiceField } from '../http/fields/values.js';
import { ShownList, ShownText } from '../http/fields/shown.js';

/** How rows of a dataset are written. */
const exportFormats = ['ndjson', 'csv'] as const;

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

@ApiSchema({ description: 'A column of a dataset.' })
export class ExportColumnDto {
  @ShownText({ example: 'position', about: 'The name of the column.' })
  readonly name!: string;

  @ShownText({ about: 'What the column holds.' })
  readonly about!: string;
}

@ApiSchema({ description: 'A dataset with its columns in order.' })
export class ExportedDatasetDto {
  @ShownText({ example: 'missed-duties', about: 'The name of the dataset, as it stands in the address.' })
  readonly name!: string;

  @ShownText({ about: 'What its rows are.' })
  readonly about!: string;

  @ShownText({ example: '/api/v1/monitoring/exports/missed-duties', about: 'The address of its first page.' })
  readonly address!: string;

  @ShownList(() => ExportColumnDto, { about: 'The columns in order.' })
  readonly columns!: readonly ExportColumnDto[];
}

@ApiSchema({ description: 'The datasets that may be exported.' })
export class ExportsDto {
  @ShownList(() => ExportedDatasetDto, { about: 'One entry for each dataset.' })
  readonly items!: readonly ExportedDatasetDto[];
}
