import type { Projection, Row, Stored } from './projection.js';

/** A row as it is stored: `_id` is its id, `position` that of the last event of its document. */
export type StoredRow = Omit<Row, 'id'> & Readonly<{ _id: string; position: number }>;

/** The rows that a document gives; none where the projection gives documents only. */
export const rowsOf = (projection: Projection, document: Stored<object>): readonly StoredRow[] =>
  (projection.rows?.(document) ?? []).map(({ id, ...row }) => ({ ...row, _id: id, position: document.position }));
