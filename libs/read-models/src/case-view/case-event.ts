import type { CaseEvent } from '@app/domain';
import type { Recorded } from '@app/event-store';
import type { Place } from '../engine/projection.js';

/** The case that an event of a `case-<caseId>` stream belongs to. */
export const caseIdOf = ({ stream }: Place): string => stream.slice('case-'.length);

/** An event of a case's stream as the domain knows it. */
export const caseEvent = (recorded: Recorded): Recorded<CaseEvent> =>
  // A case's stream holds the case's events; the folds pass over types that they do not know.
  recorded as Recorded<CaseEvent>;

/** The case that a row names; a row that was written by nobody here may name none. */
export const caseOfRow = (row: object): string => ('caseId' in row ? String(row.caseId) : '');
