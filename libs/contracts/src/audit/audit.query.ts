import { InstantField, QueryNumberField } from '../http/fields/formats.js';
import { SpokenLongListQuery } from '../casework/queries.js';
import { UnmaskField } from '../http/unmask.query.js';

/** The largest revision that is a number here. */
export const maxRevision = 1_000_000_000;

/** A point of a history: a revision, a moment as recorded, or a moment as effective; the end of it where nothing is named. */
export class StateQuery extends SpokenLongListQuery {
  @UnmaskField()
  readonly unmask?: 'true' | 'false';

  @QueryNumberField({
    min: 0,
    max: maxRevision,
    optional: true,
    about: 'The state after the event with this revision.',
  })
  readonly revision?: number;

  @InstantField({ optional: true, about: 'The state that the log showed at this instant.' })
  readonly recordedAt?: string;

  @InstantField({ optional: true, about: 'The state that was true at this instant: only what had happened by then.' })
  readonly effectiveAt?: string;

  @InstantField({
    optional: true,
    about: 'Only with `effectiveAt`: uses only what had been entered by this instant. Absent: all that is known now.',
  })
  readonly knownAt?: string;
}

/** So many events of a history, masked or not. */
export class EventsQuery extends SpokenLongListQuery {
  @UnmaskField()
  readonly unmask?: 'true' | 'false';
}

/** Two revisions of a history, the earlier one first. */
export class DiffQuery extends SpokenLongListQuery {
  @QueryNumberField({
    min: 0,
    max: maxRevision,
    optional: true,
    about: 'The earlier revision. Absent: before the first event.',
  })
  readonly from?: number;

  @QueryNumberField({ min: 0, max: maxRevision, optional: true, about: 'The later revision. Absent: the last one.' })
  readonly to?: number;
}
