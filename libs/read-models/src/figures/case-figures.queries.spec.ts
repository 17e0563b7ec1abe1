import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseEvent } from '@app/domain';
import type { Recorded } from '@app/event-store';
import type { ReadModels } from '../read-models.js';
import { dayMadeOff } from '../testing/calendar-history.js';
import { paidCase, rejectedCase, submitted } from '../testing/case-history.js';
import { startDocuments, type Documents } from '../testing/documents.js';
import { end, project } from '../testing/projecting.js';
import { recorder } from '../testing/recorded.js';
import { holdBack } from '../engine/quarantine.js';
import { caseFigures } from './case-figures.projection.js';
import type { CaseFiguresRequest } from './case-figures.queries.js';
import type { GroupFigures } from './case-tally.js';

/** Ten cases decided after 1 to 10 days: case `d<n>` was filed on 4 March 2024 and its decision signed on the (4 + n)th. */
const decidedAfter = (days: number): readonly CaseEvent[] => {
  const on = `2024-03-${String(4 + days).padStart(2, '0')}`;
  return paidCase(`d${days}`)
    .slice(0, 9)
    .map((event) => (event.type === 'DecisionSigned' ? { ...event, data: { ...event.data, signedOn: on } } : event));
};

const record = recorder();
const first: readonly Recorded[] = [
  ...Array.from({ length: 10 }, (_, index) => record(`case-d${index + 1}`, decidedAfter(index + 1))).flat(),
  ...record('case-p1', paidCase('p1')),
  ...record('case-r1', rejectedCase('r1')),
  ...record('case-s1', [
    submitted('s1', {
      officeId: 'astana-esil',
      route: 'COMMUNAL_ENTITY',
      form: 'GRATUITOUS',
      acceptedOn: '2024-04-01',
    }),
  ]),
];
const position = end(first);

/** The day of a decision is set right, a day off is entered, and one case more comes. */
const later: readonly Recorded[] = [
  ...record('case-d10', [
    {
      type: 'CorrectionRecorded',
      data: {
        at: '2024-05-01T10:00:00+05:00',
        subject: 'day of signing',
        was: '14 March',
        is: '5 March',
        reason: 'a slip of the pen',
        values: [],
        applicantIin: null,
        date: { fact: 'DecisionSigned', was: '2024-03-14', is: '2024-03-05' },
        correctedBy: 'head',
      },
    },
  ]),
  ...record('calendar-kz', [dayMadeOff('2024-03-13')]),
  ...record('case-n1', [submitted('n1')]),
];

let documents: Documents;
let readModels: ReadModels;

beforeAll(async () => {
  documents = await startDocuments();
  readModels = await documents.open();
  await project(readModels.database, first);
});
afterAll(() => documents.close());

const asked = (request: Partial<CaseFiguresRequest> = {}) =>
  readModels.caseFigures.figures({ by: [], monthOf: 'RECEIPT', position, ...request });
const durations = ({ durations: all }: GroupFigures, span: string) => all.find((one) => one.span === span);

