import { uncorrected } from '@app/domain';
import type { CalendarsInLog } from './calendars-in-log.js';
import type { Fold, Row, Stored, View } from './projection.js';

/** A document as it is stored, and what was derived on the way. */
export type Shown = Readonly<{ stored: Stored<object>; derived: unknown }>;

/** A row as it is stored: `_id` is its id, `position` that of the event with which its document changed it last. */
export type StoredRow = Omit<Row, 'id'> & Readonly<{ _id: string; position: number; calendar?: number }>;

/** The calendar by which a fold is shown. */
const calendarsFor = ({ calendars }: Fold): CalendarsInLog => calendars?.() ?? uncorrected;

/** Shows a folded document, by the calendar as it is known. Throws what `derive` and `show` throw. */
export const shown = (fold: Fold, document: Stored<object>): Shown => {
  const { _id, position, revision, tally } = document;
  const calendars = calendarsFor(fold);
  const derived = fold.derive?.(document, calendars);
  const content = fold.show?.(document, derived) ?? document;
  const own = { _id, position, revision, tally };
  const stored = fold.derive ? { ...content, ...own, calendar: calendars.changes.length } : { ...content, ...own };
  return { stored, derived };
};

/** The rows that a view makes of a document. Throws what the view throws. */
export const rowsOf = (view: View, { stored, derived }: Shown): readonly StoredRow[] => {
  const { position } = stored;
  const calendar = 'calendar' in stored && typeof stored.calendar === 'number' ? { calendar: stored.calendar } : {};
  return view.rows(stored, derived).map(({ id, ...row }) => ({ ...row, _id: id, position, ...calendar }));
};
