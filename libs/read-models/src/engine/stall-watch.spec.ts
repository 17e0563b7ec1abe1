import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDocuments, type Documents } from '../testing/documents.js';
import { logOfCases, readerOf } from '../testing/log.js';
import { end, engineOn, expectFreshFold, leasesOn } from '../testing/projecting.js';
import { projections } from '../projections.js';
import { loadPositions } from './checkpoints.js';
import { projectLog, type LogReader } from './project-log.js';
import { StalledReader, stallWatch } from './stall-watch.js';

let documents: Documents;

beforeAll(async () => {
  documents = await startDocuments();
});
afterAll(() => documents.close());

describe('a watch on a reader', () => {
  it('takes it for stalled when the log goes on at two looks, and nothing was heard between', async () => {
    const watch = stallWatch(async () => true, 0);
    expect(await watch.silent(7)).toBe(true);
    watch.heard();
    expect(await watch.silent(8)).toBe(true);
    await expect(watch.silent(8)).rejects.toThrow(new StalledReader(8));
  });

  it('lets it be where the log has nothing more, however long that is', async () => {
    let more = true;
    const watch = stallWatch(async () => more, 0);
    expect(await watch.silent(7)).toBe(true);
    more = false;
    expect([await watch.silent(7), await watch.silent(7)]).toEqual([false, false]);
  });

  it('does not look before its time', async () => {
    const watch = stallWatch(async () => true, 60_000);
    expect([await watch.silent(7), await watch.silent(7)]).toEqual([false, false]);
  });
});

describe('a reader that stalls', () => {
  it('is connected anew from the checkpoint, told as trouble, and does not pass for up to date meanwhile', async () => {
    const { database } = await documents.open();
    const log = logOfCases(2);
    const half = log.slice(0, 15);
    const troubles: unknown[] = [];
    const claims: unknown[] = [];
    let calls = 0;
    /** The first connection falls silent after half of the log, saying that this was the end. */
    const follow: LogReader = (after, signal) => {
      calls += 1;
      return calls === 1 ? readerOf(half, 50)(after, signal) : readerOf(log, 50)(after, signal);
    };
    const stop = new AbortController();
    const leases = leasesOn(database);
    await leases.holdWhile(() =>
      projectLog({
        ...engineOn(database, log),
        projections,
        leases,
        follow,
        hasMore: async (after) => (after ?? -1) < end(log),
        stallAfterMs: 1,
        signal: stop.signal,
        onApplied: ({ position, asOf }) => {
          if (position === end(half)) claims.push(asOf);
          if (position === end(log)) stop.abort();
        },
        onTrouble: (error) => troubles.push(error),
      }),
    );
    if (!stop.signal.aborted) await once(stop.signal, 'abort');
    expect([calls, troubles]).toEqual([2, [new StalledReader(end(half))]]);
    expect(new Set(claims).size).toBe(1);
    expect(await loadPositions(database, projections)).toEqual(projections.map(() => end(log)));
    await expectFreshFold(database, log);
  });
});
