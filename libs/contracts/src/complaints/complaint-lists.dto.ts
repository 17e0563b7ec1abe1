import { ApiSchema } from '@nestjs/swagger';
import {
  addressees,
  complaintOutcomes,
  complaintStatuses,
  media,
  contestedKinds,
  lodgings,
  type Addressee,
  type ComplaintOutcome,
  type ComplaintStatus,
} from '@app/domain';
import { KeyField } from '../http/fields/formats.js';
import { ChoiceField } from '../http/fields/values.js';
import { ListQuery } from '../casework/queries.js';
import { words } from '../http/fields/words.js';
import { NextDueDto, PageDto } from '../casework/answers/lists.dto.js';
import {
  Shown,
  ShownChoice,
  ShownDate,
  ShownFlag,
  ShownInstant,
  ShownList,
  ShownNumber,
  ShownText,
} from '../http/fields/shown.js';

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

/** A complaint, or what is told of it, as the events up to a revision say. */
export class OfComplaintDto {
  @ShownText(words.complaintId)
  readonly complaintId!: string;

  @ShownNumber(words.revision)
  readonly revision!: number;
}

/** Where a complaint stands, and to whom it was made. */
export class ComplaintHeadDto {
  @ShownText(words.complaintId)
  readonly complaintId!: string;

  @ShownText(words.caseId)
  readonly caseId!: string;

  @ShownText(words.officeId)
  readonly officeId!: string;

  @ShownChoice(complaintStatuses, words.complaintStatus)
  readonly status!: string;

  @ShownChoice(addressees, words.addressee)
  readonly addressee!: string;

  @ShownChoice(lodgings, words.lodgedWith)
  readonly lodgedWith!: string;

  @ShownChoice(media, words.medium)
  readonly medium!: string;

  @ShownInstant({ about: 'The instant at which it was filed.' })
  readonly filedAt!: string;

  @ShownInstant(words.updatedAt)
  readonly updatedAt!: string;
}

@ApiSchema({ description: 'One complaint in a list.' })
export class ComplaintRowDto extends ComplaintHeadDto {
  @ShownNumber(words.revision)
  readonly revision!: number;

  @ShownChoice(contestedKinds, words.contested)
  readonly kind!: string;

  @ShownDate({ about: 'The day on which it was received.' })
  readonly receivedOn!: string;

  @ShownText({ optional: true, about: 'The number under which the complaint was registered; null before that.' })
  readonly registrationNumber!: string | null;

  @ShownFlag({ about: 'True where the term to decide it was extended.' })
  readonly extended!: boolean;

  @ShownChoice(complaintOutcomes, {
    optional: true,
    about: 'How it was decided; null where it is not decided, or was settled.',
  })
  readonly outcome!: string | null;

  @ShownChoice(['NOT_BEGUN', 'RUNNING', 'KEPT', 'LATE', 'SETTLED', 'PENDING'], {
    about:
      'The term to decide the complaint. RUNNING lasts until it is decided, also past its day. SETTLED: no decision is needed. PENDING: decided while no calendar tells its day.',
  })
  readonly term!: string;

  @ShownInstant({ optional: true, about: 'The instant until which it must be decided; null before it is registered.' })
  readonly considerationDueAt!: string | null;

  @Shown(() => NextDueDto, { optional: true, about: 'The open duty that is due first; null where none is open.' })
  readonly nextDue!: NextDueDto | null;
}

@ApiSchema({ description: 'A page of complaints.' })
export class ComplaintPageDto extends PageDto {
  @ShownList(() => ComplaintRowDto, { about: 'The complaints of this page.' })
  readonly items!: readonly ComplaintRowDto[];
}
