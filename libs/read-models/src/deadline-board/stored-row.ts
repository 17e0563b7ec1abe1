import type { BoardRow, DeadlineRow, StoredDeadline } from './deadline-board.projection.js';

/** A row of the deadline board as MongoDB holds it. */
export type StoredRow = Omit<StoredDeadline, 'id'> & Readonly<{ _id: string; calendar: number; position: number }>;

/** What is shown of a row: nothing of how it is stored, found and compared. */
export const deadlineOf = ({
  _id,
  order: _order,
  watched: _watched,
  dwellingToHold: _dwelling,
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

/** The same on the board; `holders` names the case that holds a dwelling, by dwelling. */
export const boardRowOf = (stored: StoredRow, holders: ReadonlyMap<string, string>): BoardRow => {
  const { dwellingToHold, caseId } = stored;
  const holder = dwellingToHold === null ? null : (holders.get(dwellingToHold) ?? null);
  return { ...deadlineOf(stored), dwellingHeldBy: holder === caseId ? null : holder };
};
