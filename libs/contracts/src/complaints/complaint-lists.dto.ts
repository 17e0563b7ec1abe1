import { media, addressees, complaintOutcomes, complaintStatuses, contestedKinds, lodgings } from '@app/domain';
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

/** One complaint as a list shows it. */
export class ComplaintRowDto {
  @ShownText()
  readonly complaintId!: string;

  @ShownText()
  readonly caseId!: string;

  @ShownText({ example: 'almaty-bostandyk' })
  readonly officeId!: string;

  @ShownNumber()
  readonly revision!: number;

  @ShownChoice(complaintStatuses)
  readonly status!: string;

  @ShownChoice(addressees)
  readonly addressee!: string;

  @ShownChoice(lodgings)
  readonly lodgedWith!: string;

  @ShownChoice(media)
  readonly medium!: string;

  @ShownChoice(contestedKinds)
  readonly kind!: string;

  @ShownDate()
  readonly receivedOn!: string;

  @ShownText({ optional: true })
  readonly registrationNumber!: string | null;

  @ShownFlag({ about: 'Whether the term of consideration was extended.' })
  readonly extended!: boolean;

  @ShownChoice(complaintOutcomes, { optional: true })
  readonly outcome!: string | null;

  @ShownChoice(['NOT_BEGUN', 'RUNNING', 'KEPT', 'LATE', 'SETTLED'], {
    about: 'The term of consideration; RUNNING until it is decided, also past its day.',
  })
  readonly term!: string;

  @ShownInstant({ optional: true, about: 'Until when it is to be decided; null before it was registered.' })
  readonly considerationDueAt!: string | null;

  @ShownInstant()
  readonly filedAt!: string;

  @ShownInstant()
  readonly updatedAt!: string;

  @Shown(() => NextDueDto, { optional: true, about: 'The open duty that falls due first.' })
  readonly nextDue!: NextDueDto | null;
}

export class ComplaintPageDto extends PageDto {
  @ShownList(() => ComplaintRowDto)
  readonly items!: readonly ComplaintRowDto[];
}
