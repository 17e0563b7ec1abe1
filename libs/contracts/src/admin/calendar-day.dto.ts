import { ApiSchema } from '@nestjs/swagger';
import { dayKinds, type DayKind } from '@app/domain';
import { CommandBody } from '../http/command.dto.js';
import { LocalDateField } from '../http/fields/formats.js';
import { TextField, ChoiceField } from '../http/fields/values.js';

@ApiSchema({
  description: 'A day that is not what the built-in calendar says. `effectiveAt` tells since when that is known.',
})
export class ChangeCalendarDayDto extends CommandBody {
  @LocalDateField({ example: '2024-06-17', about: 'The day to change.' })
  readonly date!: string;

  @ChoiceField(dayKinds, { about: 'What the day is: a WORKING day, or OFF.' })
  readonly to!: DayKind;

  @TextField({ max: 200, example: 'Eid al-Adha is on 16 June', about: 'The reason shown for the day.' })
  readonly name!: string;

  @TextField({
    max: 500,
    example: 'Announcement of 7 June 2024',
    about: 'The act or announcement that changes the day.',
  })
  readonly source!: string;
}
