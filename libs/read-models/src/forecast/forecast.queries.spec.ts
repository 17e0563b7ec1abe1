import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseEvent } from '@app/domain';
import { liveFillings } from '../engine/rebuild/live-fillings.js';
import { projections } from '../projections.js';
import type { ReadModels } from '../read-models.js';
import { paidCase, rejectedCase, submitted } from '../testing/case-history.js';
import { startDocuments, type Documents } from '../testing/documents.js';
import { project } from '../testing/projecting.js';
import { recorder } from '../testing/recorded.js';
import { forecastQueries, TooManyOpenDuties, type ForecastItem, type ForecastRequest } from './forecast.queries.js';
import type { PastCasesRequest } from './past-cases.queries.js';

/** A paid case whose decision was signed on that day in March 2024, of which 3 April is the last day in time. */
const decidedOn = (caseId: string, signedOn: string): readonly CaseEvent[] =>
  paidCase(caseId).map((event) =>
    event.type === 'DecisionSigned' ? { ...event, data: { ...event.data, signedOn } } : event,
  );

/**
 * Decided in Almaty after 15, 20 and 25 days, one two days late, one rejected after 2; one of 4 March and one of 7 March that nobody
 * decided; in Astana one of 7 March. All by the end of 5 April 2024, when four weeks are over for those of 7 March.
 */
