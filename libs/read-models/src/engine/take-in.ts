import type { Db } from 'mongodb';
import type { CalendarKnowledge } from './calendar-knowledge.js';
import { openCollection } from './fillings.js';
import { failureAt, fold, type Folded } from './fold.js';
import type { KnownRows } from './known-rows.js';
import type { Mac } from './proven.js';
import { idOf, placeOf, type Fold, type LogEntry, type Stored, type View } from './projection.js';
import { holdBack, release, type HeldBackNow } from './quarantine.js';
import type { Family } from './share.js';
import type { StreamReader } from './stream-reader.js';
import { writeEach } from './write-each.js';
import { writeRows, type Rows } from './write-rows.js';

/** What the engine works with. */
export type Engine = Readonly<{
  database: Db;
  readStream: StreamReader;
  /** Where the log ends by now: what any stream holds up to there can be read. Null before the first event. */
  lastPosition: () => Promise<number | null>;
  /** Now, ISO 8601. */
  now: () => string;
  /** What is known of the calendar, where projections are bound to it. */
  calendar?: CalendarKnowledge;
  /** What makes checkpoints ours; absent in specs alone. */
  mac?: Mac;
}>;

/** Entries of one document, in log order, and the views that are to show what comes of them. */
export type Group = Readonly<{
  family: Family;
  id: string;
  entries: readonly LogEntry[];
  views: readonly View[];
  /** The document was held back, and is tried again. */
  again?: true;
}>;

/** What a document came to. `before`: as it was stored; `healed`: its stream had to tell what was missing. */
type Taken = Folded & Readonly<{ group: Group; before: Stored<object> | null; healed: boolean }>;

/** More rounds than processes that meet at one document; past them something else is wrong. */
const mostRounds = 8;

/**
 * Takes entries into documents and then shows them in their views: one query a collection, a fold in memory, one write of the documents,
 * one of the rows. A document is written over the very one that it was folded from, else folded again from the one that is there: so each
 * has one history, and who wrote it owes its rows. What is included already changes nothing; its rows are written again, as a
 * crash may have kept them from being written. What cannot be folded, shown or written holds its own document back, named in
 * `quarantine`, in that projection alone; the rest goes on. Answers what is held back.
 */
export const takeIn = async (
  engine: Engine,
  groups: readonly Group[],
  known: KnownRows,
): Promise<readonly HeldBackNow[]> => {
  const taken = await takeIntoDocuments(engine, groups);
  const rows = await writeRows(engine.database, taken.flatMap(rowsToMake), known);
  // Written first: whoever finds a document no longer named must find all that it held back.
  for (const one of taken) await releaseWhole(engine.database, one, known);
  for (const { view, stored } of rows.comeRight) await release(engine.database, view, stored);
  const held = [...taken.flatMap(heldWithViews), ...rows.failures];
  for (const one of held) await holdBack(engine.database, one, engine.now());
  return held;
};

const releaseWhole = async (
  database: Db,
  { group, healed, stored, failure }: Taken,
  known: KnownRows,
): Promise<void> => {
  const { family } = group;
  if (!stored || failure || !family.keepsDocuments) return;
  if (known.isRightAgain(family.fold, stored) || healed) await release(database, family.fold, stored);
};

const takeIntoDocuments = async (engine: Engine, groups: readonly Group[]): Promise<readonly Taken[]> => {
  const done: Taken[] = [];
  let left = groups;
  for (let round = 1; left.length > 0; round += 1) {
    if (round > mostRounds) throw new Error(`documents change under the hand: ${left.map(({ id }) => id).join(', ')}`);
    const taken = await foldAll(engine, left);
    const outcomes = await writeDocuments(engine.database, taken);
    done.push(...outcomes.filter((one) => one !== 'beaten'));
    left = left.filter((_, index) => outcomes[index] === 'beaten');
  }
  return done;
};

const foldAll = async (engine: Engine, groups: readonly Group[]): Promise<readonly Taken[]> => {
  const documents = await loadDocuments(engine.database, groups);
  const taken: Taken[] = [];
  for (const group of groups) taken.push(await foldOrHeal(engine, group, documents.get(group) ?? null));
  return taken;
};

/** Writes what changed; answers what came of each, or that another process was there first. */
const writeDocuments = async (database: Db, taken: readonly Taken[]): Promise<readonly (Taken | 'beaten')[]> => {
  const writes = taken.flatMap((one) => {
    const { group, stored, before, last } = one;
    if (!group.family.keepsDocuments || !stored || !last) return [];
    return [{ one, filling: group.family.fold, document: stored, over: { position: before?.position ?? -1 } }];
  });
  const written = await writeEach(database, writes);
  const outcomes = new Map(writes.map(({ one }, index) => [one, written[index] ?? 'written']));
  return taken.map((one) => {
    const outcome = outcomes.get(one) ?? 'written';
    if (outcome === 'beaten') return 'beaten';
    if (outcome === 'written' || !one.last) return one;
    return { ...one, stored: null, last: null, failure: failureAt(one.last, outcome) };
  });
};

/** The views of a document as far as it goes. */
const rowsToMake = ({ group, before, stored, derived, last, failure, healed }: Taken): readonly Rows[] =>
  stored
    ? group.views.map((view) => ({
        view,
        fold: group.family.fold,
        before,
        shown: last ? { stored, derived } : null,
        stored,
        place: last ?? placeFor(stored, group),
        again: healed,
        isWhole: failure === null,
      }))
    : [];

/** Where a document that was not changed stands. */
const placeFor = ({ revision, position }: Stored<object>, { id, entries }: Group) => {
  const [first] = entries.map(placeOf);
  return { id: first?.id ?? '', type: first?.type ?? '', stream: first?.stream ?? id, revision, position };
};

/** What holds a document back holds back its views, too. */
const heldWithViews = ({ group, failure }: Taken): readonly HeldBackNow[] => {
  if (!failure) return [];
  const own = group.family.keepsDocuments ? [group.family.fold] : [];
  return [...own, ...group.family.views].map((projection) => ({ projection, documentId: group.id, failure }));
};

/** A gap means that the document was held back, or is older than the checkpoint: then its stream tells what is missing. */
const foldOrHeal = async (engine: Engine, group: Group, before: Stored<object> | null): Promise<Taken> => {
  const { family, entries } = group;
  const folded = fold(family.fold, before, entries);
  const [first] = entries.map(placeOf);
  if (!folded.failure?.gap || !first) return { ...folded, group, before, healed: group.again ?? false };
  const missing = await engine.readStream(first.stream, (before?.revision ?? -1) + 1);
  return { ...fold(family.fold, before, missing), group, before, healed: true };
};

/** The documents of groups, as they are stored. */
const loadDocuments = async (database: Db, groups: readonly Group[]): Promise<ReadonlyMap<Group, Stored<object>>> => {
  const folds = new Set(groups.map(({ family }) => family.fold));
  const loaded = await Promise.all([...folds].map((one) => documentsOf(database, one, groups)));
  return new Map(loaded.flat());
};

const documentsOf = async (
  database: Db,
  of: Fold,
  groups: readonly Group[],
): Promise<readonly (readonly [Group, Stored<object>])[]> => {
  const own = new Map(groups.flatMap((group) => (group.family.fold === of ? [[group.id, group] as const] : [])));
  const found = await openCollection<Stored<object>>(database, of)
    .find({ _id: { $in: [...own.keys()] } })
    .toArray();
  return found.flatMap((document) => {
    const group = own.get(idOf(document));
    // What the driver gives of a collection is what was written to it.
    return group ? [[group, document as Stored<object>] as const] : [];
  });
};
