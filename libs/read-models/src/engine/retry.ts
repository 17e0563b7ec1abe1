import { openCollection } from './fillings.js';
import { KnownRows } from './known-rows.js';
import { retryJoin } from './joins/take-in-join.js';
import { collectionOf, isJoin, type Projection, type Stored } from './projection.js';
import { quarantineOf, type Quarantined } from './quarantine.js';
import { familiesOf, type Family } from './share.js';
import { showOneAnew } from './show-anew.js';
import { takeIn, type Engine } from './take-in.js';

/** What came of trying a document that was held back once more: `reason` is why it stays so, null where it is released. */
export type Retried = Readonly<{ projection: string; documentId: string; reason: string | null }>;

/**
 * Tries the documents that projections hold back, those of some streams, once more: from where they stand to the end of their
 * streams, in order. May run beside a projector. Answers what came of each, in the order of the projections.
 */
export const retryHeldBack = async (
  engine: Engine,
  projections: readonly Projection[],
  isOf: (held: Quarantined) => boolean,
  known = new KnownRows(),
): Promise<readonly Retried[]> => {
  const families = familiesOf(projections);
  const named = await quarantineOf(engine.database)
    .find({ projection: { $in: projections.map(collectionOf) } })
    .toArray();
  const held = named.filter(isOf);
  const reasons = new Map<string, string>();
  for (const family of families) {
    const own = held.filter(({ projection }) => isKeptBy(family, projection));
    const streams = new Map(own.map(({ documentId, stream }) => [documentId, stream]));
    for (const [id, stream] of streams) await retry(engine, { family, id, stream }, { known, reasons });
  }
  for (const join of projections.filter(isJoin)) {
    const ids = held.filter(({ projection }) => projection === collectionOf(join)).map(({ documentId }) => documentId);
    for (const { documentId, failure } of await retryJoin(engine, join, ids))
      reasons.set(`${collectionOf(join)}/${documentId}`, failure.reason);
  }
  return projections.flatMap((projection) =>
    held
      .filter((one) => one.projection === collectionOf(projection))
      .map(({ documentId }) => ({
        projection: projection.name,
        documentId,
        reason: reasons.get(`${collectionOf(projection)}/${documentId}`) ?? null,
      })),
  );
};

const isKeptBy = ({ fold, views }: Family, collection: string): boolean =>
  [fold, ...views].some((projection) => collectionOf(projection) === collection);

type Trying = Readonly<{ family: Family; id: string; stream: string }>;
type Told = Readonly<{ known: KnownRows; reasons: Map<string, string> }>;

const retry = async (engine: Engine, { family, id, stream }: Trying, { known, reasons }: Told): Promise<void> => {
  const start = await openCollection<Stored<object>>(engine.database, family.fold).findOne({ _id: id });
  const entries = await engine.readStream(stream, (start?.revision ?? -1) + 1);
  // Where nothing came, the document itself may not be shown yet.
  if (start && entries.length === 0) return showOneAgain(engine, family, start, { known, reasons });
  const group = { family, id, entries, views: family.views, again: true } as const;
  for (const { projection, failure } of await takeIn(engine, [group], known))
    reasons.set(`${collectionOf(projection)}/${id}`, failure.reason);
};

const showOneAgain = async (
  engine: Engine,
  family: Family,
  document: Stored<object>,
  { known: rows, reasons }: Told,
): Promise<void> => {
  for (const { projection, documentId, failure } of await showOneAnew(engine, family, { document, rows }))
    reasons.set(`${collectionOf(projection)}/${documentId}`, failure.reason);
};
