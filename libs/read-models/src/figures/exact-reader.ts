import type { Collection, Document } from 'mongodb';
import { changesUntil, type CalendarsInLog } from '../engine/calendars-in-log.js';
import { inPages } from '../engine/in-pages.js';
import { collectionOf } from '../engine/projection.js';
import { quarantineOf } from '../engine/quarantine.js';
import type { LiveFillings } from '../engine/rebuild/live-fillings.js';
import type { Change, Dated } from './changes.js';
import { changesIn, figureAt, type Exact, type ExactDocument, type FoldedChanges } from './exact-projection.js';

/** What one document came to at a log position. */
export type Found<Figure> = Readonly<{ id: string; figure: Figure }>;

/** Which documents are read: those of one office, after an id. Absent: all. */
export type Reading = Readonly<{ officeId?: string | undefined; after?: string | null | undefined }>;

/** Reads what documents came to at any log position that they include. */
export type ExactReader<Figure> = Readonly<{
  /** In order of their ids. */
  at: (position: number, reading: Reading) => AsyncIterable<Found<Figure>>;
  /** How many documents are held back by an event up to a position: an answer is final where it is none. */
  heldBack: (position: number) => Promise<number>;
}>;

/** How many documents are looked at together. */
const together = 1_000;

/**
 * Each document is read once with its last figure. Where that began to hold after the position asked for, its changes are
 * read as well and the figure is made anew: what comes after a position does not touch what was before it.
 */
export const exactReader = <State extends Dated, Figure extends Readonly<{ officeId: string }>>(
  live: LiveFillings,
  exact: Exact<State, Figure>,
  readCalendars: () => Promise<CalendarsInLog>,
): ExactReader<Figure> => {
  return {
    at: async function* (position, reading) {
      const documents = live.collection(exact);
      const calendars = await readCalendars();
      const corrections = changesUntil(calendars, position);
      for await (const page of inPages(lastFigures(documents, reading), together)) {
        const others = page.filter(({ since, calendar }) => since > position || calendar < corrections);
        const made = await changesOf(documents, others);
        for (const { id, figure: last } of page) {
          const changes = made.get(id);
          const figure = changes === undefined ? figureIn<Figure>(last) : figureAt(exact, changes, position, calendars);
          if (figure) yield { id, figure };
        }
      }
    },
    heldBack: (position) =>
      quarantineOf(live.database).countDocuments({
        projection: collectionOf(live.of(exact)),
        position: { $lte: position },
      }),
  };
};

type Last = Pick<ExactDocument, 'id' | 'figure' | 'since'> & Readonly<{ calendar: number }>;

const figureIn = <Figure>(text: string | null): Figure | null =>
  // What the projection showed.
  text === null ? null : (JSON.parse(text) as Figure);

/** Every document that is wanted, without its changes. */
const lastFigures = (documents: Collection, { officeId, after }: Reading): AsyncIterable<Last> => {
  const filter: Document = {
    ...(officeId !== undefined && { officeId }),
    ...(after !== undefined && after !== null && { id: { $gt: after } }),
  };
  return documents
    .find<Last>(filter, { projection: lastOnly, batchSize: together })
    .sort({ id: 1 })
    .hint(officeId === undefined ? { id: 1 } : { officeId: 1, id: 1 });
};

const lastOnly = { id: 1, figure: 1, since: 1, calendar: 1 };

/** The changes of some documents, by id. */
const changesOf = async (
  documents: Collection,
  wanted: readonly Readonly<{ id: string }>[],
): Promise<ReadonlyMap<string, readonly Change[]>> => {
  if (wanted.length === 0) return new Map();
  const found = await documents
    .find<FoldedChanges>({ id: { $in: wanted.map(({ id }) => id) } }, { projection: { id: 1, changes: 1 } })
    .toArray();
  return new Map(found.map((document) => [document.id, changesIn(document)]));
};
