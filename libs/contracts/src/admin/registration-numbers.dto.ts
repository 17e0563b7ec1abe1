import { ApiSchema } from '@nestjs/swagger';
import { ShownList, ShownNumber, ShownText, ShownTexts } from '../http/fields/shown.js';

@ApiSchema({ description: 'A number that an office had given to several applications.' })
export class RepeatedNumberDto {
  @ShownText({ about: 'The office.' })
  readonly officeId!: string;

  @ShownText({ about: 'The number, as it was written in the last of them.' })
  readonly number!: string;

  @ShownTexts({ about: 'The cases that were registered under it, in the order of the log.' })
  readonly caseIds!: readonly string[];
}

@ApiSchema({
  description: 'Numbers that were given several times before numbers were claimed. Nothing is refused for them.',
})
export class RepeatedNumbersDto {
  @ShownNumber({ about: 'How many there are; the list holds the first 200 of them.' })
  readonly total!: number;

  @ShownList(() => RepeatedNumberDto, { about: 'The numbers.' })
  readonly items!: readonly RepeatedNumberDto[];
}
