import { ApiSchema } from '@nestjs/swagger';
import { TimelineEntryDto } from '../casework/answers/lists.dto.js';
import { ComplaintDto } from './complaint.dto.js';
import { Shown, ShownFlag, ShownInstant, ShownList, ShownNumber, ShownText, ShownTexts } from '../http/fields/shown.js';
import { CaseChangeDto, DutyChangeDto } from '../audit/diff.dto.js';
import { CaseThenDto, DutyThenDto } from '../audit/state.dto.js';
import { words } from '../http/fields/words.js';

@ApiSchema({ description: 'A person who acted on the case, on the complaint, or on both.' })
export class TrailActorDto {
  @ShownText(words.enteredBy)
  readonly actor!: string;

  @ShownTexts({ about: 'The names of the events that they entered in the case.' })
  readonly onCase!: readonly string[];

  @ShownTexts({ about: 'The names of the events that they entered in the complaint.' })
  readonly onComplaint!: readonly string[];

  @ShownFlag({ about: 'True where they acted on both.' })
  readonly onBoth!: boolean;
}

@ApiSchema({ description: 'What has changed in the case since the contested moment, as it was known then.' })
export class SinceDto {
  @ShownList(() => TimelineEntryDto, { about: 'The events since then, in order.' })
  readonly happened!: readonly TimelineEntryDto[];

  @ShownList(() => CaseChangeDto, { about: 'The fields that changed.' })
  readonly changes!: readonly CaseChangeDto[];

  @ShownList(() => DutyChangeDto, { about: 'The duties that changed.' })
  readonly duties!: readonly DutyChangeDto[];
}

@ApiSchema({ description: 'How much of a stream is in the trail.' })
export class TrailSourceDto {
  @ShownNumber({ about: 'The number of its last event, counted from 0.' })
  readonly revision!: number;

  @ShownNumber({ about: 'The log position of that event.' })
  readonly position!: number;

  @ShownText({ about: 'The hash of that event. It is chained to every event before it.' })
  readonly hash!: string;
}

@ApiSchema({ description: 'What a trail was made from.' })
export class TrailSourcesDto {
  @Shown(() => TrailSourceDto, { about: 'The stream of the complaint.' })
  readonly complaint!: TrailSourceDto;

  @Shown(() => TrailSourceDto, { optional: true, about: 'The stream of the case; null where it has no events.' })
  readonly case!: TrailSourceDto | null;

  @ShownNumber({ about: 'The number of calendar corrections that terms are counted with.' })
  readonly calendarCorrections!: number;
}

@ApiSchema({
  description:
    'Everything that whoever judges a complaint needs to know, as it is now or as it was when the complaint was decided.',
})
export class ComplaintTrailDto {
  @ShownNumber({ about: 'The trail includes the log up to this position; as decided, it includes nothing after it.' })
  readonly position!: number;

  @ShownNumber({
    optional: true,
    about: 'The position of an event that cannot be applied: the trail ends before it. Null where none holds it back.',
  })
  readonly heldBackAt!: number | null;

  @ShownInstant({
    about: 'The instant at which duties are told open or overdue: now, or when the decision was entered.',
  })
  readonly asOf!: string;

  @ShownInstant({
    optional: true,
    about: 'The instant at which the decision was entered, or that the demands were met; null before that.',
  })
  readonly decidedAt!: string | null;

  @Shown(() => TrailSourcesDto)
  readonly madeFrom!: TrailSourcesDto;

  @Shown(() => ComplaintDto, { about: 'The complaint with its duties.' })
  readonly complaint!: ComplaintDto;

  @ShownList(() => TimelineEntryDto, { about: "The complaint's own events, in order." })
  readonly events!: readonly TimelineEntryDto[];

  @ShownInstant({
    about:
      'The end of the day of the contested decision or action; for an inaction, the moment at which the duty was no longer kept in time.',
  })
  readonly contestedAt!: string;

  @Shown(() => CaseThenDto, { about: 'The case as the log showed it at that moment.' })
  readonly known!: CaseThenDto;

  @Shown(() => CaseThenDto, { about: 'The case as it was at that moment, by what is known today.' })
  readonly effective!: CaseThenDto;

  @ShownList(() => DutyThenDto, { about: 'The duties of the case as they stand now.' })
  readonly dutiesNow!: readonly DutyThenDto[];

  @Shown(() => SinceDto)
  readonly since!: SinceDto;

  @ShownList(() => TrailActorDto, { about: 'Everybody who acted on the case or the complaint.' })
  readonly actors!: readonly TrailActorDto[];
}
