import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { applicationBody } from '../../libs/contracts/src/testing/bodies.js';
import {
  filed,
  offer,
  payment,
  rightsInformation,
  signedByBoth,
  stageTwo,
  told,
  walkedCase,
} from '../support/case-walks.js';
import { startSystem, type System } from '../support/system.js';
import type { WalkStep } from '../support/walk.js';

let system: System;

beforeAll(async () => {
  system = await startSystem();
}, 60_000);
afterAll(() => system.stop());

const { documents: always } = applicationBody();
const proofOfCategory = {
  type: 'D9',
  number: 'V-3',
  issuedOn: '2024-06-01',
  sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
};
// The sample body holds a list of documents.
const documents = [...(always as readonly object[]), proofOfCategory];

const freeOfCharge = (application: Readonly<Record<string, unknown>> = {}): WalkStep =>
  filed({
    form: 'GRATUITOUS',
    payment: { mode: 'NONE' },
    freeCategory: 'disabled person of the first group',
    documents,
    ...application,
  });

const withoutPrice = (body: WalkStep['body']): WalkStep['body'] =>
  Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'priceBasis'));

/** The second stage of a dwelling free of charge: the decision states no residual value. */
const decidedFree: readonly WalkStep[] = stageTwo.map((step) =>
  step.path === '/decision' ? { ...step, body: withoutPrice(step.body) } : step,
);

const ready = () => walkedCase(system, [freeOfCharge(), ...decidedFree, rightsInformation('03-27')]);

describe('a dwelling free of charge (Appendix 1)', () => {
  it('R-12 (para 3): is applied for on Appendix 1, stating the category (R-97)', async () => {
    const without = freeOfCharge({ freeCategory: null });
    const answer = await system.post('/cases', without.body, { role: 'portal' });
    expect([answer.status, answer.body.code]).toEqual([409, 'free-category-missing']);
    const walked = await walkedCase(system, [freeOfCharge()]);
    expect((await walked.view()).status).toBe('SUBMITTED');
  });

  it('R-38 (para 8): has no price in its agreement', async () => {
    const walked = await ready();
    expect(told(await walked.send(offer('03-28', { price: '0.01' })))).toBe('gratuitous-not-paid');
    expect(told(await walked.send(offer('03-28', { price: '0.00' })))).toEqual(['AgreementOffered']);
  });

  it('R-38 (para 8): payment is not made: the concluded agreement ends the case, and no duty to pay has begun', async () => {
    const walked = await ready();
    await walked.send(offer('03-28', { price: '0.00' }));
    const [recipient, provider] = signedByBoth('04-01');
    if (!recipient || !provider) throw new Error('both parties sign');
    expect(told(await walked.send(recipient))).toEqual(['AgreementSigned']);
    expect(told(await walked.send(payment('04-02', '1.00')))).toBe('gratuitous-not-paid');
    expect(told(await walked.send(provider))).toEqual(['AgreementSigned', 'CaseClosed']);
    expect((await walked.view()).status).toBe('CONCLUDED');
    expect((await walked.duties()).filter((duty) => duty.startsWith('R-36'))).toEqual([]);
    expect(told(await walked.send(payment('04-02', '1.00')))).toBe('case-closed');
  });
});
