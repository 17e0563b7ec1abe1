import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { at, filed, registration } from '../support/beyond-the-calendar.js';
import { clockAt } from '../support/clock.js';
import { fileAt } from '../support/complaint-walk.js';
import { walkedCase } from '../support/case-walks.js';
import { startSystem, type Answer, type System } from '../support/system.js';

type Duty = Readonly<{ rule: string; paragraph: string; pending: object | null }>;

let system: System;
let caseId: string;
let complaintId: string;

/** The calendar that is built in ends in 2027; here it is February 2028, with a case and a complaint whose days no calendar tells. */
beforeAll(async () => {
  system = await startSystem({ env: clockAt('2028-02-01T12:00:00+05:00'), tokenMinutes: 2_000_000 });
  ({ caseId } = await walkedCase(system, [filed('2027-12-10', 'PENDING'), at('2027-12-10', registration!)]));
  complaintId = await fileAt(system, caseId, {
    effectiveAt: '2028-02-01T11:00:00+05:00',
    learnedOn: '2028-01-31',
    contested: { kind: 'ACTION', what: 'A copy was demanded', on: '2028-01-20' },
  });
}, 90_000);
afterAll(() => system.stop());

const pendingIn = (duties: readonly Duty[]) =>
  duties.filter(({ pending }) => pending !== null).map(({ rule, paragraph }) => [rule, paragraph]);
const monitored = (path: string): Promise<Answer> =>
  system.get(`/monitoring/paragraphs/${path}`, { role: 'quality-monitor', office: null });

describe('what waits for a year without calendar', () => {
  it('is counted under its paragraph, of cases as of complaints, and in no other bucket (docs/law/rules.md 4.3)', async () => {
    const ofCase = await system.get(`/cases/${caseId}/duties`);
    expect(pendingIn(ofCase.body.duties)).toContainEqual(['R-27', '6(1)']);
    const ofComplaint = await system.get(`/complaints/${complaintId}`);
    expect(pendingIn(ofComplaint.body.duties)).toEqual([['R-84', '12']]);

    const none = { OPEN: 0, DUE_SOON: 0, OVERDUE: 0, MISSED: 0 };
    expect((await monitored('6')).body.counts).toMatchObject({ OPEN: 0, PENDING: 1 });
    expect((await monitored('12')).body.counts).toMatchObject({ ...none, PENDING: 1 });
  });
});
