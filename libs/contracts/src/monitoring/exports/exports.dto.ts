import { ShownList, ShownText } from '../../http/fields/shown.js';

export class ExportColumnDto {
  @ShownText({ example: 'position' })
  readonly name!: string;

  @ShownText()
  readonly about!: string;
}

/** One dataset, and its columns in their order. */
export class ExportedDatasetDto {
  @ShownText({ example: 'missed-duties' })
  readonly name!: string;

  @ShownText()
  readonly about!: string;

  @ShownText({ about: 'Where its first page is.', example: '/api/v1/monitoring/exports/missed-duties' })
  readonly address!: string;

  @ShownList(() => ExportColumnDto)
  readonly columns!: readonly ExportColumnDto[];
}

/** What may be exported. */
export class ExportsDto {
  @ShownList(() => ExportedDatasetDto)
  readonly items!: readonly ExportedDatasetDto[];
}
