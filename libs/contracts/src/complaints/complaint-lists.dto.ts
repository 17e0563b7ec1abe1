import { NextDueDto, PageDto } from '../answers/lists.dto.js';
import { media } from '../casework/choices.js';
import {
  Shown,
  ShownChoice,
  ShownDate,
  ShownFlag,
  ShownInstant,
  ShownList,
  ShownNumber,
  ShownText,
} from '../fields/shown.js';
import {
  addressees,
  complaintOutcomes,
  complaintStatuses,
  considerations,
  contestedKinds,
  lodgings,
} from './choices.js';

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

/** How many complaints are alike in all four. */
export class ComplaintFigureDto {
  @ShownChoice(addressees)
  readonly addressee!: string;

  @ShownChoice(complaintOutcomes, { optional: true, about: 'Null while it is not decided, and where it was settled.' })
  readonly outcome!: string | null;

  @ShownChoice(considerations, {
    about:
      'The term of consideration: not begun, running, over and not decided, kept, decided late; none is needed where it was settled.',
  })
  readonly term!: string;

  @ShownFlag({ about: 'Whether that term was extended.' })
  readonly extended!: boolean;

  @ShownNumber()
  readonly count!: number;
}

/** Complaints by addressee, outcome, term kept and extension. */
export class ComplaintFiguresDto {
  @ShownInstant({ about: 'The moment that running and over are told apart by.' })
  readonly asOf!: string;

  @ShownNumber({ optional: true, about: 'The log position that the figures include at least.' })
  readonly position!: number | null;

  @ShownNumber()
  readonly total!: number;

  @ShownList(() => ComplaintFigureDto)
  readonly items!: readonly ComplaintFigureDto[];
}
