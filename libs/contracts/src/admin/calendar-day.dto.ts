import { dayKinds, type DayKind } from '@app/domain';
import { CommandBody } from '../http/command-body.js';
import { LocalDateField } from '../http/fields/formats.js';
import { TextField } from '../http/fields/text.js';
import { ChoiceField } from '../http/fields/values.js';

/** A day of the calendar that is not what the loaded table says; `effectiveAt`: since when that is known. */
export class ChangeCalendarDayDto extends CommandBody {
  @LocalDateField({ example: '2024-06-17' })
  readonly date!: string;

  @ChoiceField(dayKinds)
  readonly to!: DayKind;

  @TextField({ max: 200, example: 'Eid al-Adha is on 16 June' })
  readonly name!: string;

  @TextField({ max: 500, about: 'The act or announcement that says so.', example: 'Announcement of 7 June 2024' })
  readonly source!: string;
}
