import { ApiSchema } from '@nestjs/swagger';
import { offDayKinds } from '@app/domain';
import { CommandBody } from '../http/command.dto.js';
import { LocalDateField } from '../http/fields/formats.js';
import { NestedListField } from '../http/fields/nested.js';
import { ChoiceField, FlagField, TextField, TextListField } from '../http/fields/values.js';

@ApiSchema({ description: 'A day off that is not a plain weekend, as it is entered.' })
export class AddedOffDayDto {
  @LocalDateField({ example: '2028-01-03', about: 'The day off.' })
  readonly date!: string;

  @ChoiceField(offDayKinds, {
    about:
      '`substitute`: a day off for a holiday at a weekend. `day_off_no_roll`: a day off for which no other day is given. `transfer_off`: a day off in exchange for a working weekend.',
  })
  readonly kind!: (typeof offDayKinds)[number];

  @TextField({ max: 200, example: "New Year's Day (observed)", about: 'The name of the holiday or the change.' })
  readonly name!: string;
}

@ApiSchema({
  description:
    'A year that follows the last one of the calendar: every day of it that is not what its weekday says. `effectiveAt` tells since when it is known.',
})
export class AddCalendarYearDto extends CommandBody {
  @NestedListField(() => AddedOffDayDto, {
    min: 1,
    max: 100,
    about: 'The days off: holidays, also those at weekends, the days given for them, and transfers.',
  })
  readonly off!: readonly AddedOffDayDto[];

  @TextListField({
    max: 10,
    maxItems: 50,
    optional: true,
    example: ['2028-01-08'],
    about: 'The Saturdays and Sundays that are made working days.',
  })
  readonly workingWeekends!: readonly string[];

  @FlagField({ about: 'True while the authorities may still move a day of it.' })
  readonly provisional!: boolean;

  @TextField({ max: 500, example: 'Order 412 of 10 November 2027', about: 'The act that the year rests on.' })
  readonly source!: string;
}
