import { InstantField } from '../http/fields/formats.js';
import { QueryNumberField } from '../http/fields/query-values.js';
import { LongListQuery } from '../casework/queries/list.query.js';

/** The largest revision that is a number here. */
const maxRevision = 1_000_000_000;

/** A point of a history: a revision, a moment as recorded, or a moment as effective; the end of it where nothing is named. */
export class StateQuery extends LongListQuery {
  @QueryNumberField({ min: 0, max: maxRevision, optional: true, about: 'After the event of this revision.' })
  readonly revision?: number;

  @InstantField({ optional: true, about: 'As it stood in the log at this moment.' })
  readonly recordedAt?: string;

  @InstantField({ optional: true, about: 'What had happened by this moment.' })
  readonly effectiveAt?: string;

  @InstantField({ optional: true, about: 'With effectiveAt: as far as it was known at this moment; now where absent.' })
  readonly knownAt?: string;
}

/** Two revisions of a history, the earlier one first. */
export class DiffQuery extends LongListQuery {
  @QueryNumberField({ min: 0, max: maxRevision, optional: true, about: 'Before the first event where absent.' })
  readonly from?: number;

  @QueryNumberField({ min: 0, max: maxRevision, optional: true, about: 'The last revision where absent.' })
  readonly to?: number;
}
