import { randomUUID } from 'node:crypto';
import { awaitingPayment, handle, smallPayment } from '../cases.js';
import { runLoad, type Measured } from '../load.js';
import { openPipeline, type Servers } from '../pipeline.js';
import { workerInput, workerOutput } from '../worker.js';

/** Commands through the pipeline in this process, and the stored event that the raw append is given to match. */
type Input = Readonly<{ servers: Servers; seconds: number; inFlight: readonly number[]; cases: number }>;

const { servers, seconds, inFlight, cases } = workerInput<Input>();
const { pipeline, store } = await openPipeline(servers);
const ids = Array.from({ length: cases }, () => randomUUID());
await Promise.all(
  ids.map(async (id) => {
    for (const command of awaitingPayment(id)) await handle(pipeline, id, command);
  }),
);

const results: Measured[] = [];
for (const lanes of inFlight) {
  let turn = 0;
  const each = Math.floor(cases / lanes);
  results.push(
    await runLoad(lanes, seconds, async (lane) => {
      turn += 1;
      const id = ids[lane * each + (turn % each)] ?? '';
      await handle(pipeline, id, smallPayment());
    }),
  );
}
const sample = (await store.read(`case-${ids[0]}`)).at(-1);
workerOutput({ results, caseIds: ids, sample });
