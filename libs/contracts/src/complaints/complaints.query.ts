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

/** Narrows the list of complaints; what is left out does not. */
export class ComplaintsQuery extends ListQuery {
  @KeyField({ optional: true, about: 'Complaints about one case.' })
  readonly caseId?: string;

  @KeyField({ optional: true, example: 'almaty-bostandyk' })
  readonly officeId?: string;

  @ChoiceField(addressees, { optional: true })
  readonly addressee?: Addressee;

  @ChoiceField(complaintStatuses, { optional: true })
  readonly status?: ComplaintStatus;

  @ChoiceField(complaintOutcomes, { optional: true })
  readonly outcome?: ComplaintOutcome;

  @ChoiceField(['true', 'false'], { optional: true, about: 'Whether a duty is past due now.' })
  readonly overdue?: 'true' | 'false';
}
