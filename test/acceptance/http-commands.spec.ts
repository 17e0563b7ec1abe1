import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { startSystem, type Answer, type Sending, type System } from '../support/system.js';
import { communalWalk, oneByOne, sendStep } from '../support/walk.js';

let system: System;
beforeAll(async () => {
  system = await startSystem();
}, 60_000);
afterAll(() => system.stop());

const [, receipt, delivery, , registration] = oneByOne(communalWalk('unused'));

/** A case of a dwelling of its own, submitted. */
const newCase = async (): Promise<string> => {
  const [first] = communalWalk(randomUUID());
  const answer = await sendStep(system, null, first!);
  if (answer.status !== 201) throw new Error(`the api answered ${answer.status}: ${answer.text}`);
  return answer.body.caseId;
};
const issueReceipt = (caseId: string, sending: Sending = {}, body = receipt!.body): Promise<Answer> =>
  system.post(`/cases/${caseId}/receipt`, body, { role: 'front-desk', ...sending });
const typesIn = async (caseId: string): Promise<string[]> => {
  const position = (await system.get('/monitoring/projections', { role: 'auditor', office: null })).body.logPosition;
  const timeline = await system.get(`/cases/${caseId}/timeline`, { minPosition: position, waitSeconds: 10 });
  return timeline.body.items.map(({ type }: { type: string }) => type);
};
const problem = ({ status, body }: Answer) => `${status} ${body.code}`;

describe('a repeated request', () => {
  it('is answered as the first time and carried out once, also by another copy of the api and after a restart', async () => {
    const caseId = await newCase();
    const first = await issueReceipt(caseId, { key: 'receipt-1' });
    const second = await issueReceipt(caseId, { key: 'receipt-1' });
    const copy = await system.startSecondApi();
    const third = await issueReceipt(caseId, { key: 'receipt-1', base: copy.url });
    await copy.stop();
    await system.kill('api');
    await system.start('api');
    const fourth = await issueReceipt(caseId, { key: 'receipt-1' });

    expect([first.status, second.status, third.status, fourth.status]).toEqual([200, 200, 200, 200]);
    expect(first.body).toEqual({
      caseId,
      revision: 1,
      position: expect.any(Number),
      events: [{ type: 'ReceiptIssued', eventId: expect.any(String) }],
    });
    expect([second.body, third.body, fourth.body]).toEqual([first.body, first.body, first.body]);
    expect(fourth.headers.get('etag')).toBe('"1"');
    expect(await typesIn(caseId)).toEqual(['ApplicationSubmitted', 'ReceiptIssued']);
  }, 60_000);

  it('is the same case where it submits one', async () => {
    const [first] = communalWalk(randomUUID());
    const answers = [
      await sendStep(system, null, first!, 'submit-1'),
      await sendStep(system, null, first!, 'submit-1'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
  });

  it('is the same where the fields of its body come in another order', async () => {
    const caseId = await newCase();
    const { receiptNumber, effectiveAt, ...rest } = receipt!.body;
    const one = await issueReceipt(caseId, { key: 'order-1' }, { receiptNumber, effectiveAt, ...rest });
    const other = await issueReceipt(caseId, { key: 'order-1' }, { ...rest, effectiveAt, receiptNumber });
    expect(other.body).toEqual(one.body);
  });

  it('is 422 where its key comes with another body, and changes nothing', async () => {
    const caseId = await newCase();
    await issueReceipt(caseId, { key: 'reuse-1' });
    const other = await issueReceipt(caseId, { key: 'reuse-1' }, { ...receipt!.body, receiptNumber: 'another' });
    expect(problem(other)).toBe('422 idempotency-key-reused');
    expect(await typesIn(caseId)).toEqual(['ApplicationSubmitted', 'ReceiptIssued']);
  });

  it('is nobody else’s: two people may choose the same key', async () => {
    const [one, other] = await Promise.all([newCase(), newCase()]);
    expect((await issueReceipt(one, { key: 'shared', sub: 'aliya' })).status).toBe(200);
    expect((await issueReceipt(other, { key: 'shared', sub: 'bolat' })).status).toBe(200);
  });
});

describe('two requests at once', () => {
  it('make one case where the same application is sent twice with one key', async () => {
    const [first] = communalWalk(randomUUID());
    const answers = await Promise.all(Array.from({ length: 4 }, () => sendStep(system, null, first!, 'twice-1')));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });

  it('make one case of two applications for a dwelling; the other is refused', async () => {
    const [first] = communalWalk(randomUUID());
    const answers = await Promise.all([sendStep(system, null, first!), sendStep(system, null, first!)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'dwelling-claimed',
      rule: null,
      paragraph: null,
    });
  });

  it('take one step once, whichever copy of the api they reach', async () => {
    const caseId = await newCase();
    const copy = await system.startSecondApi();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => issueReceipt(caseId, index % 2 === 0 ? {} : { base: copy.url })),
    );
    await copy.stop();
    expect(answers.map(problem).sort()).toEqual([
      '200 undefined',
      ...Array<string>(7).fill('409 receipt-already-issued'),
    ]);
    expect(await typesIn(caseId)).toEqual(['ApplicationSubmitted', 'ReceiptIssued']);
  }, 60_000);
});

