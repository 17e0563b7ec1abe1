import type { DeadlineRow } from './deadline-board.projection.js';
import type { TrackRecord } from './track-record.js';

/** A row of the deadline board as MongoDB holds it. */
export type StoredRow = DeadlineRow &
  TrackRecord &
  Readonly<{ _id: string; order: string; watched: string; calendar: number; position: number }>;

/** What the board shows of a row: nothing of how it is stored, found and compared. */
export const deadlineOf = ({
  _id,
  order: _order,
  watched: _watched,
  calendar: _calendar,
  position: _position,
  route: _route,
  form: _form,
  term: _term,
  endedOn: _endedOn,
  usedDays: _usedDays,
  record: _record,
  ...row
}: StoredRow): DeadlineRow => row;
