import { connectReadModels, collectionOf, worklist } from '@app/read-models';
import { connectVault } from '@app/vault';
import type { Servers } from '../pipeline.js';
import { putInPlace } from '../list-documents.js';
import { workerInput, workerOutput } from '../worker.js';

/** Puts lists of so many cases in place, and a key for each of their applicants. */
type Input = Readonly<{ servers: Servers; cases: number }>;

const { servers, cases } = workerInput<Input>();
const { mongoUrl, masterKeyFile } = servers;
const readModels = await connectReadModels(mongoUrl);
const listed = await putInPlace(readModels.database, cases);
const found = await readModels.database
  .collection<{ keys: readonly string[] }>(collectionOf(worklist))
  .find({}, { projection: { keys: 1 } })
  .toArray();
const iins = [...new Set(found.flatMap(({ keys }) => keys.filter((key) => /^\d{12}$/.test(key))))];
const vault = await connectVault({ mongoUrl, masterKeyFile, mayMakeMasterKey: true });
for (let first = 0; first < iins.length; first += 500) {
  const some = iins.slice(first, first + 500);
  await vault.seal(some.map((subject) => ({ subject, owner: null, text: '""', at: '/x', place: 'bench' })));
}
workerOutput({ ...listed, applicants: iins.length });
