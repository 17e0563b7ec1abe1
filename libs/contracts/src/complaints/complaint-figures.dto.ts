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
import { words } from '../http/fields/words.js';

/** Narrows the figures of complaints; what is left out does not. */
class ComplaintSelectionQuery {
  @KeyField({ ...words.onlyOffice, optional: true })
  readonly officeId?: string;

  @MonthField({ optional: true, about: 'The first month of receipt, in the zone of the office. Absent: no limit.' })
  readonly from?: string;

  @MonthField({ optional: true, about: 'The last month of receipt, in the zone of the office. Absent: no limit.' })
  readonly until?: string;

  @LocalDateField({
    optional: true,
    about:
      'The day at whose beginning running terms are told overdue. Absent: today; with a `position`, nothing is told overdue.',
  })
  readonly asOf?: string;
}

/** Which figures of complaints. */
export class ComplaintFiguresQuery extends ComplaintSelectionQuery {
  @ChoiceField(addressees, { optional: true, about: 'Only complaints to this addressee.' })
  readonly addressee?: Addressee;

  @PositionField({ ...words.askedPosition, optional: true })
  readonly position?: string;
}

/** Which complaints behind a figure: as the link of the figure says. */
export class ComplaintsBehindQuery extends ComplaintSelectionQuery {
  @ChoiceField(addressees, words.addressee)
  readonly addressee!: Addressee;

  @ChoiceField([...complaintOutcomes, 'none'], { about: 'How they were decided; `none`: not at all.' })
  readonly outcome!: ComplaintOutcome | 'none';

  @ChoiceField(considerations, words.complaintTerm)
  readonly term!: Consideration;

  @ChoiceField(['true', 'false'], { about: 'Whether the term to decide was extended.' })
  readonly extended!: 'true' | 'false';

  @PositionField(words.positionOfFigure)
  readonly position!: string;

  @QueryNumberField({ ...words.limit, min: 1, max: 200, optional: true })
  readonly limit?: number;

  @TextField({ ...words.cursor, max: 1000, optional: true })
  readonly cursor?: string;
}
