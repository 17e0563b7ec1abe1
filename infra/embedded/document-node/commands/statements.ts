import { CommandError } from '../errors.js';
import { Elements, Type, type Value } from '../bson/value.js';
import { parseFilter, type Filter } from '../matching/filter.js';
import { planOf } from '../indexes/planner.js';
import { Scan } from '../reading/scan.js';
import type { Catalog } from '../storage/catalog.js';
import { idOf, withIdFirst, type Collection, type Stored } from '../storage/collection.js';
import { applyUpdate, parseUpdate, upsertedDocument, type Update } from '../updating/update.js';
import type { Node } from './command.js';

/**
 * What became of a statement: how many documents it inserted, matched or removed (an upserted one counts), how many it changed, and
 * the refusal where it was refused.
 */
export type Outcome = Readonly<{ n: number; modified: number; upserted?: Value; error?: CommandError }>;

/** One write of a command. */
export type Statement = Readonly<{
  namespace: string;
  /** Whether the collection is made where there is none. */
  makesCollection: boolean;
  /** Throws a `CommandError` where the statement is refused: nothing of it is written then. */
  run: (catalog: Catalog) => Outcome;
}>;

/**
 * Runs statements in turn, all in one transaction; the first that is refused ends an ordered list. Answers what became of those that
 * ran. Anything but a refusal, such as a full disk, undoes them all and is thrown.
 */
export const runStatements = (node: Node, statements: readonly Statement[], ordered: boolean): Promise<Outcome[]> => {
  const makeCollections = (): void => {
    for (const { makesCollection, namespace } of statements) if (makesCollection) node.catalog.ensure(namespace);
  };
  const runAll = (): Outcome[] => {
    const outcomes: Outcome[] = [];
    for (const statement of statements) {
      const outcome = outcomeOf(node.catalog, statement);
      outcomes.push(outcome);
      if (ordered && outcome.error) break;
    }
    return outcomes;
  };
  return node.writes.run(runAll, makeCollections);
};

const outcomeOf = (catalog: Catalog, statement: Statement): Outcome => {
  try {
    return statement.run(catalog);
  } catch (error) {
    if (error instanceof CommandError) return { n: 0, modified: 0, error };
    throw error;
  }
};

/** How many documents all of these inserted, matched or removed (`n`), or changed. */
export const totalOf = (outcomes: readonly Outcome[], count: 'n' | 'modified'): number =>
  outcomes.reduce((sum, outcome) => sum + outcome[count], 0);

/** Puts a new document into a collection. */
export const insertion = (namespace: string, document: Value): Statement => ({
  namespace,
  makesCollection: true,
  run: (catalog) => {
    catalog.ensure(namespace).insert(withIdFirst(storable(document)));
    return { n: 1, modified: 0 };
  },
});

/** Throws DollarPrefixedFieldName (52): such a name would be taken for an operator later. */
const storable = (document: Value): Value => {
  if (document.type !== Type.object) throw new CommandError(14, 'a document to insert must be an object');
  const elements = new Elements(document.bytes, document.at);
  while (elements.next())
    if (elements.bytes[elements.nameAt] === 0x24)
      throw new CommandError(52, `The dollar ($) prefixed field '${elements.name}' is not valid for storage.`);
  return document;
};

/** Which documents a statement is about: the first that passes the filter, or all where `multi` is set. */
type Target = Readonly<{ filter: Value; multi: boolean }>;

/** Changes documents by an update, and inserts one where `upsert` is set and none is there. */
export const change = (
  namespace: string,
  target: Target & Readonly<{ update: Value; upsert: boolean }>,
): Statement => ({
  namespace,
  makesCollection: target.upsert,
  run: (catalog) => {
    const filter = parseFilter(target.filter);
    const update = parseUpdate(target.update);
    if (target.multi && update.kind === 'replacement')
      throw new CommandError(9, 'multi update is not supported for replacement-style update');
    const collection = target.upsert ? catalog.ensure(namespace) : catalog.find(namespace);
    if (!collection) return { n: 0, modified: 0 };
    const found = targetsIn(collection, filter, target.multi);
    if (found.length === 0 && target.upsert)
      return { n: 1, modified: 0, upserted: idOf(insertUpserted(collection, filter, update)) };
    const changed = found.filter((document) => changeDocument(collection, document, update));
    return { n: found.length, modified: changed.length };
  },
});

/** Removes documents. */
export const removal = (namespace: string, target: Target): Statement => ({
  namespace,
  makesCollection: false,
  run: (catalog) => {
    const filter = parseFilter(target.filter);
    const collection = catalog.find(namespace);
    const found = collection ? targetsIn(collection, filter, target.multi) : [];
    for (const document of found) collection?.remove(document);
    return { n: found.length, modified: 0 };
  },
});

const targetsIn = (collection: Collection, filter: Filter, multi: boolean): Stored[] => {
  if (!multi) return findFirst(collection, filter);
  const scan = scanOf(collection, filter, { limited: false });
  const found: Stored[] = [];
  for (let step = scan.step(); step; step = scan.step()) found.push(...step);
  return found;
};

/** The first document that passes as a list of one, or an empty list. */
export const findFirst = (collection: Collection, filter: Filter): Stored[] => {
  const scan = scanOf(collection, filter, { limited: true });
  for (let step = scan.step(); step; step = scan.step()) if (step[0]) return [step[0]];
  return [];
};

const scanOf = (collection: Collection, filter: Filter, { limited }: { limited: boolean }): Scan =>
  new Scan(collection, planOf(collection, { filter, sort: [], limited }), { filter, onlyCounted: false, expected: 0 });

/** Whether the update made a difference. */
export const changeDocument = (collection: Collection, document: Stored, update: Update): boolean => {
  const bytes = applyUpdate(update, document.bytes);
  if (bytes.equals(document.bytes)) return false;
  collection.replace(document, bytes);
  return true;
};

/** Inserts what an upsert makes of its filter and update; answers the document. Throws DuplicateKey (11000). */
const insertUpserted = (collection: Collection, filter: Filter, update: Update): Buffer => {
  const bytes = upsertedDocument(update, filter);
  collection.insert(bytes);
  return bytes;
};
