import type { Recorded } from '@app/event-store';
import { changesUntil, withFirst, type CalendarsInLog } from '../engine/calendars-in-log.js';
import type { Fold } from '../engine/projection.js';
import { stateAt, withChange, type Change, type Dated } from './changes.js';

/**
 * What is folded: every change of what figures are made of (`Change[]`), with the log position from which on it holds. Kept as
 * JSON, as the figure is: a query reads that of every case, and one text is read several times as fast as a tree of BSON.
 */
export type FoldedChanges = Readonly<{ id: string; changes: string }>;

/** The same while events are folded into it: read, with the state that the changes make. */
type Folding<State> = Readonly<{ id: string; changes: readonly Change[]; state: State }>;

/** What is stored, with what it comes to now. */
export type ExactDocument = FoldedChanges &
  Readonly<{
    /** Null before it is of any office. */
    officeId: string | null;
    /** As JSON; null where it is not counted yet. */
    figure: string | null;
    /** The log position from which on `figure` holds: of the last event or correction of the calendar that changed it. */
    since: number;
  }>;

type Derived = Omit<ExactDocument, keyof FoldedChanges>;

/** How the documents of one kind of stream come to their figures. */
export type Exact<State extends Dated, Figure extends Readonly<{ officeId: string }>> = Readonly<{
  name: string;
  version: number;
  /** The one prefix of its streams, e.g. `case-`. */
  prefix: string;
  initial: State;
  /** The state after an event, with nothing in it but what figures are made of. Pure. */
  evolve: (state: State, event: Recorded) => State;
  /** What a state comes to by a calendar; null where it is not counted yet. Pure. */
  figureOf: (state: State, calendars: CalendarsInLog) => Figure | null;
}>;

/**
 * A projection whose documents know what they came to at every position of the log: they keep each change with its
 * position, and the last figure with the position from which on it holds (decision 0016).
 */
export const exactProjection = <State extends Dated, Figure extends Readonly<{ officeId: string }>>(
  exact: Exact<State, Figure>,
): Fold<Folding<State> | FoldedChanges, ExactDocument, Derived> => ({
  name: exact.name,
  version: exact.version,
  streams: [exact.prefix],
  idOf: ({ stream }) => stream.slice(exact.prefix.length),
  evolve: (document, event) => {
    const { position } = event;
    const { changes, state: before } = document ? folding(exact, document) : { changes: [], state: exact.initial };
    const state = exact.evolve(before, event);
    const id = event.stream.slice(exact.prefix.length);
    return { id, changes: withChange(changes, { before, after: state, position }), state };
  },
  derive: (document, calendars) => figureNow(exact, folding(exact, document), calendars),
  show: ({ id, changes }, figure) => ({
    id,
    changes: typeof changes === 'string' ? changes : JSON.stringify(changes),
    ...figure,
  }),
  indexes: [{ keys: { id: 1 } }, { keys: { officeId: 1, id: 1 } }],
});

const folding = <State extends Dated, Figure extends Readonly<{ officeId: string }>>(
  { initial }: Exact<State, Figure>,
  document: Folding<State> | FoldedChanges,
): Folding<State> => {
  if ('state' in document) return document;
  const changes = changesIn(document);
  return { id: document.id, changes, state: stateAt(initial, changes, Number.MAX_SAFE_INTEGER) };
};

/** The changes of a document, in the order of their positions. */
export const changesIn = ({ changes }: Pick<FoldedChanges, 'changes'>): readonly Change[] =>
  // What `evolve` wrote.
  JSON.parse(changes) as readonly Change[];

/** What a document came to at a log position; null where it was not counted yet. */
export const figureAt = <State extends Dated, Figure extends Readonly<{ officeId: string }>>(
  { initial, figureOf }: Exact<State, Figure>,
  changes: readonly Change[],
  position: number,
  calendars: CalendarsInLog,
): Figure | null =>
  figureOf(stateAt(initial, changes, position), withFirst(calendars, changesUntil(calendars, position)));

const figureNow = <State extends Dated, Figure extends Readonly<{ officeId: string }>>(
  { figureOf }: Exact<State, Figure>,
  { changes, state }: Folding<State>,
  calendars: CalendarsInLog,
): Derived => {
  const last = changes.at(-1)?.position ?? 0;
  const figure = figureOf(state, calendars);
  const text = JSON.stringify(figure);
  const since = sinceWhen(text, last, calendars, (known) => JSON.stringify(figureOf(state, known)));
  return { officeId: figure?.officeId ?? null, figure: figure && text, since };
};

/** The last correction of the calendar after the last change that made a difference, else that change. */
const sinceWhen = (
  now: string,
  last: number,
  calendars: CalendarsInLog,
  under: (calendars: CalendarsInLog) => string,
): number => {
  const { positions = [] } = calendars;
  for (let count = positions.length; count > 0; count -= 1) {
    const at = positions[count - 1] ?? 0;
    if (at <= last) return last;
    if (under(withFirst(calendars, count - 1)) !== now) return at;
  }
  return last;
};
