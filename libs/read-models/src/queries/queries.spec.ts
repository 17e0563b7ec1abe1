import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attributionOf, derivationText, knownDutiesOf } from '@app/domain';
import type { Recorded } from '@app/event-store';
import { partitionsOf } from '../engine/partitions/partition.js';
import { caseView } from '../case-view/case-view.projection.js';
import { collectionOf } from '../engine/projection.js';
import { timeline } from '../timeline/timeline.projection.js';
import { worklist as worklistProjection } from '../worklist/worklist.projection.js';
import type { ReadModels } from '../read-models.js';
import { paidCase, rejectedCase } from '../testing/case-history.js';
import { startDocuments, type Documents } from '../testing/documents.js';
import { project, standAt } from '../testing/projecting.js';
import { recorder } from '../testing/recorded.js';

const at = '2024-03-04T10:00:00+05:00';

const log = (): readonly Recorded[] => {
  const record = recorder();
  return [
    ...record('dwelling-d1', [{ type: 'DwellingClaimed', data: { dwellingId: 'd1', caseId: 'c1', at } }]),
    ...record('dwelling-d2', [{ type: 'DwellingClaimed', data: { dwellingId: 'd2', caseId: 'never', at } }]),
    ...record('case-c1', paidCase('c1')),
    ...record('case-c2', rejectedCase('c2')),
  ];
};

let documents: Documents;
let readModels: ReadModels;

beforeAll(async () => {
  documents = await startDocuments();
  readModels = await documents.open();
  await project(readModels.database, log());
});
afterAll(() => documents.close());

describe('a case', () => {
  it('is given with its place in its stream and in the log', async () => {
    const view = await readModels.cases.byId('c2');
    expect(view).toMatchObject({ caseId: 'c2', status: 'REJECTED', revision: 3, position: log().at(-1)?.position });
    expect(view).not.toHaveProperty('_id');
    expect(await readModels.cases.byId('c9')).toBeNull();
  });

  it('has duties, with the office that they are of', async () => {
    const duties = await readModels.cases.duties('c1');
    expect(duties).toEqual({
      caseId: 'c1',
      officeId: 'almaty-bostandyk',
      revision: 15,
      duties: (await readModels.cases.byId('c1'))?.duties,
    });
    expect(await readModels.cases.duties('c9')).toBeNull();
  });

  it('explains the date of a duty, in words too', async () => {
    const view = await readModels.cases.byId('c1');
    const duty = knownDutiesOf(view!.state).find(({ rule }) => rule === 'R-27')!;
    expect(await readModels.cases.duty('c1', { rule: 'R-27', instance: null })).toEqual({
      caseId: 'c1',
      officeId: 'almaty-bostandyk',
      revision: 15,
      duty,
      text: derivationText(duty),
    });
    const inKazakh = await readModels.cases.duty('c1', { rule: 'R-27', instance: null }, 'kk');
    expect(inKazakh?.text).toBe(derivationText(duty, 'kk'));
    expect(await readModels.cases.duty('c2', { rule: 'R-36', instance: null })).toBeNull();
    expect(await readModels.cases.duty('c9', { rule: 'R-27', instance: null })).toBeNull();
  });
});

describe('who held a case', () => {
  it('is told until a moment, with the office that it is of', async () => {
    const now = '2024-03-08T10:00:00+05:00';
    const view = await readModels.cases.byId('c1');
    expect(await readModels.cases.attribution('c1', now)).toEqual({
      caseId: 'c1',
      officeId: 'almaty-bostandyk',
      revision: 15,
      attribution: attributionOf(view!.state, now),
    });
    expect(await readModels.cases.attribution('c9', now)).toBeNull();
  });
});

describe('a timeline', () => {
  it('comes page by page, oldest first, with the office of the case', async () => {
    const first = await readModels.timeline.ofCase('c2', { limit: 3 });
    const second = await readModels.timeline.ofCase('c2', { limit: 3, cursor: first?.nextCursor });
    expect([first, second].map((page) => page?.items.map(({ type }) => type))).toEqual([
      ['ApplicationSubmitted', 'ApplicationRegistered', 'ApplicationRejected'],
      ['CaseClosed'],
    ]);
    expect(second).toMatchObject({ nextCursor: null, officeId: 'almaty-bostandyk', position: log().at(-1)?.position });
    expect(await readModels.timeline.ofCase('c9')).toBeNull();
  });
});

describe('what the reconciler asks', () => {
  it('is answered: who holds what, which cases are known, which have closed', async () => {
    const claim = (dwellingId: string, caseId: string, claimId: string, index: number) => ({
      dwellingId,
      caseId,
      claimId,
      claimedAt: log()[index]?.metadata.recordedAt,
      position: log()[index]?.position,
    });
    const held = [claim('d1', 'c1', 'dwelling-d1@0', 0), claim('d2', 'never', 'dwelling-d2@0', 1)];
    expect(await readModels.claims.heldAfter(null)).toEqual(held);
    expect(await readModels.claims.heldAfter(held[0]!.position!)).toEqual(held.slice(1));
    expect(await readModels.claims.heldBy(['c1', 'c2'])).toEqual(held.slice(0, 1));
    expect(await readModels.claims.holderOf('d2')).toBe('never');
    expect(await readModels.claims.holderOf('d3')).toBeNull();
    expect(await readModels.cases.known(['c1', 'never'])).toEqual(['c1']);
    const closed = (await readModels.cases.closedAfter(null)).map(({ caseId }) => caseId);
    expect(closed).toEqual(['c1', 'c2']);
  });
});

describe('the state of the projections', () => {
  it('is empty before the first event', async () => {
    const fresh = await documents.open();
    expect(await fresh.position()).toBeNull();
    expect((await fresh.projectionStates('2024-03-10T00:00:00Z'))[0]).toEqual({
      name: 'case-view',
      version: caseView.version,
      position: null,
      lagSeconds: null,
      lagEvents: null,
      quarantined: 0,
    });
  });

  it('tells the lag in seconds, and in events where it has caught up just now', async () => {
    const fresh = await documents.open();
    const asOf = '2024-03-10T00:00:00.000Z';
    await standAt(fresh.database, { position: 500, asOf, caughtUp: true });
    const stateAt = async (now: string): Promise<unknown> => (await fresh.projectionStates(now))[1];
    const worklist = { name: 'worklist', version: worklistProjection.version, position: 500, quarantined: 0 };
    expect(await stateAt('2024-03-10T00:00:02Z')).toEqual({ ...worklist, lagSeconds: 2, lagEvents: 0 });
    expect(await stateAt('2024-03-10T00:01:00Z')).toEqual({ ...worklist, lagSeconds: 60, lagEvents: null });
  });

  it('is as far as the projection that is furthest behind, in the partition that is', async () => {
    const fresh = await documents.open();
    await standAt(fresh.database, { position: 500, caughtUp: true });
    const checkpoint = `checkpoints.${collectionOf(timeline)}.position`;
    await partitionsOf(fresh.database).updateOne({ _id: 3 }, { $set: { [checkpoint]: 400 } });
    expect(await fresh.position()).toBe(400);
    expect(await fresh.waitForPosition(400, 1_000)).toEqual({ reached: true, position: 400 });
    expect(await fresh.waitForPosition(401, 20)).toEqual({ reached: false, position: 400 });
  });
});
