import type { EventStore } from '@app/event-store';
import type { CaseQueries } from '../case-view/case-view.queries.js';
import type { ComplaintQueries } from '../complaints/complaints.queries.js';
import type { StageRecordPages } from '../stage-records/stage-record-pages.js';

/** What stands in one field of a row. Money is tenge with two decimals as text. */
export type Cell = string | number | boolean | null;

/** One column: its name and what it says, both contract for ever. */
export type Column = Readonly<{ name: string; about: string }>;

/** One row, a cell for each column in their order. */
export type ExportRow = readonly Cell[];

/** Where rows come from. */
export type ExportSources = Readonly<{
  log: Pick<EventStore, 'follow' | 'lastPosition'>;
  stageRecords: StageRecordPages;
  cases: Pick<CaseQueries, 'dutiesOf'>;
  complaints: Pick<ComplaintQueries, 'dutiesOf'>;
}>;

/** Which rows: those after a log position (0: from the beginning), so many at most. */
export type ExportRequest = Readonly<{ after: number; limit: number; signal: AbortSignal }>;

/** Rows in the order of the log. */
export type ExportPage = Readonly<{
  rows: readonly ExportRow[];
  /** Every row up to this position has been given, for ever: what to ask after next. */
  next: number;
  /** Whether there was nothing more when it was asked. */
  end: boolean;
  /** The position before which the rest waits, because a case is held back in the read models; null where nothing waits. */
  heldBackAt: number | null;
}>;

/** Rows made of the log, at most one for each event: a range of positions gives the same rows for ever. Holds no personal data. */
export type Dataset = Readonly<{
  name: string;
  about: string;
  columns: readonly Column[];
  /** Throws what the stores throw, and `UndecodableEvent` where the first event is of a newer shape than is known. */
  page: (sources: ExportSources, request: ExportRequest) => Promise<ExportPage>;
}>;
