import type { Cell, Column, ExportRow } from './dataset.js';

/** How rows are written. */
export type ExportFormat = 'ndjson' | 'csv';

/** Rows as text: one JSON object a line, or CSV (RFC 4180) under a line of names. The same rows give the same bytes for ever. */
export const rowsAsText = (format: ExportFormat, columns: readonly Column[], rows: readonly ExportRow[]): string =>
  format === 'csv'
    ? [columns.map(({ name }) => name), ...rows].map(csvLine).join('')
    : rows.map((row) => jsonLine(columns, row)).join('');

const jsonLine = (columns: readonly Column[], row: ExportRow): string =>
  `${JSON.stringify(Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null])))}\n`;

const csvLine = (cells: ExportRow): string => `${cells.map(csvCell).join(',')}\r\n`;

/** Nothing for null; a text that is empty is quoted, so that it is not taken for nothing. */
const csvCell = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const harmless = startsFormula.test(cell) ? `'${cell}` : cell;
  return harmless === '' || /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** What a spreadsheet takes for the beginning of a formula, wide forms included (OWASP, CSV injection): an apostrophe goes before it. */
const startsFormula = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
