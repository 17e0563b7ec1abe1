import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { collectionOf, idOf, type Projection, type Stored, type View } from './projection.js';
import type { StoredRow } from './show.js';

/** Rows of a document as this process wrote them last: at which position of the document, and a digest of each. */
type Known = Readonly<{ position: number; rows: ReadonlyMap<string, string> }>;

/** Of how many documents the rows are known, at about 1 kB each. */
const mostDocuments = 20_000;

/**
 * What a process knows of rows, so that it writes only those that changed. It may do so where it wrote the document and all rows as
 * they were before itself; else somebody else may have died between the two, and all rows are written.
 */
export class KnownRows {
  readonly #known = new LRUCache<string, Known>({ max: mostDocuments });
  readonly #failed = new Set<string>();

  /** Of the rows of a document those that are to be written over what it gave as it was before. */
  changed(view: View, before: Stored<object> | null, rows: readonly StoredRow[]): readonly StoredRow[] {
    const [first] = rows;
    if (rows.length < 2 || !first || !before) return rows;
    const known = this.#known.get(keyOf(view, idOf(before)));
    if (known?.position !== before.position) return rows;
    return rows.filter((row) => known.rows.get(idOf(row)) !== digestOf(row));
  }

  /** The rows of a document are there. */
  wrote(view: View, { _id, position }: Stored<object>, rows: readonly StoredRow[]): void {
    const key = keyOf(view, _id);
    if (rows.length > 1)
      this.#known.set(key, { position, rows: new Map(rows.map((row) => [idOf(row), digestOf(row)])) });
  }

  /** A document, or its rows, could not be shown or written. */
  failed(projection: Projection, { _id }: Stored<object>): void {
    this.#known.delete(keyOf(projection, _id));
    this.#failed.add(keyOf(projection, _id));
  }

  /** Whether that which is shown and written now could not be the last time. */
  isRightAgain(projection: Projection, { _id }: Stored<object>): boolean {
    return this.#failed.delete(keyOf(projection, _id));
  }
}

const keyOf = (projection: Projection, id: string): string => `${collectionOf(projection)}/${id}`;

const digestOf = ({ position: _position, ...row }: StoredRow): string => hash('sha256', JSON.stringify(row), 'base64');
