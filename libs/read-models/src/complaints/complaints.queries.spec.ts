import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Recorded } from '@app/event-store';
import { complaintEventsOf } from '../../../domain/src/testing/index.js';
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
import type { ComplaintsRequest } from './complaints.queries.js';

const now = '2025-04-20T00:00:00Z';
const elsewhere = { ...filing('x').contestedCase, caseId: 'c2', officeId: 'astana-esil' };

const log = (): readonly Recorded[] => {
  const record = recorder();
  return [
    ...record('complaint-k1', ruledComplaint('k1')),
    ...record('complaint-k2', settledComplaint('k2')),
    ...record('complaint-k3', runningComplaint('k3')),
    ...record('complaint-k4', lateComplaint('k4')),
    ...record('complaint-k5', complaintEventsOf([filing('k5', { contestedCase: elsewhere })])),
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

const listed = async (request: Partial<ComplaintsRequest> = {}): Promise<readonly string[]> =>
  (await readModels.complaints.page({ now, ...request })).items.map(({ complaintId }) => complaintId);

describe('the list of complaints', () => {
  it('begins with what is due first', async () => {
    expect(await listed()).toEqual(['k5', 'k3', 'k1', 'k2', 'k4']);
  });

  it.each([
    [{ caseId: 'c2' }, ['k5']],
    [{ officeId: 'almaty-bostandyk' }, ['k3', 'k1', 'k2', 'k4']],
    [{ addressee: 'PROVIDER_HEAD' }, ['k3', 'k4']],
    [{ status: 'SETTLED' }, ['k2']],
    [{ outcome: 'DISMISSED' }, ['k4']],
    [{ overdue: true }, ['k5', 'k3']],
    [{ overdue: false, officeId: 'almaty-bostandyk' }, ['k1', 'k2', 'k4']],
    [{ overdue: true, now: '2025-04-10T00:00:00Z' }, ['k5']],
  ] as const)('is narrowed by %j', async (request, expected) => {
    expect(await listed(request)).toEqual(expected);
  });

  it('comes page by page', async () => {
    const first = await readModels.complaints.page({ now, limit: 3 });
    const second = await readModels.complaints.page({ now, limit: 3, cursor: first.nextCursor });
    expect([first.items.length, second.items.map(({ complaintId }) => complaintId), second.nextCursor]).toEqual([
      3,
      ['k2', 'k4'],
      null,
    ]);
  });
});

describe('one complaint', () => {
  it('is found with its revision, or is not', async () => {
    expect(await readModels.complaints.byId('k3')).toMatchObject({
      complaintId: 'k3',
      revision: 1,
      row: { status: 'REGISTERED' },
    });
    expect(await readModels.complaints.byId('k9')).toBeNull();
  });

  it('has its duties', async () => {
    const found = await readModels.complaints.duties('k1');
    expect(found?.duties.map(({ rule, due, status, late }) => [rule, due, status, late])).toEqual([
      ['R-84', '2025-04-08', 'DISCHARGED', true],
      ['R-86a', '2025-04-09', 'DISCHARGED', true],
      ['R-87', '2025-05-02', 'DISCHARGED', false],
      ['R-90', '2025-04-15', 'DISCHARGED', false],
    ]);
    expect(await readModels.complaints.duties('k9')).toBeNull();
  });

  it('explains each of them, and none that it has not', async () => {
    const why = await readModels.complaints.duty('k1', 'R-87');
    expect(why?.explained?.duty.due).toBe('2025-05-02');
    expect(why?.explained?.text).toContain('extended on Thursday 10 April 2025 by 10 working days');
    expect((await readModels.complaints.duty('k1', 'R-86'))?.explained).toBeNull();
    expect(await readModels.complaints.duty('k9', 'R-86')).toBeNull();
  });
});
