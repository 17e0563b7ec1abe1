import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ComplaintEvent } from '@app/domain';
import {
  complaintEventsOf,
  extendComplaintTerm,
  recordComplaintDutyMissed,
  registerComplaint,
} from '../../../domain/src/testing/index.js';
import { refold } from '../engine/refold.js';
import type { ReadModels } from '../read-models.js';
import {
  filing,
  lateComplaint,
  ruledComplaint,
  runningComplaint,
  settledComplaint,
} from '../testing/complaint-history.js';
import { startDocuments, type Documents } from '../testing/documents.js';
import { project } from '../testing/projecting.js';
import { recorder } from '../testing/recorded.js';
import { complaints } from './complaints.projection.js';

const headed = { actingFor: 'PROVIDER_HEAD' } as const;

/** To be decided by 28 April 2025 after an extension of which the complainant is to be told by 15 April. */
const extended = (complaintId: string): readonly ComplaintEvent[] =>
  complaintEventsOf([
    filing(complaintId, { addressee: 'PROVIDER_HEAD' }),
    registerComplaint(headed),
    extendComplaintTerm(headed),
  ]);

let documents: Documents;
let readModels: ReadModels;

beforeAll(async () => {
  const record = recorder();
  documents = await startDocuments();
  readModels = await documents.open();
  await project(readModels.database, [
    ...record('complaint-running', runningComplaint('running')),
    ...record('complaint-settled', settledComplaint('settled')),
    ...record('complaint-late', lateComplaint('late')),
    ...record('complaint-ruled', ruledComplaint('ruled')),
    ...record('complaint-recorded', complaintEventsOf([filing('recorded'), recordComplaintDutyMissed()])),
    ...record('complaint-unsent', complaintEventsOf([filing('unsent')])),
    ...record('complaint-extended', extended('extended')),
  ]);
});
afterAll(() => documents.close());

const overdue = async (asOf: string, place: string | null = null): Promise<readonly string[]> =>
  (await readModels.complaints.overdueAfter(place, asOf)).map(
    ({ complaintId, rule, due }) => `${complaintId} ${rule} ${due}`,
  );

describe('the overdue duties of complaints', () => {
  it('are those that are owed and that nothing says were missed, the earliest due date first', async () =>
    expect(await overdue('2025-04-20T00:00:00Z')).toEqual([
      'unsent R-84 2025-04-08',
      'running R-86 2025-04-14',
      'extended R-90 2025-04-15',
    ]));

  it('are not those whose last day is not over in their zone', async () => {
    expect(await overdue('2025-04-14T23:59:59.999+05:00')).toEqual(['unsent R-84 2025-04-08']);
    expect(await overdue('2025-04-15T00:00:00+05:00')).toEqual(['unsent R-84 2025-04-08', 'running R-86 2025-04-14']);
  });

  it('are every one of a complaint that owes several', async () =>
    expect((await overdue('2025-06-01T00:00:00Z')).slice(2)).toEqual([
      'extended R-86 2025-04-28',
      'extended R-90 2025-04-15',
    ]));

  it('go on after a place', async () => {
    const [first] = await readModels.complaints.overdueAfter(null, '2025-04-20T00:00:00Z');
    expect(first).toEqual({
      complaintId: 'unsent',
      rule: 'R-84',
      due: '2025-04-08',
      dueAt: '2025-04-08T18:59:59.999Z',
      watched: '2025-04-08T18:59:59.999Z unsent',
    });
    const asOf = '2025-04-20T00:00:00Z';
    expect(await overdue(asOf, first?.watched)).toEqual(['running R-86 2025-04-14', 'extended R-90 2025-04-15']);
    expect(await overdue(asOf, '2025-04-15T18:59:59.999Z extended')).toEqual([]);
  });

  it('are of the duty after one that is recorded as missed', () => {
    const events = ruledComplaint('k1');
    const shownAfter = (count: number) =>
      refold(complaints, recorder()('complaint-k1', events.slice(0, count))).documents;
    expect([1, 2, 3, 4].flatMap(shownAfter)).toMatchObject([
      { watched: '2025-04-08T18:59:59.999Z k1' },
      { watched: '' },
      { watched: '2025-04-09T18:59:59.999Z k1' },
      { watched: '2025-04-17T18:59:59.999Z k1' },
    ]);
  });
});
