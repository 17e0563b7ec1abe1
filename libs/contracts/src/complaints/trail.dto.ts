import { TimelineEntryDto } from '../casework/answers/lists.dto.js';
import { ComplaintDto } from './complaint.dto.js';
import { Shown, ShownFlag, ShownInstant, ShownList, ShownNumber, ShownText, ShownTexts } from '../http/fields/shown.js';
import { CaseChangeDto, DutyChangeDto } from '../audit/diff.dto.js';
import { CaseThenDto, DutyThenDto } from '../audit/state.dto.js';

/** Somebody who acted on the case, on the complaint about it, or on both. */
export class TrailActorDto {
  @ShownText()
  readonly actor!: string;

  @ShownTexts({ about: 'The types of the events that they entered in the case.' })
  readonly onCase!: readonly string[];

  @ShownTexts({ about: 'The types of the events that they entered in the complaint.' })
  readonly onComplaint!: readonly string[];

  @ShownFlag()
  readonly onBoth!: boolean;
}

/** What is different from the case as it was known at the contested moment. */
export class SinceDto {
  @ShownList(() => TimelineEntryDto)
  readonly happened!: readonly TimelineEntryDto[];

  @ShownList(() => CaseChangeDto)
  readonly changes!: readonly CaseChangeDto[];

  @ShownList(() => DutyChangeDto)
  readonly duties!: readonly DutyChangeDto[];
}

/** How far a stream went into a trail. */
export class TrailSourceDto {
  @ShownNumber({ about: 'Of its last event.' })
  readonly revision!: number;

  @ShownNumber()
  readonly position!: number;

  @ShownText({ about: 'The hash of that event, which in the log is chained to every event before it.' })
  readonly hash!: string;
}

/** What a trail was made from. */
export class TrailSourcesDto {
  @Shown(() => TrailSourceDto)
  readonly complaint!: TrailSourceDto;

  @Shown(() => TrailSourceDto, { optional: true })
  readonly case!: TrailSourceDto | null;

  @ShownNumber({ about: 'How many corrections of the calendar were counted with.' })
  readonly calendarCorrections!: number;
}

/** Everything that whoever judges a complaint needs to know, as it is now or as it was when the complaint was decided. */
export class ComplaintTrailDto {
  @ShownNumber({ about: 'Everything of the log up to here is in it; as decided, and nothing after.' })
  readonly position!: number;

  @ShownNumber({
    optional: true,
    about:
      'The position of an event that cannot be applied: the trail ends before it. Null where nothing is held back.',
  })
  readonly heldBackAt!: number | null;

  @ShownInstant({ about: 'The moment at which duties are open or overdue: now, or when the decision was entered.' })
  readonly asOf!: string;

  @ShownInstant({
    optional: true,
    about: 'When the decision was entered, or that the demands were met; null until then.',
  })
  readonly decidedAt!: string | null;

  @Shown(() => TrailSourcesDto)
  readonly madeFrom!: TrailSourcesDto;

  @Shown(() => ComplaintDto, { about: 'With its terms.' })
  readonly complaint!: ComplaintDto;

  @ShownList(() => TimelineEntryDto, { about: "The complaint's own events, in order." })
  readonly events!: readonly TimelineEntryDto[];

  @ShownInstant({
    about:
      'The end of the day of the contested decision or action; for an inaction, when the duty had not been kept in time.',
  })
  readonly contestedAt!: string;

  @Shown(() => CaseThenDto, { about: 'The case as it stood in the log at that moment.' })
  readonly known!: CaseThenDto;

  @Shown(() => CaseThenDto, { about: 'The case as it was at that moment, as far as it is known today.' })
  readonly effective!: CaseThenDto;

  @ShownList(() => DutyThenDto)
  readonly dutiesNow!: readonly DutyThenDto[];

  @Shown(() => SinceDto)
  readonly since!: SinceDto;

  @ShownList(() => TrailActorDto)
  readonly actors!: readonly TrailActorDto[];
}
