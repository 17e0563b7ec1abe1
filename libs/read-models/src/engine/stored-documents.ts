import type { Db } from 'mongodb';
import { openCollection } from './fillings.js';
import { isView, type Projection, type Stored } from './projection.js';
import { contentOf, type Refolded } from './refold.js';
import type { StoredRow } from './show.js';

/** What the collection of a projection holds, in the shape and order of `refold`: for comparing the two. Reads everything. */
export const storedDocuments = async (database: Db, projection: Projection): Promise<Refolded> => {
  if (isView(projection)) {
    const rows = await openCollection<StoredRow>(database, projection).find().sort({ _id: 1 }).toArray();
    return { documents: [], rows: rows.map(contentOf) };
  }
  const documents = await openCollection<Stored<object>>(database, projection).find().sort({ _id: 1 }).toArray();
  return { documents, rows: [] };
};
