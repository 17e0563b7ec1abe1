import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { complaintBody, complaintSteps, sendComplaintStep } from '../support/complaint-walk.js';
import { startSystem, type Answer, type Sending, type System } from '../support/system.js';
import { communalWalk, sendStep, type WalkStep } from '../support/walk.js';

let system: System;
let caseId: string;
let complaintId: string;
let further: readonly WalkStep[];
let last: number;
beforeAll(async () => {
  system = await startSystem();
  const [first, ...rest] = communalWalk(randomUUID());
  caseId = (await sendStep(system, null, first!)).body.caseId;
  for (const step of rest.slice(0, 3)) await sendStep(system, caseId, step);
  // Nobody decided in the thirty days: what is contested is that inaction.
  const filed = await system.post('/complaints', complaintBody(caseId), { role: 'front-desk' });
  complaintId = filed.body.complaintId;
  last = (await sendStep(system, caseId, rest[3]!)).body.position;
  further = rest.slice(4);
}, 90_000);
afterAll(() => system.stop());

const auditor = { role: 'auditor', office: null } as const;
/** The trail as new as what was written last. */
const trail = (sending: Sending = auditor, { id = complaintId, at = 'now' } = {}): Promise<Answer> =>
  system.get(`/complaints/${id}/trail?at=${at}`, { minPosition: last, waitSeconds: 10, ...sending });
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
    expect([elsewhere.status, (await trail(undefined, { id: randomUUID() })).status]).toEqual([404, 404]);
  });

  it('says up to which place in the log it goes, and refuses a place that the log does not have', async () => {
    const { position, heldBackAt, decidedAt, madeFrom } = (await trail()).body;
    expect([position >= last, heldBackAt, decidedAt]).toEqual([true, null, null]);
    const { body } = await system.get(`/audit/cases/${caseId}/events`, auditor);
    const { revision, position: at, metadata } = body.items.at(-1);
    expect(madeFrom).toMatchObject({
      complaint: { revision: 0 },
      case: { revision, position: at, hash: metadata.hash },
      calendarCorrections: 0,
    });
    const ahead = await trail({ ...auditor, minPosition: last + 1_000_000, waitSeconds: 0 });
    expect([ahead.status, ahead.body.errors[0].path]).toEqual([422, 'X-Min-Position']);
  });

  it('is asked for as it is, or as it was when the complaint was decided', async () => {
    const undecided = await trail(auditor, { at: 'decision' });
    expect([undecided.status, undecided.body.code]).toEqual([404, 'complaint-not-decided']);
    expect((await trail(auditor, { at: 'yesterday' })).status).toBe(422);
  });
});

describe('the trail of a decided complaint', () => {
  beforeAll(async () => {
    const { forward, register, decide } = complaintSteps;
    for (const step of [forward, register, decide])
      last = (await sendComplaintStep(system, complaintId, step)).body.position;
  });

  it('is there as decided, its duties as they stood when the decision was entered', async () => {
    const { status, body } = await trail(auditor, { at: 'decision' });
    expect([status, body.position, body.asOf]).toEqual([200, last, body.decidedAt]);
    expect(body.complaint).toMatchObject({ status: 'DECIDED', decision: { outcome: 'SATISFIED' } });
    expect(body.events.at(-1)).toMatchObject({ type: 'ComplaintDecided', position: last });
    expect(standing(body.dutiesNow, 'R-27')).toBe('OVERDUE');
    expect((await trail()).body.decidedAt).toBe(body.decidedAt);
  });

  it('stays as decided to the last word when the case goes on and a court is asked, while the one of now goes with them', async () => {
    const before = await trail(auditor, { at: 'decision' });
    await sendComplaintStep(system, complaintId, complaintSteps.appeal);
    last = (await sendStep(system, caseId, further[0]!)).body.position;
    const [now, decided] = [await trail(), await trail(auditor, { at: 'decision' })];
    expect(decided.text).toBe(before.text);
    expect(now.body.complaint.status).toBe('IN_COURT');
    // The watch may record a missed duty at any time.
    const happened = (answer: Answer): readonly string[] =>
      answer.body.since.happened.flatMap(({ type }: { type: string }) => (type === 'DutyMissed' ? [] : [type]));
    expect(happened(now)).toEqual([...happened(decided), ...further[0]!.events]);
  });

  it('names no person as decided either, to who does not need it', async () => {
    const { fullName } = complaintBody(caseId).complainant;
    expect((await trail(auditor, { at: 'decision' })).text).not.toContain(fullName);
    expect((await trail({ role: 'complaints-officer' }, { at: 'decision' })).text).toContain(fullName);
    const elsewhere = await trail({ role: 'complaints-officer', office: 'astana-esil' }, { at: 'decision' });
    expect(elsewhere.status).toBe(404);
  });

  it('is ready after every kill of the projector', async () => {
    const before = await trail(auditor, { at: 'decision' });
    await system.kill('projector');
    last = (await sendStep(system, caseId, further[1]!)).body.position;
    expect((await trail({ ...auditor, waitSeconds: 0 })).status).toBe(503);
    await system.start('projector');
    // The watch may have recorded a missed duty after it.
    const happened: readonly { type: string }[] = (await trail()).body.since.happened;
    expect(happened.map(({ type }) => type)).toContain(further[1]!.events.at(-1));
    expect((await trail(auditor, { at: 'decision' })).text).toBe(before.text);
  }, 60_000);
});
