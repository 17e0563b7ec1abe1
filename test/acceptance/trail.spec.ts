import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { complaintBody } from '../support/complaint-walk.js';
import { startSystem, type Answer, type Sending, type System } from '../support/system.js';
import { communalWalk, sendStep } from '../support/walk.js';

let system: System;
let caseId: string;
let complaintId: string;
beforeAll(async () => {
  system = await startSystem();
  const [first, ...rest] = communalWalk(randomUUID());
  caseId = (await sendStep(system, null, first!)).body.caseId;
  for (const step of rest.slice(0, 3)) await sendStep(system, caseId, step);
  // Nobody decided in the thirty days: what is contested is that inaction.
  const filed = await system.post('/complaints', complaintBody(caseId), { role: 'front-desk' });
  complaintId = filed.body.complaintId;
  await sendStep(system, caseId, rest[3]!);
}, 90_000);
afterAll(() => system.stop());

const trail = (sending: Sending = { role: 'auditor', office: null }, id = complaintId): Promise<Answer> =>
  system.get(`/complaints/${id}/trail`, sending);
type Duty = { rule: string; standing: string };
const standing = (duties: readonly Duty[], rule: string) => duties.find((duty) => duty.rule === rule)?.standing;

describe('the trail of a complaint', () => {
  it('tells the complaint with its terms, and its own events in words', async () => {
    const { status, body } = await trail();
    expect(status).toBe(200);
    expect(body.complaint).toMatchObject({ complaintId, caseId, status: 'FILED', contested: { rule: 'R-27' } });
    expect(body.complaint.duties.map(({ rule }: Duty) => rule)).toContain('R-84');
    expect(body.events).toMatchObject([
      { type: 'ComplaintFiled', revision: 0, what: expect.stringMatching(/^Complaint about an inaction received on /) },
    ]);
  });

  it('tells the case at the contested moment: as it stood in the log, and as far as it is known today', async () => {
    const { contestedAt, known, effective, dutiesNow } = (await trail()).body;
    // The first moment after the decision was due, on 7 April 2025 in Almaty.
    expect(contestedAt).toBe('2025-04-07T19:00:00.000Z');
    expect(known).toMatchObject({ point: { kind: 'RECORDED', recordedAt: contestedAt }, status: null, duties: [] });
    expect(effective).toMatchObject({ point: { kind: 'EFFECTIVE', effectiveAt: contestedAt }, status: 'COMPLETE' });
    expect(standing(effective.duties, 'R-27')).toBe('OVERDUE');
    expect(standing(dutiesNow, 'R-27')).toBe('OVERDUE');
  });

  it('tells what changed since, and who acted on both', async () => {
    const { since, actors } = (await trail()).body;
    expect(since.happened.map(({ type }: { type: string }) => type)).toContain('CompletenessConfirmed');
    expect(since.changes).toContainEqual({ field: 'status', label: 'Status', from: null, to: 'COMPLETE' });
    expect(actors[0]).toMatchObject({
      onBoth: true,
      onCase: expect.arrayContaining(['ApplicationSubmitted']),
      onComplaint: ['ComplaintFiled'],
    });
    expect(actors.slice(1)).toMatchObject([{ onBoth: false, onComplaint: [] }]);
  });

  it('names no person to who does not need it, and the complainant to who does', async () => {
    const { fullName } = complaintBody(caseId).complainant;
    expect((await trail()).text).not.toContain(fullName);
    expect((await trail({ role: 'complaints-officer' })).text).toContain(fullName);
  });

  it('of another office, or of none, is not found', async () => {
    const elsewhere = await trail({ role: 'complaints-officer', office: 'astana-esil' });
    expect([elsewhere.status, (await trail(undefined, randomUUID())).status]).toEqual([404, 404]);
  });
});
