import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as after } from 'node:timers/promises';
import { deadlineBoard } from '../deadline-board/deadline-board.projection.js';
import { moveEverywhere } from '../engine/checkpoints.js';
import type { Projection } from '../engine/projection.js';
import { beginNext, switchTo } from '../engine/rebuild/generations.js';
import type { ReadModels } from '../read-models.js';
import { startDocuments, type Documents } from '../testing/documents.js';
import { logOfCases } from '../testing/log.js';
import { end, project } from '../testing/projecting.js';

let documents: Documents;
beforeAll(async () => {
  documents = await startDocuments();
}, 30_000);
afterAll(() => documents.close());

const log = logOfCases(5);
const half = log.slice(0, 60);

/** Switches to a filling that has come to the middle of the log, and waits until that is heard of. */
const switchBack = async ({ database, position }: ReadModels, of: Projection): Promise<void> => {
  const fillings = await beginNext(database, of, 'now');
  await moveEverywhere(database, fillings.next, { position: end(half), caughtUp: true });
  const comparison = { compared: 0, differingDocuments: 0, differing: [] };
  await switchTo(database, fillings, { at: '2024-03-04T12:00:00.000Z', documents: 0, comparison });
  while ((await position()) !== end(half)) await after(20);
};

describe('a question that is asked while a rebuild switches', () => {
  it('is asked again, so that no position of the filling before is told of what is read in the new one', async () => {
    const readModels = await documents.open();
    await project(readModels.database, log);
    const told: unknown[] = [];
    const answer = await readModels.steadily(async () => {
      const position = await readModels.position();
      if (told.length === 0) await switchBack(readModels, deadlineBoard);
      told.push(position);
      return position;
    });
    expect([answer, told]).toEqual([end(half), [end(log), end(half)]]);
  }, 30_000);
});
