import type { Recorded, UndecodableEvent } from '@app/event-store';
import type { CalendarsInLog } from './calendars-in-log.js';
import type { Tally } from './tally.js';

/** Where an event stands, and what it is. */
export type Place = Pick<Recorded, 'id' | 'stream' | 'revision' | 'position' | 'type'>;

/** What the log holds at one place: an event, or one that this version cannot read. */
export type LogEntry = Recorded | UndecodableEvent;

/** Where an entry stands. */
export const placeOf = (entry: LogEntry): Place => (entry instanceof Error ? entry.place : entry);

/** One row that a view makes of a document, e.g. one duty of a case. */
export type Row = Readonly<{ id: string }>;

/** An index of a projection's collection; declared beside it, made at start-up. */
export type ReadIndex = Readonly<{ keys: Readonly<Record<string, 1 | -1>> }>;

/** What names a filling of a projection. */
export type Filling = Readonly<{
  name: string;
  version: number;
  /** Which filling of its collection this is: each rebuild makes the next; the first where absent. */
  generation?: number;
}>;

/** What every projection has: a collection `<name>-v<version>`, with `-g<generation>` where it was rebuilt. */
type Kept = Filling &
  Readonly<{
    /** Prefixes of the streams that it follows, e.g. `case-`. */
    streams: readonly string[];
    indexes: readonly ReadIndex[];
  }>;

/**
 * A pure fold of the log into documents.
 *
 * A document follows one stream, event by event, without a gap. Documents hold strings, numbers below 2^53, dates and booleans,
 * arrays and objects of these. The names `_id`, `position`, `revision`, `tally` and `calendar` are the engine's. A fold never rejects
 * a fact: an event that it has no use for leaves the document as it was. A changed fold gets a new version.
 */
export type Fold<Document extends object = object, Shown extends object = Document, Derived = unknown> = Kept &
  Readonly<{
    /** The id of the document that an event belongs to; follows from its stream. */
    idOf(place: Place): string;
    /** The document after the event; null where there was none. */
    evolve(document: Document | null, event: Recorded): Document;
    /**
     * What follows from the document by the calendar (duties): made once for each write, given to `show` and to every view, not
     * stored itself. Made anew when a correction of the calendar comes: documents and rows bear with how many corrections they were
     * made, as `calendar`. Pure.
     */
    derive?(document: Document, calendars: CalendarsInLog): Derived;
    /** What is stored: the document with what follows from it. Pure. */
    show?(document: Document, derived: Derived): Shown;
    /** The engine's: the calendar as it is known; without corrections where absent. */
    calendars?: () => CalendarsInLog;
  }>;

/** A pure function of the documents of a fold, kept as rows in a collection of its own. A changed view gets a new version. */
export type View<Shown extends object = object, Derived = unknown> = Kept &
  Readonly<{
    of: Fold;
    /** The rows of a document. A row once given is given for ever. Pure. */
    rows(document: Stored<Shown>, derived: Derived): readonly Row[];
    /** The id of the document that gives a row, as the row itself says. */
    documentOf(row: object): string;
  }>;

/**
 * A pure function of several streams that belong together, as far as the log goes: a document for each stream of one kind, made of that
 * stream and of those that it joins. Documents hold what those of a fold hold; the name `streams` is the engine's, too. A changed join gets
 * a new version.
 */
export type Join<Document extends object = object> = Kept &
  Readonly<{
    /** The prefix of the streams that have a document each, e.g. `complaint-`; the rest of the stream's name is the document's id. */
    own: string;
    /** The streams that a document is made of beside its own, of other kinds, as the events of its own name them. Pure. */
    joined(events: readonly Recorded[]): readonly string[];
    /** The document, from the events of all its streams in log order. Pure. Throws where it cannot be made of them: then it is held back. */
    make(events: readonly Recorded[]): Document;
  }>;

export type Projection = Fold | View | Join;

export const isView = (projection: Projection): projection is View => 'of' in projection;

export const isJoin = (projection: Projection): projection is Join => 'joined' in projection;

/** The fold itself, or the one whose documents a view shows. */
export const foldOf = (projection: Fold | View): Fold => (isView(projection) ? projection.of : projection);

/** A document as it is stored: its id, the last event that it includes, and the tally of all of them. */
export type Stored<Document extends object> = Document &
  Readonly<{ _id: string; position: number; revision: number; tally: Tally }>;

/** A document of a join as it is stored: `revision` is that of its own stream, `streams` are those that it is made of, up to `position`. */
export type Joined = Stored<object> & Readonly<{ streams: readonly string[] }>;

/** The id of what is stored. */
export const idOf = ({ _id: id }: Readonly<{ _id: string }>): string => id;

/** The name of the collection that holds a filling. */
export const collectionOf = ({ name, version, generation = 1 }: Filling): string =>
  `${name}-v${version}${generation === 1 ? '' : `-g${generation}`}`;
