import {
  addressees,
  complaintOutcomes,
  complaintStatuses,
  type Addressee,
  type ComplaintOutcome,
  type ComplaintStatus,
} from '@app/domain';
import { KeyField } from '../http/fields/formats.js';
import { ChoiceField } from '../http/fields/values.js';
import { ListQuery } from '../casework/queries/list.query.js';
import { words } from '../http/fields/words.js';

/** Narrows the list of complaints; what is left out does not. */
export class ComplaintsQuery extends ListQuery {
  @KeyField({ optional: true, about: 'Only complaints about this case.' })
  readonly caseId?: string;

  @KeyField({ ...words.onlyOffice, optional: true })
  readonly officeId?: string;

  @ChoiceField(addressees, { optional: true, about: 'Only complaints to this addressee.' })
  readonly addressee?: Addressee;

  @ChoiceField(complaintStatuses, { optional: true, about: 'Only complaints with this last step.' })
  readonly status?: ComplaintStatus;

  @ChoiceField(complaintOutcomes, { optional: true, about: 'Only complaints that were decided so.' })
  readonly outcome?: ComplaintOutcome;

  @ChoiceField(['true', 'false'], {
    optional: true,
    about: '`true`: only complaints with a duty past due now. `false`: only complaints without one. Absent: both.',
  })
  readonly overdue?: 'true' | 'false';
}
