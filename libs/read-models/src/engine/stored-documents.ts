import type { Db } from 'mongodb';
import { openCollection, openDocuments } from './fillings.js';
import type { Projection, Stored } from './projection.js';
import type { Refolded } from './refold.js';
import type { StoredRow } from './rows.js';

/** What a projection's collections hold, in the shape and order of `refold`: for comparing the two. Reads everything. */
export const storedDocuments = async (database: Db, projection: Projection): Promise<Refolded> => {
  const documents = openDocuments<Stored<object>>(database, projection);
  const rows = openCollection<StoredRow>(database, projection);
  return {
    documents: await documents.find().sort({ _id: 1 }).toArray(),
    rows: projection.rows ? await rows.find().sort({ _id: 1 }).toArray() : [],
  };
};
