import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { atTheHead, complaintAfter, officer, silentCase, toTheHead } from '../support/complaint-walk.js';
import { startSystem, type System } from '../support/system.js';
import { communalWalk, sendStep } from '../support/walk.js';

let system: System;

beforeAll(async () => {
  system = await startSystem({ env: { WATCH_SECONDS: '1' } });
}, 60_000);
afterAll(() => system.stop());

const missedIn = async (caseId: string): Promise<readonly Readonly<{ what: string; position: number }>[]> => {
  const { body } = await system.get(`/cases/${caseId}/timeline?limit=100`);
  return (body.items ?? []).filter(({ type }: { type: string }) => type === 'DutyMissed');
};

/** Waits until the watch has recorded so many. */
const recorded = async (caseId: string, count: number): Promise<void> => {
  while ((await missedIn(caseId)).length < count) await after(50);
};

describe('a duty past its day', () => {
  it('is recorded as missed by the watch, once, also after a restart; what was discharged is not (R-18, R-27)', async () => {
    // nobody watches while what is long past is entered step by step
    await system.kill('projector');
    let caseId: string | null = null;
    for (const step of communalWalk('MISS-1').slice(0, 4)) caseId = (await sendStep(system, caseId, step)).body.caseId;
    if (caseId === null) throw new Error('there is no case');
    await system.start('projector');
    await recorded(caseId, 1);

    await system.kill('projector');
    await system.start('projector');
    const position = (await sendStep(system, null, communalWalk('MISS-2')[0]!)).body;
    await recorded(position.caseId, 2);

    expect((await missedIn(caseId)).length).toBe(1);
    const board = await system.get('/monitoring/duties?bucket=OVERDUE&limit=100');
    const rows = board.body.items.map((row: Record<string, unknown>) => [row['caseId'], row['rule'], row['missed']]);
    expect(rows.toSorted()).toEqual(
      [
        [caseId, 'R-27', true],
        [position.caseId, 'R-18', true],
        [position.caseId, 'R-27', true],
      ].toSorted(),
    );
  }, 60_000);
});

describe('a duty recorded as missed', () => {
  it('is missed no more once an act in time is entered late; the fact stays, and says when it was kept (R-27)', async () => {
    let caseId: string | null = null;
    for (const step of communalWalk('MISS-KEPT').slice(0, 4))
      caseId = (await sendStep(system, caseId, step)).body.caseId;
    if (caseId === null) throw new Error('there is no case');
    await recorded(caseId, 1);
    let position = 0;
    for (const step of communalWalk('MISS-KEPT').slice(4, 9))
      position = (await sendStep(system, caseId, step)).body.position;

    const rulesIn = async (bucket: string) => {
      const { body } = await system.get(`/monitoring/duties?bucket=${bucket}&rule=R-27&limit=100`, {
        minPosition: position,
        waitSeconds: 10,
      });
      return body.items.filter((row: { caseId: string }) => row.caseId === caseId).length;
    };
    expect([await rulesIn('KEPT'), await rulesIn('MISSED')]).toEqual([1, 0]);
    const { body } = await system.get(`/cases/${caseId}`);
    // The agreement, not offered yet, is missed as well.
    const ofDecision = body.missedDuties.filter(({ rule }: { rule: string }) => rule === 'R-27');
    expect(ofDecision).toMatchObject([
      { due: '2025-04-07', foundKeptOn: '2025-03-26', foundDueOn: null, foundNotOwed: false },
    ]);
    expect(await toldOfMissed(caseId)).toContain(
      'Duty under R-27 (paragraph 6(1)) missed: it was due on 7 April 2025; found kept on 26 March 2025',
    );
    expect((await exportedAsKnown(caseId)).find(({ rule }) => rule === 'R-27')).toMatchObject({
      due: '2025-04-07',
      foundKeptOn: '2025-03-26',
      foundNotOwed: false,
    });
  }, 60_000);
});

/** What the timeline says of what is recorded as missed. */
const toldOfMissed = async (caseId: string): Promise<readonly string[]> =>
  // What is missed is told in an order of its own.
  (await missedIn(caseId)).map(({ what }) => what).toSorted();

type Exported = Readonly<Record<string, unknown>>;

/** The rows of a case in the export of missed duties as known. */
const exportedAsKnown = async (caseId: string): Promise<readonly Exported[]> => {
  const monitor = { role: 'quality-monitor', office: null } as const;
  const { text } = await system.get('/monitoring/exports/missed-duties-as-known?format=ndjson&limit=10000', monitor);
  const rows = text
    .trim()
    .split('\n')
    .map((line): Exported => JSON.parse(line));
  return rows.filter((row) => row['caseId'] === caseId);
};

