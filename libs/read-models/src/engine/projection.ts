import type { Recorded, UndecodableEvent } from '@app/event-store';
import type { CalendarsInLog } from './calendars-in-log.js';
import type { Tally } from './tally.js';

/** Where an event stands, and what it is. */
export type Place = Pick<Recorded, 'id' | 'stream' | 'revision' | 'position' | 'type'>;

/** What the log holds at one place: an event, or one that this version cannot read. */
export type LogEntry = Recorded | UndecodableEvent;

/** Where an entry stands. */
export const placeOf = (entry: LogEntry): Place => (entry instanceof Error ? entry.place : entry);

/** One row that a document gives to a list of its own, e.g. one duty of a case. */
export type Row = Readonly<{ id: string }>;

/** An index of a projection's collection; declared beside it, made at start-up. */
export type ReadIndex = Readonly<{ keys: Readonly<Record<string, 1 | -1>> }>;

/**
 * A pure fold of the log into documents, kept in the collection `<name>-v<version>`, with `-g<generation>` where it was rebuilt.
 *
 * A document follows one stream, event by event, without a gap. Documents hold strings, numbers below 2^53, dates and booleans,
 * arrays and objects of these. The names `_id`, `position`, `revision` and `tally` are the engine's. A fold never rejects a fact: an
 * event that it has no use for leaves the document as it was. A changed fold gets a new version.
 */
export type Projection<Document extends object = object, Shown extends object = Document> = Readonly<{
  name: string;
  version: number;
  /** Which filling of its collection this is: each rebuild makes the next; the first where absent. */
  generation?: number;
  /** Prefixes of the streams that it follows, e.g. `case-`. */
  streams: readonly string[];
  /** The id of the document that an event belongs to; follows from its stream. */
  idOf(place: Place): string;
  /** The document after the event; null where there was none. */
  evolve(document: Document | null, event: Recorded): Document;
  /** What follows from the fold alone (stage, duties): added once before each write. Pure. */
  show?(document: Document, calendars?: CalendarsInLog): Shown;
  /** Where given, the collection holds these rows instead, and the documents stand beside it. A row once given is given for ever. Pure. */
  rows?(document: Document, calendars?: CalendarsInLog): readonly Row[];
  /** With `rows`: the id of the document that gives a row, as the row itself says. */
  documentOf?(row: object): string;
  /**
   * Whether what is shown depends on the calendar: shown anew when a correction comes. Documents and rows then bear with how
   * many corrections they were shown, as `calendar`.
   */
  byCalendar?: true;
  indexes: readonly ReadIndex[];
}>;

/** A document as it is stored: its id, the last event that it includes, and the tally of all of them. */
export type Stored<Document extends object> = Document &
  Readonly<{ _id: string; position: number; revision: number; tally: Tally }>;

/** What names a filling of a projection; `rows` is anything where its documents stand beside its rows. */
export type Filling = Pick<Projection, 'name' | 'version' | 'generation'> & Readonly<{ rows?: unknown }>;

/** The name of the collection that queries read. */
export const collectionOf = ({ name, version, generation = 1 }: Filling): string =>
  `${name}-v${version}${generation === 1 ? '' : `-g${generation}`}`;

/** The name of the collection of the documents themselves: the same, or beside it where the projection gives rows. */
export const documentsOf = (filling: Filling): string =>
  filling.rows ? `${collectionOf(filling)}-folds` : collectionOf(filling);
