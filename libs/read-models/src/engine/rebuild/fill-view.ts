import { leastOf, loadCheckpoints, moveEverywhere } from '../checkpoints.js';
import { openCollection } from '../fillings.js';
import { inPages } from '../in-pages.js';
import { KnownRows } from '../known-rows.js';
import { pause } from '../pause.js';
import { collectionOf, type Stored, type View } from '../projection.js';
import { holdBack, quarantineOf } from '../quarantine.js';
import type { Engine } from '../take-in.js';
import type { OnProgress } from '../verify/log-until.js';
import { checkDocuments } from '../verify/missing-documents.js';
import { writeRows, type Rows } from '../write-rows.js';

export type FillingView = Readonly<{
  signal: AbortSignal;
  /** No faster than so many events of the log; as fast as it goes where null or absent. */
  eventsPerSecond?: number | null;
  onProgress?: OnProgress;
}>;

/** How many documents are shown together. */
const together = 500;

/** So few documents that change meanwhile are left to who projects: they come again with the log, as all do that change as fast as they are shown. */
const fewEnough = 50;

/**
 * Shows the documents of a fold in a view that nobody follows yet: all of them, or those that changed since it was done last, until few
 * change meanwhile, or no fewer than half of those before. Says then how far the view has come: from there the log is taken into it. Does nothing where the fold has not
 * begun. May be begun again; ends sooner where aborted. Throws `DocumentsLost` where documents are missing, and where the database is away.
 */
export const fillView = async (engine: Engine, view: View, filling: FillingView): Promise<void> => {
  // Else the view would lack what the documents lack, and seem whole
  await checkDocuments(engine.database, [view.of]);
  let before = Infinity;
  while (!filling.signal.aborted) {
    const [own, ofFold] = (await loadCheckpoints(engine.database, [view, view.of])).map(leastOf);
    if (!ofFold) return;
    // Before as well as after: what is let go meanwhile may have been read as it was before
    await holdBackWithFold(engine, view);
    const shownNow = await showSince(engine, view, { ...filling, after: own?.position ?? null });
    if (filling.signal.aborted) return;
    await holdBackWithFold(engine, view);
    await moveEverywhere(engine.database, view, ofFold, engine.mac);
    if (shownNow <= fewEnough || shownNow > before / 2) return;
    before = shownNow;
  }
};

type Since = FillingView & Readonly<{ after: number | null }>;

/** Answers how many documents were shown. */
const showSince = async (engine: Engine, view: View, since: Since): Promise<number> => {
  const { after, signal, eventsPerSecond = null, onProgress } = since;
  const documents = openCollection<Stored<object>>(engine.database, view.of);
  const all = Math.max(1, await documents.estimatedDocumentCount());
  const known = new KnownRows();
  let done = 0;
  const found = documents.find(after === null ? {} : { position: { $gt: after } }).sort({ _id: 1 });
  for await (const page of inPages(found, together)) {
    if (signal.aborted) return done;
    const started = performance.now();
    // What the driver gives of a collection is what was written to it.
    const stored = page as readonly Stored<object>[];
    const { failures } = await writeRows(engine.database, stored.map(rowsFor(view)), known);
    for (const one of failures) await holdBack(engine.database, one, engine.now());
    done += stored.length;
    onProgress?.(Math.min(0.99, done / all));
    const events = stored.reduce((sum, { tally }) => sum + tally.count, 0);
    const rest = eventsPerSecond === null ? 0 : (events * 1000) / eventsPerSecond;
    await pause(Math.max(0, rest - (performance.now() - started)), signal);
  }
  return done;
};

const rowsFor =
  (view: View) =>
  (stored: Stored<object>): Rows => {
    const { _id: id, revision, position } = stored;
    const place = { id: '', type: '', stream: `${view.streams[0] ?? ''}${id}`, revision, position };
    return { view, fold: view.of, before: null, stored, shown: null, place, again: false, isWhole: true };
  };

/** What holds a document back holds back its views, too. */
const holdBackWithFold = async ({ database }: Engine, view: View): Promise<void> => {
  const projection = collectionOf(view);
  for await (const { _id, ...held } of quarantineOf(database).find({ projection: collectionOf(view.of) }))
    await quarantineOf(database).replaceOne(
      { _id: `${projection}/${held.documentId}` },
      { ...held, projection },
      { upsert: true },
    );
};