const log = () => {
  const record = recorder();
  const later = { acceptedOn: '2024-03-07' };
  return [
    ...record('case-a15', decidedOn('a15', '2024-03-19')),
    ...record('case-a20', decidedOn('a20', '2024-03-24')),
    ...record('case-a25', decidedOn('a25', '2024-03-29')),
    ...record('case-late', decidedOn('late', '2024-04-05')),
    ...record('case-rejected', rejectedCase('rejected')),
    ...record('case-silent', [submitted('silent')]),
    ...record('case-almaty', [submitted('almaty', later)]),
    ...record('case-astana', [submitted('astana', { ...later, officeId: 'astana-esil', form: 'GRATUITOUS' })]),
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

const request: ForecastRequest = {
  sort: 'share',
  rule: 'R-27',
  minimum: 2,
  today: '2024-04-05',
  atLeast: null,
};

const page = (changes: Partial<ForecastRequest> = {}) => readModels.forecast.page({ ...request, ...changes });

const told = ({ duty, usedDays, forecast: { basis, share, numbers } }: ForecastItem): unknown => [
  duty.caseId,
  usedDays,
  basis,
  share,
  numbers && `${numbers.group} ${numbers.late}/${numbers.stillOpenAtThisPoint} of ${numbers.comparable}`,
];

const forecasts = async (changes: Partial<ForecastRequest> = {}): Promise<unknown> =>
  (await page(changes)).items.map(told);

describe('the forecast of open duties', () => {
  it('refuses to put more of them in the order of their shares than it may, and leafs through them by date all the same', async () => {
    const live = await liveFillings(readModels.database, projections);
    const parts = { position: readModels.position, calendars: readModels.calendars };
    const atMost = (most: number) => forecastQueries(live, { ...parts, most });
    await expect(atMost(2).page(request)).rejects.toThrow(new TooManyOpenDuties('more than 2 duties are open'));
    await expect(atMost(2).page({ ...request, sort: 'due', leastShare: 0.5 })).rejects.toThrow(TooManyOpenDuties);
    expect((await atMost(3).page(request)).items).toHaveLength(3);
    const byDate = await atMost(2).page({ ...request, sort: 'due', limit: 1 });
    expect([byDate.items.length, byDate.nextCursor]).toEqual([1, expect.any(String)]);
    live.close();
  });

  it('compares each with what was decided about others by the end of the day, the greatest share first', async () => {
    expect(await forecasts()).toEqual([
      ['silent', 30, 'OVERDUE', 1, null],
      // After 28 days: kept were 15, 20 and 25; late is one done on 5 April, and the silent one.
      ['almaty', 29, 'PAST_DUTIES', 1, 'RULE_OFFICE_ROUTE_FORM 2/2 of 5'],
      ['astana', 29, 'PAST_DUTIES', 1, 'RULE_ROUTE 2/2 of 5'],
    ]);
  });

  it('is as of the day asked for: what was open then, by what had ended by then', async () => {
    // 1 April, day 24 of what was accepted on 8 March, day 28 of 4 March: nothing was late yet.
    expect(await forecasts({ asOf: '2024-04-01', minimum: 1 })).toEqual([
      ['almaty', 25, 'PAST_DUTIES', 0, 'RULE_OFFICE_ROUTE_FORM 0/1 of 3'],
      ['astana', 25, 'PAST_DUTIES', 0, 'RULE_ROUTE 0/1 of 3'],
      ['late', 28, 'TOO_FEW', null, 'RULE 0/0 of 3'],
      ['silent', 28, 'TOO_FEW', null, 'RULE 0/0 of 3'],
    ]);
  });

  it('had nothing to forecast on a day before the first', async () => {
    expect(await page({ asOf: '2024-03-01' })).toMatchObject({ asOf: '2024-03-01', items: [], nextCursor: null });
  });

  it('counts what was overdue on the day as late, also where it was done or fell away since', async () => {
    expect(await forecasts({ asOf: '2024-04-04', officeId: 'almaty-bostandyk' })).toEqual([
      ['late', 30, 'OVERDUE', 1, null],
      ['silent', 30, 'OVERDUE', 1, null],
      ['almaty', 28, 'PAST_DUTIES', 1, 'RULE_OFFICE_ROUTE_FORM 2/2 of 5'],
    ]);
  });

  it('narrows by office, route, debtor, share and whether it is overdue', async () => {
    const cases = async (changes: Partial<ForecastRequest>): Promise<readonly string[]> =>
      (await page(changes)).items.map(({ duty }) => `${duty.caseId} ${duty.rule}`);
    expect(await cases({ officeId: 'astana-esil' })).toEqual(['astana R-27']);
    expect(await cases({ route: 'REPUBLICAN_ENTITY' })).toEqual([]);
    expect(await cases({ rule: undefined, debtor: 'STATE_CORPORATION', officeId: 'astana-esil' })).toEqual([
      'astana R-18',
    ]);
    expect(await cases({ overdue: true })).toEqual(['silent R-27']);
    expect(await cases({ overdue: false })).toEqual(['almaty R-27', 'astana R-27']);
    expect(await cases({ asOf: '2024-04-01', minimum: 1, leastShare: 0 })).toEqual(['almaty R-27', 'astana R-27']);
    expect(await cases({ asOf: '2024-04-01', minimum: 1, leastShare: 0.01 })).toEqual([]);
  });

  it('gives the list page by page in both orders, and keeps its day', async () => {
    const all = async (sort: 'share' | 'due', leastShare?: number): Promise<readonly string[]> => {
      const cases: string[] = [];
      let cursor: string | null = null;
      do {
        const asOf = cursor === null ? ('2024-04-01' as const) : undefined;
        const next = await page({ sort, leastShare, minimum: 1, limit: 1, cursor, asOf });
        expect(next.asOf).toBe('2024-04-01');
        cases.push(...next.items.map(({ duty }) => duty.caseId));
        cursor = next.nextCursor;
      } while (cursor !== null);
      return cases;
    };
    expect(await all('share')).toEqual(['almaty', 'astana', 'late', 'silent']);
    expect(await all('due')).toEqual(['late', 'silent', 'almaty', 'astana']);
    expect(await all('due', 0)).toEqual(['almaty', 'astana']);
  });

  it('refuses a cursor of another list, or one that nobody gave', async () => {
    const { nextCursor } = await page({ limit: 1 });
    await expect(page({ sort: 'due', cursor: nextCursor })).rejects.toThrow('the cursor belongs to another list');
    const forged = Buffer.from(JSON.stringify(['forecast by share', 'x y z'])).toString('base64url');
    await expect(page({ cursor: forged })).rejects.toThrow('the cursor cannot be read');
  });

  it('says up to which position of the log the past is counted', async () => {
    expect((await page()).position).toBe(log().at(-1)?.position);
  });
});

const pastCases = async (changes: Partial<PastCasesRequest>): Promise<unknown> => {
  const cases = { rule: 'R-27', usedDays: 0, asOf: '2024-04-05', ...changes };
  return (await readModels.pastCases.page(cases)).items.map(({ duty, usedDays, late }) => [
    duty.caseId,
    usedDays,
    late,
  ]);
};

describe('the past cases behind a share', () => {
  it('are those that were still open at its point, what was late first', async () => {
    expect(await pastCases({ officeId: 'almaty-bostandyk', route: 'COMMUNAL', form: 'REDEMPTION' })).toEqual([
      ['late', 30, true],
      ['silent', null, true],
      ['a15', 15, false],
      ['a20', 20, false],
      ['a25', 25, false],
    ]);
    expect(await pastCases({ usedDays: 20 })).toEqual([
      ['late', 30, true],
      ['silent', null, true],
      ['a20', 20, false],
      ['a25', 25, false],
    ]);
    expect(await pastCases({ usedDays: 28 })).toEqual([
      ['late', 30, true],
      ['silent', null, true],
    ]);
  });

  it('are as of the day asked for', async () => {
    expect(await pastCases({ asOf: '2024-04-01', usedDays: 20 })).toEqual([
      ['a20', 20, false],
      ['a25', 25, false],
    ]);
    expect(await pastCases({ asOf: '2024-04-04', usedDays: 28 })).toEqual([
      ['late', 30, true],
      ['silent', null, true],
    ]);
  });

  it('are given page by page across what was late and what was kept', async () => {
    const cases: string[] = [];
    let cursor: string | null = null;
    do {
      const next = await readModels.pastCases.page({ rule: 'R-27', usedDays: 0, asOf: '2024-04-05', limit: 2, cursor });
      cases.push(next.items.map(({ duty }) => duty.caseId).join(' '));
      cursor = next.nextCursor;
    } while (cursor !== null);
    expect(cases).toEqual(['late silent', 'a15 a20', 'a25']);
  });
});
