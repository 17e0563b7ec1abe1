import { ApiSchema } from '@nestjs/swagger';
import { ShownList, ShownText } from '../../http/fields/shown.js';

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