describe('If-Match', () => {
  it('lets through who saw the last revision, and turns away who did not', async () => {
    const caseId = await newCase();
    const stale = await issueReceipt(caseId, { ifMatch: '"7"' });
    expect(problem(stale)).toBe('412 revision-stale');
    expect(stale.body.detail).toBe('You saw revision 7; it is at 0 now.');
    const first = await issueReceipt(caseId, { ifMatch: '"0"' });
    expect(first.status).toBe(200);
    const late = await system.post(`/cases/${caseId}/delivery`, delivery!.body, { role: 'front-desk', ifMatch: '"0"' });
    expect(problem(late)).toBe('412 revision-stale');
  });

  it('lets one of two through who saw the same revision', async () => {
    const caseId = await newCase();
    const answers = await Promise.all([1, 2, 3].map(() => issueReceipt(caseId, { ifMatch: '"0"' })));
    expect(answers.map(problem).sort()).toEqual(['200 undefined', '412 revision-stale', '412 revision-stale']);
  });
});

describe('a case', () => {
  it('of another office is not there for a command, also while the read models lag', async () => {
    await system.kill('projector');
    const caseId = await newCase();
    const foreign = await issueReceipt(caseId, { office: 'astana-esil' });
    expect(problem(foreign)).toBe('404 case-not-found');
    expect(foreign.body.detail).toBe('There is no such case, or it is not of your office.');
    expect((await issueReceipt(caseId)).status).toBe(200);
    await system.start('projector');
    expect(await typesIn(caseId)).toEqual(['ApplicationSubmitted', 'ReceiptIssued']);
  }, 60_000);

  it('that never was is answered in the very same words', async () => {
    const never = await issueReceipt(randomUUID());
    const foreign = await issueReceipt(await newCase(), { office: 'astana-esil' });
    const { correlationId: _one, ...told } = never.body;
    const { correlationId: _other, ...toldOfForeign } = foreign.body;
    expect(told).toEqual(toldOfForeign);
  });

  it('is filed for the office of who files it', async () => {
    const [first] = communalWalk(randomUUID());
    const answer = await system.post('/cases', first!.body, { role: 'front-desk', office: 'astana-esil' });
    expect(problem(answer)).toBe('403 office-not-yours');
  });

  it('refuses a step out of order with the rule and its paragraph', async () => {
    const caseId = await newCase();
    const answer = await sendStep(system, caseId, registration!);
    expect(answer.body).toMatchObject({ status: 409, code: 'receipt-missing', rule: 'R-19', paragraph: '5' });
    expect(await typesIn(caseId)).toEqual(['ApplicationSubmitted']);
  });

  it('refuses the head who examined it as the one who signs its decision', async () => {
    const steps = communalWalk(randomUUID());
    const caseId = (await sendStep(system, null, steps[0]!)).body.caseId;
    for (const step of steps.slice(1, 8)) {
      const role = step.path === '/compliance' ? 'provider-head' : step.role;
      expect((await sendStep(system, caseId, { ...step, role })).status).toBe(200);
    }
    const signature = steps.find(({ path }) => path === '/decision/signature');
    expect(problem(await sendStep(system, caseId, signature!))).toBe('409 examiner-may-not-sign');
    const another = await system.post(`/cases/${caseId}/decision/signature`, signature!.body, {
      role: 'provider-head',
      sub: 'deputy',
    });
    expect(another.status).toBe(200);
  });

  it('is told from a role that may not touch it, by the missing permission', async () => {
    const answer = await issueReceipt(await newCase(), { role: 'auditor', office: null });
    expect(answer.body).toMatchObject({ status: 403, code: 'permission-missing', permission: 'receipt:issue' });
  });
});
