import { ApiSchema } from '@nestjs/swagger';
import { caseStages, forms, routes } from '@app/domain';
import { PageDto } from '../casework/answers/lists.dto.js';
import { ShownChoice, ShownDate, ShownList, ShownNumber, ShownText } from '../http/fields/shown.js';
import { words } from '../http/fields/words.js';

@ApiSchema({ description: 'One case behind a figure, as it was at the position.' })
export class CaseBehindDto {
  @ShownText(words.caseId)
  readonly caseId!: string;

  @ShownText(words.officeId)
  readonly officeId!: string;

  @ShownChoice(routes, words.route)
  readonly route!: string;

  @ShownChoice(forms, words.form)
  readonly form!: string;

  @ShownChoice(caseStages, words.stage)
  readonly stage!: string;

  @ShownText(words.rulebook)
  readonly rulebook!: string;

  @ShownDate({ about: 'The day on which the application counts as accepted.' })
  readonly receivedOn!: string;

  @ShownDate({ optional: true, about: 'The day on which the commission decided; null before that.' })
  readonly decidedOn!: string | null;

  @ShownDate({ optional: true, about: 'The day on which the case ended; null before that.' })
  readonly closedOn!: string | null;

  @ShownNumber({ optional: true, about: 'The length in calendar days, where the figure measures one; else null.' })
  readonly calendarDays!: number | null;

  @ShownNumber({ optional: true, about: 'The length in working days, where the figure measures one; else null.' })
  readonly workingDays!: number | null;
}

@ApiSchema({ description: 'A page of the cases behind a figure.' })
export class CasesBehindDto extends PageDto {
  @ShownList(() => CaseBehindDto, { about: 'The cases of this page.' })
  readonly items!: readonly CaseBehindDto[];
}