describe('the figures of cases', () => {
  it('count each case for what became of it', async () => {
    const { total, heldBack } = await asked({ asOf: '2024-04-20' });
    expect(total.counts).toEqual({
      RECEIVED: 13,
      DECIDED: 11,
      PRIVATIZED: 11,
      REFUSED: 0,
      REJECTED: 1,
      WITHDRAWN: 0,
      CONCLUDED: 1,
      CLOSED: 2,
      OPEN: 11,
      // The ten of which no agreement was concluded, and the one that nobody has registered.
      OVERDUE: 11,
    });
    expect([total.rulebooks, heldBack]).toEqual([['KZ-437/2021-08-12'], 0]);
  });

  it('measure days by nearest rank, in calendar and in working days', async () => {
    const { total } = await asked();
    // 1 to 10, and 15 of the one that was paid; 8 March 2024 is a holiday.
    expect(durations(total, 'TO_DECISION')).toEqual({
      span: 'TO_DECISION',
      cases: 11,
      calendarDays: { median: 6, p90: 10, p99: 15, longest: 15 },
      workingDays: { median: 3, p90: 7, p99: 10, longest: 10 },
    });
    expect(durations(total, 'WHOLE')).toMatchObject({ cases: 2, calendarDays: { median: 2, p90: 37, longest: 37 } });
  });

  it('tell nothing rather than zero where there is nothing', async () => {
    const { total, groups } = await asked({ officeId: 'nobody', by: ['office'] });
    expect([total.counts.RECEIVED, total.onTime, total.rulebooks, groups]).toEqual([0, { kept: 0, late: 0 }, [], []]);
    expect(durations(total, 'TO_DECISION')).toEqual({
      span: 'TO_DECISION',
      cases: 0,
      calendarDays: null,
      workingDays: null,
    });
  });

  it('have a case kept or late by all its duties, by those of a stage, or by one', async () => {
    const { total } = await asked();
    // Registered and delivered a day late, but for the one that was rejected.
    expect(total.onTime).toEqual({ kept: 1, late: 11 });
    expect(total.stages.map(({ stage, lying, onTime }) => [stage, lying, onTime.kept, onTime.late])).toEqual([
      ['DOCUMENTS', 1, 1, 11],
      ['DECISION', 10, 11, 0],
      ['TRANSFER', 0, 0, 0],
      ['AGREEMENT', 0, 1, 0],
      ['PAYMENT', 0, 0, 0],
    ]);
    expect((await asked({ rule: 'R-27' })).total.onTime).toEqual({ kept: 11, late: 0 });
    // The recipient's own, counted where it is asked for.
    expect((await asked({ rule: 'R-36' })).total.onTime).toEqual({ kept: 1, late: 0 });
  });

  it('are overdue once a day is over', async () => {
    const overdue = async (asOf?: string) => (await asked({ rule: 'R-18', asOf })).total.counts.OVERDUE;
    expect([await overdue('2024-04-01'), await overdue('2024-04-02'), await overdue()]).toEqual([0, 1, 0]);
  });

  it('are told apart by office, route, form and month, in order', async () => {
    const { groups } = await asked({ by: ['office', 'route', 'form', 'month'] });
    expect(groups.map(({ key, figures }) => [...Object.values(key), figures.counts.RECEIVED])).toEqual([
      ['almaty-bostandyk', 'COMMUNAL', 'REDEMPTION', '2024-03', 12],
      ['astana-esil', 'COMMUNAL_ENTITY', 'GRATUITOUS', '2024-04', 1],
    ]);
    const byDecision = await asked({ by: ['month'], monthOf: 'DECISION' });
    expect(byDecision.groups.map(({ key, figures }) => [key.month, figures.counts.RECEIVED])).toEqual([
      ['2024-03', 12],
      [null, 1],
    ]);
  });

  it.each([
    [{ officeId: 'astana-esil' }, 1],
    [{ route: 'COMMUNAL' }, 12],
    [{ form: 'GRATUITOUS' }, 1],
    [{ from: '2024-04' }, 1],
    [{ until: '2024-03' }, 12],
    [{ month: '2024-04' }, 1],
    [{ monthOf: 'DECISION', month: null }, 1],
    [{ monthOf: 'DECISION', until: '2024-12' }, 12],
  ] as const)('are narrowed by %j', async (selection, expected) => {
    expect((await asked(selection)).total.counts.RECEIVED).toBe(expected);
  });

  it('name the cases behind each, page by page', async () => {
    const behind = { monthOf: 'RECEIPT', figure: 'MEASURED', span: 'TO_DECISION', limit: 6, position } as const;
    const one = await readModels.caseFigures.behind(behind);
    const two = await readModels.caseFigures.behind({ ...behind, cursor: one.nextCursor });
    const days = [...one.items, ...two.items].map(({ caseId, days: length }) => `${caseId} ${length?.[0]}`);
    expect(days).toEqual(['d1 1', 'd10 10', ...[2, 3, 4, 5, 6, 7, 8, 9].map((n) => `d${n} ${n}`), 'p1 15']);
    expect(two.nextCursor).toBeNull();
  });

  it('are at each position what they were when the log ended there, also once later events are projected', async () => {
    const places = [3, 40, first.length - 1].map((index) => first[index]?.position ?? 0);
    const all = { by: ['office', 'month'], asOf: '2024-04-20' } as const;
    const there = async () => Promise.all(places.map((place) => asked({ ...all, position: place })));
    const before = await there();
    await project(readModels.database, [...first, ...later]);
    expect(await there()).toEqual(before);
    const fresh = await documents.open();
    for (const [index, place] of places.entries()) {
      const database = index === 0 ? fresh : await documents.open();
      await project(
        database.database,
        first.filter((event) => event.position <= place),
      );
      const request = { ...all, monthOf: 'RECEIPT', position: place } as const;
      expect(await database.caseFigures.figures(request)).toEqual(before[index]);
    }
    const now = await asked({ position: end(later) });
    expect(now.total.counts.RECEIVED).toBe(14);
    expect(durations(now.total, 'TO_DECISION')).toMatchObject({
      calendarDays: { median: 5, p90: 9, p99: 15 },
      workingDays: { median: 3, p90: 5, p99: 9 },
    });
  }, 60_000);

  it('say that they are not final while an event is held back up to their position', async () => {
    const place = { id: 'e', stream: 'case-x', revision: 0, position, type: 'ApplicationSubmitted' };
    const failure = { place, reason: 'broken', gap: false };
    const held = { projection: caseFigures, documentId: 'x', failure };
    await holdBack(readModels.database, held, '2024-05-01T00:00:00Z');
    expect((await asked()).heldBack).toBe(1);
    expect((await asked({ position: position - 1 })).heldBack).toBe(0);
  });
});
