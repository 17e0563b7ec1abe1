import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Recorded } from '@app/event-store';
import { complaintEventsOf } from '../../../domain/src/testing/index.js';
import type { ReadModels } from '../read-models.js';
import { dayMadeOff } from '../testing/calendar-history.js';
import {
  filing,
  lateComplaint,
  ruledComplaint,
  runningComplaint,
  settledComplaint,
} from '../testing/complaint-history.js';
import { startDocuments, type Documents } from '../testing/documents.js';
import { end, project } from '../testing/projecting.js';
import { recorder } from '../testing/recorded.js';

const elsewhere = { ...filing('x').contestedCase, caseId: 'c2', officeId: 'astana-esil' };
const rulebooks = ['KZ-437/2021-08-12'];

const record = recorder();
const first: readonly Recorded[] = [
  ...record('complaint-k1', ruledComplaint('k1')),
  ...record('complaint-k2', settledComplaint('k2')),
  ...record('complaint-k3', runningComplaint('k3')),
  ...record('complaint-k4', lateComplaint('k4')),
  ...record('complaint-k5', complaintEventsOf([filing('k5', { contestedCase: elsewhere })])),
];
/** 14 April 2025, on which k3 is due, is made a day off; and a sixth complaint comes. */
const later: readonly Recorded[] = [
  ...record('calendar-kz', [dayMadeOff('2025-04-14', '2025-04-10T12:00:00+05:00')]),
  ...record('complaint-k6', runningComplaint('k6')),
];
const position = end(first);

let documents: Documents;
let readModels: ReadModels;

beforeAll(async () => {
  documents = await startDocuments();
  readModels = await documents.open();
  await project(readModels.database, first);
});
afterAll(() => documents.close());

const terms = async (request: Parameters<ReadModels['complaintFigures']['figures']>[0]) =>
  (await readModels.complaintFigures.figures(request)).items.map(({ term, count }) => `${term} ${count}`);

describe('the figures of complaints', () => {
  it('count by addressee, outcome, term and extension, as of a day', async () => {
    const { items, heldBack } = await readModels.complaintFigures.figures({ asOf: '2025-04-20', position });
    expect(heldBack).toBe(0);
    expect(items).toEqual([
      { addressee: 'AUTHORIZED_BODY', outcome: 'SATISFIED', term: 'KEPT', extended: true, count: 1, rulebooks },
      { addressee: 'AUTHORIZED_BODY', outcome: null, term: 'NOT_BEGUN', extended: false, count: 1, rulebooks },
      { addressee: 'PROVIDER_HEAD', outcome: 'DISMISSED', term: 'LATE', extended: false, count: 1, rulebooks },
      { addressee: 'PROVIDER_HEAD', outcome: null, term: 'OVERDUE', extended: false, count: 1, rulebooks },
      { addressee: 'QUALITY_BODY', outcome: null, term: 'SETTLED', extended: false, count: 1, rulebooks },
    ]);
  });

  it('tell a running term from one that is over only as of a day', async () => {
    const addressee = 'PROVIDER_HEAD';
    expect(await terms({ asOf: '2025-04-14', addressee, position })).toEqual(['LATE 1', 'RUNNING 1']);
    expect(await terms({ asOf: '2025-04-15', addressee, position })).toEqual(['LATE 1', 'OVERDUE 1']);
    expect(await terms({ addressee, position })).toEqual(['LATE 1', 'RUNNING 1']);
  });

  it('are of one office, addressee or range of months where that is asked', async () => {
    expect(await terms({ officeId: 'astana-esil', position })).toEqual(['NOT_BEGUN 1']);
    expect(await terms({ addressee: 'QUALITY_BODY', position })).toEqual(['SETTLED 1']);
    expect(await terms({ from: '2025-05', position })).toEqual([]);
    expect(await terms({ until: '2025-03', position })).toEqual([]);
    expect(await terms({ from: '2025-04', until: '2025-04', officeId: 'astana-esil', position })).toEqual([
      'NOT_BEGUN 1',
    ]);
  });

  it('name the complaints behind each, page by page', async () => {
    const { items } = await readModels.complaintFigures.figures({ asOf: '2025-04-20', position });
    for (const { count, rulebooks: _books, ...kind } of items) {
      const { items: behind } = await readModels.complaintFigures.behind({ asOf: '2025-04-20', position, kind });
      expect(behind).toHaveLength(count);
      for (const one of behind) expect(one).toMatchObject(kind);
    }
    const kind = { addressee: 'PROVIDER_HEAD', outcome: null, term: 'OVERDUE', extended: false } as const;
    expect(await readModels.complaintFigures.behind({ asOf: '2025-04-20', position, kind })).toEqual({
      items: [
        {
          complaintId: 'k3',
          ...kind,
          officeId: 'almaty-bostandyk',
          caseId: 'c1',
          rulebook: 'KZ-437/2021-08-12',
          filedOn: '2025-04-03',
          due: '2025-04-14',
          decidedOn: null,
        },
      ],
      nextCursor: null,
    });
  });

  it('stay what they were at a position, whatever comes after it', async () => {
    const asked = { asOf: '2025-04-15', position } as const;
    const before = await readModels.complaintFigures.figures(asked);
    await project(readModels.database, [...first, ...later]);
    expect(await readModels.complaintFigures.figures(asked)).toEqual(before);
    const now = { ...asked, addressee: 'PROVIDER_HEAD', position: end(later) } as const;
    // That k4 was decided on the 15th was entered before the day off: it stays late.
    expect(await terms(now)).toEqual(['LATE 1', 'RUNNING 2']);
    const kind = { addressee: 'PROVIDER_HEAD', outcome: null, term: 'RUNNING', extended: false } as const;
    const one = await readModels.complaintFigures.behind({ ...now, kind, limit: 1 });
    const two = await readModels.complaintFigures.behind({ ...now, kind, limit: 1, cursor: one.nextCursor });
    expect([one, two].map(({ items }) => items.map(({ complaintId, due }) => `${complaintId} ${due}`))).toEqual([
      ['k3 2025-04-15'],
      ['k6 2025-04-15'],
    ]);
    expect(two.nextCursor).toBeNull();
  });
});
