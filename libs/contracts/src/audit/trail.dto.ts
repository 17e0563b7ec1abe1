import { TimelineEntryDto } from '../answers/lists.dto.js';
import { ComplaintDto } from '../complaints/complaint.dto.js';
import { Shown, ShownFlag, ShownInstant, ShownList, ShownText, ShownTexts } from '../fields/shown.js';
import { CaseChangeDto, DutyChangeDto } from './diff.dto.js';
import { CaseThenDto, DutyThenDto } from './state.dto.js';

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

/** Everything that whoever judges a complaint needs to know, from the log itself. */
export class ComplaintTrailDto {
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