/** What is recorded as missed of a complaint, once there is something. */
const missedOf = async (complaintId: string): Promise<readonly object[]> => {
  for (;;) {
    const { body } = await system.get(`/complaints/${complaintId}`, officer);
    const { missedDuties = [] } = body;
    if (missedDuties.length > 0) return missedDuties;
    await after(50);
  }
};

describe('the consideration of a complaint past its day', () => {
  it('R-86 (para 13): a complaint not decided in five working days is recorded as missed by the watch, once, also after a restart', async () => {
    const caseId = await silentCase(system, 'MISS-3');
    const undecided = () => complaintAfter(system, caseId, [atTheHead], toTheHead);
    const complaintId = await undecided();
    await missedOf(complaintId);

    await system.kill('projector');
    await system.start('projector');
    await missedOf(await undecided());

    expect(await missedOf(complaintId)).toEqual([
      {
        at: expect.any(String),
        rule: 'R-86',
        instance: null,
        paragraph: '13',
        debtor: 'PROVIDER',
        due: '2025-04-17',
        foundKeptOn: null,
        foundDueOn: null,
        foundNotOwed: false,
        dueAt: '2025-04-17T18:59:59.999Z',
      },
    ]);
  }, 60_000);
});

/** The rows that the board has of a case in a bucket. */
const rowsIn = async (caseId: string, bucket: string, position: number): Promise<readonly string[]> => {
  const { body } = await system.get(`/monitoring/duties?bucket=${bucket}&limit=100`, {
    minPosition: position,
    waitSeconds: 10,
  });
  const rows = body.items.filter((row: Readonly<{ caseId: string }>) => row.caseId === caseId);
  return rows.map(({ rule, due }: Record<string, string>) => `${rule} ${due}`);
};

// Last, as it corrects the calendar for all cases.
describe('a duty recorded as missed before the calendar was corrected', () => {
  it('is missed once, on the day as it is known now; the first record says when it was due instead (R-27)', async () => {
    let caseId = '';
    for (const step of communalWalk('MISS-MOVED').slice(0, 4))
      caseId = (await sendStep(system, caseId || null, step)).body.caseId;
    await recorded(caseId, 1);
    await system.post(
      '/admin/calendar/days',
      {
        date: '2025-04-07',
        to: 'OFF',
        name: 'Day of mourning',
        source: 'Decree 5',
        effectiveAt: '2025-03-07T09:00:00+05:00',
      },
      { role: 'administrator', office: null },
    );
    await recorded(caseId, 2);
    const position = Math.max(...(await missedIn(caseId)).map((entry) => entry.position));
    expect(await rowsIn(caseId, 'MISSED', position)).toEqual(['R-27 2025-04-08']);
    expect(await toldOfMissed(caseId)).toEqual([
      'Duty under R-27 (paragraph 6(1)) missed: it was due on 7 April 2025; found due on 8 April 2025 instead',
      'Duty under R-27 (paragraph 6(1)) missed: it was due on 8 April 2025',
    ]);
    const { missedDuties } = (await system.get(`/cases/${caseId}`)).body;
    expect(missedDuties).toMatchObject([
      { due: '2025-04-07', foundDueOn: '2025-04-08', foundNotOwed: false },
      { due: '2025-04-08', foundDueOn: null, foundNotOwed: false },
    ]);
    const counted = (await exportedAsKnown(caseId)).filter(({ foundDueOn }) => foundDueOn === null);
    expect(counted).toMatchObject([{ rule: 'R-27', due: '2025-04-08' }]);
  }, 60_000);

  it('is found not owed where the case is found withdrawn before its day (R-27)', async () => {
    let caseId = '';
    for (const step of communalWalk('MISS-OVER').slice(0, 4))
      caseId = (await sendStep(system, caseId || null, step)).body.caseId;
    await recorded(caseId, 1);
    const withdrawn = await system.post(
      `/cases/${caseId}/withdrawal`,
      { reason: 'The applicant has moved away.', effectiveAt: '2025-03-20T11:00:00+05:00' },
      { role: 'front-desk' },
    );
    expect(await rowsIn(caseId, 'MISSED', withdrawn.body.position)).toEqual([]);
    expect((await system.get(`/cases/${caseId}`)).body.missedDuties).toMatchObject([
      { rule: 'R-27', foundNotOwed: true },
    ]);
    expect(await toldOfMissed(caseId)).toEqual([expect.stringMatching(/; found not owed$/)]);
  }, 60_000);
});
