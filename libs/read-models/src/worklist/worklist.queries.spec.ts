import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApplicationSubmitted, CaseEvent } from '@app/domain';
import type { Recorded } from '@app/event-store';
import { InvalidCursor } from '../queries/page.js';
import type { ReadModels } from '../read-models.js';
import { paidCase, rejectedCase, submitted } from '../testing/case-history.js';
import { startDocuments, type Documents } from '../testing/documents.js';
import { project } from '../testing/projecting.js';
import { recorder } from '../testing/recorded.js';
import type { WorklistRequest } from './worklist.queries.js';

const now = '2024-03-10T00:00:00Z';

/** An application of a person, filed on a day of March 2024 and due thirty days later. */
const filed = (
  caseId: string,
  day: string,
  fullName: string,
  changes: Partial<ApplicationSubmitted['data']> = {},
): CaseEvent =>
  submitted(caseId, {
    at: `2024-03-${day}T10:00:00+05:00`,
    acceptedOn: `2024-03-${day}`,
    applicant: { ...submitted('x').data.applicant, fullName, iin: `7910053502${day}` },
    ...changes,
  });

const log = (): readonly Recorded[] => {
  const record = recorder();
  return [
    ...record('case-c1', [filed('c1', '04', 'Ахметов Данияр')]),
    ...record('case-c2', [filed('c2', '05', 'Ахметова Айгуль'), ...paidCase('c2').slice(1, 5)]),
    ...record('case-c3', [filed('c3', '06', 'Ёлкин Пётр', { officeId: 'astana-esil' })]),
    ...record('case-c4', [filed('c4', '07', 'Ахметов Данияр', { channel: 'PORTAL' }), ...rejectedCase('c4').slice(1)]),
    ...record('case-c5', paidCase('c5')),
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

const listed = async (request: Partial<WorklistRequest> = {}): Promise<readonly string[]> =>
  (await readModels.worklist.page({ now, ...request })).items.map(({ caseId }) => caseId);

const pagesOf = async (request: Partial<WorklistRequest>): Promise<readonly (readonly string[])[]> => {
  const pages: (readonly string[])[] = [];
  for (let cursor: string | null | undefined = undefined; cursor !== null;) {
    const page: Awaited<ReturnType<ReadModels['worklist']['page']>> = await readModels.worklist.page({
      now,
      ...request,
      cursor,
    });
    pages.push(page.items.map(({ caseId }) => caseId));
    cursor = page.nextCursor;
  }
  return pages;
};

describe('the worklist', () => {
  it('lists what is due next first, and last what owes nothing', async () => {
    expect(await listed()).toEqual(['c1', 'c3', 'c2', 'c4', 'c5']);
  });

  it('lists the newest first when asked', async () => {
    expect(await listed({ sort: 'submitted' })).toEqual(['c4', 'c3', 'c2', 'c5', 'c1']);
  });

  it.each<[string, Partial<WorklistRequest>, readonly string[]]>([
    ['an office', { officeId: 'astana-esil' }, ['c3']],
    ['an office, newest first', { officeId: 'almaty-bostandyk', sort: 'submitted' }, ['c4', 'c2', 'c5', 'c1']],
    ['a status', { status: 'SUBMITTED' }, ['c1', 'c3']],
    ['a status in an office', { status: 'SUBMITTED', officeId: 'almaty-bostandyk' }, ['c1']],
    ['a stage', { stage: 'CLOSED' }, ['c4', 'c5']],
    ['a route', { route: 'REPUBLICAN_ENTITY' }, []],
    ['who examined', { assignee: 'e.first' }, ['c2']],
    ['a day before which something is due', { dueBefore: '2024-03-06' }, ['c1']],
    ['what is overdue', { overdue: true }, ['c1', 'c3']],
    ['what is not overdue', { overdue: false }, ['c2', 'c4', 'c5']],
  ])('narrows by %s', async (_, request, expected) => {
    expect(await listed(request)).toEqual(expected);
  });

  it.each<[string, string, readonly string[]]>([
    ['case id', 'c3', ['c3']],
    ['registration number, whatever the case', ' жк-2024/15 ', ['c2', 'c5']],
    ['IIN', '791005350204', ['c1']],
    ['part of an IIN: nothing', '7910053502', []],
    ['the beginning of a name, by name', 'ахмет', ['c1', 'c4', 'c5', 'c2']],
    ['a whole name', 'Ахметов  Данияр', ['c1', 'c4', 'c5']],
    ['the middle of a name: nothing', 'Данияр', []],
    ['what would be a pattern elsewhere: nothing', '.*', []],
  ])('finds by %s', async (_, q, expected) => {
    expect(await listed({ q })).toEqual(expected);
  });

  const view = { soonUntil: '2024-04-05T00:00:00Z', caller: 'e.first' };

  it.each<[NonNullable<WorklistRequest['within']>['tab'], readonly string[]]>([
    ['OPEN', ['c1', 'c3', 'c2']],
    ['OVERDUE', ['c1', 'c3']],
    ['DUE_SOON', ['c2']],
    ['MINE', ['c2']],
    ['WAITING', ['c1', 'c3']],
    ['CLOSED', ['c4', 'c5']],
  ])('holds in the tab %s what it counts there, of an office, too, and within a search', async (tab, expected) => {
    const within = { ...view, tab };
    expect(await listed({ within })).toEqual(expected);
    for (const filter of [
      {},
      { officeId: 'astana-esil' },
      { q: 'ахмет' },
      { route: 'COMMUNAL' as const },
      { q: 'c3' },
    ]) {
      const { counts, position } = await readModels.worklist.counts({ now, ...filter, ...view }, null);
      expect([filter, counts[tab]]).toEqual([filter, (await listed({ within, ...filter })).length]);
      expect(position).toBe(log().at(-1)?.position);
    }
  });

  it('searches within what is narrowed', async () => {
    expect(await listed({ q: 'ахмет', status: 'REJECTED' })).toEqual(['c4']);
    expect(await listed({ q: 'c3', officeId: 'almaty-bostandyk' })).toEqual([]);
  });

  it.each<[string, Partial<WorklistRequest>, readonly (readonly string[])[]]>([
    ['what is due', { limit: 2 }, [['c1', 'c3'], ['c2', 'c4'], ['c5']]],
    ['the newest', { limit: 2, sort: 'submitted' }, [['c4', 'c3'], ['c2', 'c5'], ['c1']]],
    ['names', { limit: 3, q: 'ахмет' }, [['c1', 'c4', 'c5'], ['c2']]],
    ['an office', { limit: 3, officeId: 'almaty-bostandyk' }, [['c1', 'c2', 'c4'], ['c5']]],
  ])('gives %s page by page, each case once', async (_, request, expected) => {
    expect(await pagesOf(request)).toEqual(expected);
  });

  it('has no name in a cursor', async () => {
    const { nextCursor } = await readModels.worklist.page({ now, q: 'ахмет', limit: 1 });
    expect(Buffer.from(nextCursor ?? '', 'base64url').toString()).toBe('["worklist by name","c1"]');
  });

  it('refuses a cursor of another list', async () => {
    const { nextCursor } = await readModels.worklist.page({ now, limit: 1 });
    await expect(readModels.worklist.page({ now, sort: 'submitted', cursor: nextCursor })).rejects.toThrow(
      InvalidCursor,
    );
  });

  it('says which log position a page includes, and each row its revision', async () => {
    const page = await readModels.worklist.page({ now, limit: 1, q: 'c5' });
    expect(page.position).toBe(log().at(-1)?.position);
    expect(page.items.map(({ caseId, revision }) => [caseId, revision])).toEqual([['c5', 15]]);
  });
});
