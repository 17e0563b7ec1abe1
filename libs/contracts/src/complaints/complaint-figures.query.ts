import {
  addressees,
  complaintOutcomes,
  considerations,
  type Consideration,
  type Addressee,
  type ComplaintOutcome,
} from '@app/domain';
import { KeyField, LocalDateField } from '../http/fields/formats.js';
import { MonthField, PositionField, QueryNumberField } from '../http/fields/query-values.js';
import { TextField } from '../http/fields/text.js';
import { ChoiceField } from '../http/fields/values.js';

/** Narrows the figures of complaints; what is left out does not. */
class ComplaintSelectionQuery {
  @KeyField({ optional: true, example: 'almaty-bostandyk' })
  readonly officeId?: string;

  @MonthField({ optional: true, about: 'The first month of receipt, in the zone of the provider.' })
  readonly from?: string;

  @MonthField({ optional: true, about: 'The last month of receipt.' })
  readonly until?: string;

  @LocalDateField({
    optional: true,
    about:
      'The day as of whose beginning a running term is over. Where neither it nor a position is given, today; with a position alone nothing that runs is over.',
  })
  readonly asOf?: string;
}

/** Which figures of complaints. */
export class ComplaintFiguresQuery extends ComplaintSelectionQuery {
  @ChoiceField(addressees, { optional: true })
  readonly addressee?: Addressee;

  @PositionField({
    optional: true,
    about: 'The log position that is told of; where absent the one that the read models include.',
  })
  readonly position?: string;
}

/** Which complaints behind a figure: as the link of the figure says. */
export class ComplaintsBehindQuery extends ComplaintSelectionQuery {
  @ChoiceField(addressees)
  readonly addressee!: Addressee;

  @ChoiceField([...complaintOutcomes, 'none'], { about: '`none` for those without an outcome.' })
  readonly outcome!: ComplaintOutcome | 'none';

  @ChoiceField(considerations)
  readonly term!: Consideration;

  @ChoiceField(['true', 'false'])
  readonly extended!: 'true' | 'false';

  @PositionField()
  readonly position!: string;

  @QueryNumberField({ min: 1, max: 200, optional: true, about: 'How many at most; 50 where absent.', example: 50 })
  readonly limit?: number;

  @TextField({ max: 1000, optional: true, about: 'The nextCursor of the page before.' })
  readonly cursor?: string;
}
