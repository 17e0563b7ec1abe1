import { randomUUID } from 'node:crypto';
import { portalPath, submitApplication } from '../../../libs/domain/src/testing/index.js';
import { handle } from '../cases.js';
import { openPipeline, type Servers } from '../pipeline.js';
import { workerInput, workerOutput } from '../worker.js';

/** Lays down whole cases, many at a time, so that their events lie mingled in the log as they would in life. */
type Input = Readonly<{ servers: Servers; cases: number; inFlight: number; run: string }>;

const { servers, cases, inFlight, run } = workerInput<Input>();
const { pipeline } = await openPipeline(servers);

let begun = 0;
let events = 0;
const lane = async (): Promise<void> => {
  while (begun < cases) {
    begun += 1;
    const caseId = `${run}-${randomUUID()}`;
    const dwelling = { dwellingId: caseId, address: 'Almaty, Abay avenue 10, 5' };
    for (const command of portalPath) {
      const own = command.type === 'SubmitApplication' ? submitApplication({ caseId, dwelling }) : command;
      const { events: written } = await handle(pipeline, caseId, own);
      events += written.length;
    }
  }
};
await Promise.all(Array.from({ length: inFlight }, lane));
workerOutput({ events });
