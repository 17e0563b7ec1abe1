import { MongoClient, type AnyBulkWriteOperation } from 'mongodb';
import { workerInput, workerOutput } from '../worker.js';

/** Guarded upserts of documents in bulks, as the projector writes them, by the bare driver. */
type Input = Readonly<{
  url: string;
  database: string;
  documents: number;
  rounds: number;
  bulk: number;
  document: object;
}>;
type Row = { _id: string; position: number };

const { url, database, documents, rounds, bulk, document } = workerInput<Input>();
const client = new MongoClient(url);
const rows = client.db(database).collection<Row>('raw-bulk-write');
await rows.createIndex({ 'row.officeId': 1, 'row.nextDueAt': 1 });

const operationsOf = (round: number, from: number): AnyBulkWriteOperation<Row>[] =>
  Array.from({ length: Math.min(bulk, documents - from) }, (_, offset) => ({
    replaceOne: {
      filter: { _id: `row-${from + offset}`, position: { $lt: round } },
      replacement: { position: round, row: document },
      upsert: true,
    },
  }));

let written = 0;
const started = performance.now();
for (let round = 1; round <= rounds; round += 1) {
  for (let from = 0; from < documents; from += bulk) {
    const operations = operationsOf(round, from);
    await rows.bulkWrite(operations, { ordered: false });
    written += operations.length;
  }
}
const perSecond = Math.round(written / ((performance.now() - started) / 1000));
await rows.drop();
await client.close();
workerOutput({ written, perSecond });
