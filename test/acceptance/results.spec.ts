import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  eds,
  filed,
  offer,
  rightsInformation,
  signedByBoth,
  stageTwo,
  step,
  told,
  walkedCase,
} from '../support/case-walks.js';
import { startSystem, type System } from '../support/system.js';
import { communalWalk, type WalkStep } from '../support/walk.js';

let system: System;

beforeAll(async () => {
  system = await startSystem();
}, 60_000);
afterAll(() => system.stop());

const onPortal = (result: string, at: string, more: object = {}): WalkStep =>
  step('provider-head', '/results', at, {
    result,
    channel: 'PORTAL',
    issuedTo: 'RECIPIENT',
    eds: eds(at),
    ...more,
  });

const atCounter = (receiptNumber: string, at: string, more: object = {}): WalkStep =>
  step('front-desk', '/results', at, {
    result: 'DECISION',
    channel: 'STATE_CORPORATION',
    issuedTo: 'RECIPIENT',
    identification: 'IDENTITY_DOCUMENT',
    receiptNumber,
    ...more,
  });

/** A case through the State Corporation up to its signed decision, with the number of its receipt. */
const throughTheCorporation = async () => {
  const n = randomUUID();
  return { walked: await walkedCase(system, communalWalk(n).slice(0, 9)), receipt: `R-${n}` };
};
const throughThePortal = () => walkedCase(system, [filed(), ...stageTwo]);
const resultsIn = ({ results }: Readonly<{ results: readonly Readonly<{ result: string }>[] }>) =>
  results.map(({ result }) => result);

describe('the result of the public service (paras 5, 7)', () => {
  it('R-34 (para 7(1)): on the communal route are the decision and then the agreement, each given once', async () => {
    const walked = await throughThePortal();
    expect(told(await walked.send(onPortal('AGREEMENT', '03-27')))).toBe('result-not-there');
    expect(told(await walked.send(onPortal('DECISION', '03-27')))).toEqual(['ResultIssued']);
    expect(told(await walked.send(onPortal('DECISION', '03-27')))).toBe('no-result-to-issue');
    for (const each of [rightsInformation('03-27'), offer('03-28'), ...signedByBoth('04-01')])
      expect((await walked.send(each)).status).toBe(200);
    expect(told(await walked.send(onPortal('DECISION', '04-02')))).toBe('result-already-issued');
    expect(told(await walked.send(onPortal('TRANSFER_DEED', '04-02')))).toBe('result-not-there');
    expect(told(await walked.send(onPortal('AGREEMENT', '04-02')))).toEqual(['ResultIssued']);
    expect(told(await walked.send(onPortal('AGREEMENT', '04-02')))).toBe('no-result-to-issue');
    expect(resultsIn(await walked.view())).toEqual(['DECISION', 'AGREEMENT']);
  });

  it('R-35 (para 7(2)): on the republican route the transfer deed is a result, once it is approved, and not before', async () => {
    const republican = await walkedCase(system, [filed({ route: 'REPUBLICAN_ENTITY' }), ...stageTwo]);
    for (const each of transfer) {
      expect(told(await republican.send(onPortal('TRANSFER_DEED', '04-02')))).toBe('result-not-there');
      expect((await republican.send(each)).status).toBe(200);
    }
    expect(told(await republican.send(onPortal('TRANSFER_DEED', '04-02')))).toEqual(['ResultIssued']);
    expect(told(await republican.send(onPortal('TRANSFER_DEED', '04-02')))).toBe('result-already-issued');
    expect(told(await republican.send(onPortal('AGREEMENT', '04-02')))).toBe('result-not-there');
    expect(told(await republican.send(onPortal('DECISION', '04-02')))).toEqual(['ResultIssued']);
    const title = step('caseworker', '/title-registration', '04-02', { registrationNumber: 'TTL-1' });
    for (const each of [title, rightsInformation('04-03'), offer('04-03'), ...signedByBoth('04-04')])
      expect((await republican.send(each)).status).toBe(200);
    expect(told(await republican.send(onPortal('AGREEMENT', '04-07')))).toEqual(['ResultIssued']);
    expect(resultsIn(await republican.view())).toEqual(['TRANSFER_DEED', 'DECISION', 'AGREEMENT']);
  });

  it('R-34 (para 7(1)): on the route of a communal entity the deed stays a document of the case (A14)', async () => {
    const entity = await walkedCase(system, [filed({ route: 'COMMUNAL_ENTITY' }), ...stageTwo]);
    for (const each of transfer.slice(3).filter(({ body }) => body['approver'] !== 'STATE_PROPERTY_TERRITORIAL_HEAD')) {
      expect((await entity.send(each)).status).toBe(200);
    }
    expect(told(await entity.send(onPortal('TRANSFER_DEED', '04-02')))).toBe('result-not-there');
  });

  it('R-20 (para 5): the State Corporation issues ready documents on the receipt and an identity document', async () => {
    const { walked, receipt } = await throughTheCorporation();
    expect(told(await walked.send(atCounter('another', '03-27')))).toBe('result-without-receipt');
    const unidentified = atCounter(receipt, '03-27', { identification: null });
    expect(told(await walked.send(unidentified))).toBe('result-without-identification');
    expect(told(await walked.send(atCounter(receipt, '03-27')))).toEqual(['ResultIssued']);
  });

  it('R-21 (para 5): a representative comes with a notarized power of attorney', async () => {
    const { walked, receipt } = await throughTheCorporation();
    const representative = { issuedTo: 'REPRESENTATIVE' };
    expect(told(await walked.send(atCounter(receipt, '03-27', representative)))).toBe('power-of-attorney-missing');
    const powerOfAttorney = { number: '1234', notarizedOn: '2025-03-27', notary: 'Testova N.' };
    const withPower = (power: object) =>
      atCounter(receipt, '03-27', { ...representative, powerOfAttorney: { ...powerOfAttorney, ...power } });
    expect(told(await walked.send(withPower({ notarizedOn: '2025-03-28' })))).toBe('power-of-attorney-later');
    const nobody = await walked.send(withPower({ notary: null }));
    expect([nobody.status, nobody.body.errors[0].path]).toEqual([422, 'powerOfAttorney.notary']);
    expect(told(await walked.send(withPower({})))).toEqual(['ResultIssued']);
    expect((await walked.view()).results[0]).toMatchObject({ issuedTo: 'REPRESENTATIVE', powerOfAttorney });
  });

  it('R-26 (para 5): on the portal it is an electronic document signed with the EDS of the head of the provider', async () => {
    const walked = await throughThePortal();
    const asCaseworker: WalkStep = { ...onPortal('DECISION', '03-27'), role: 'caseworker' };
    expect((await walked.send(asCaseworker)).status).toBe(403);
    expect(told(await walked.send(onPortal('DECISION', '03-27', { eds: null })))).toBe('result-not-signed');
    expect(told(await walked.send(onPortal('DECISION', '03-27')))).toEqual(['ResultIssued']);
  });

  it('R-25 (para 5): it is issued where the application came', async () => {
    const { walked } = await throughTheCorporation();
    expect(told(await walked.send(onPortal('DECISION', '03-27')))).toBe('result-by-another-channel');
  });

  it('R-17 (para 4): asked for after working hours it is issued on the next business day; the portal knows no hours', async () => {
    const { walked, receipt } = await throughTheCorporation();
    const onFridayNight = atCounter(receipt, '03-28', {});
    await walked.send({ ...onFridayNight, body: { ...onFridayNight.body, effectiveAt: '2025-03-28T20:00:00+05:00' } });
    expect((await walked.view()).results[0].issuedOn).toBe('2025-03-31');

    const portal = await throughThePortal();
    const atNight = onPortal('DECISION', '03-28');
    await portal.send({ ...atNight, body: { ...atNight.body, effectiveAt: '2025-03-28T20:00:00+05:00' } });
    expect((await portal.view()).results[0].issuedOn).toBe('2025-03-28');
  });
});

const deed = (role: WalkStep['role'], part: string, at: string, body: object): WalkStep =>
  step(role, `/transfer-deed/${part}`, at, { ...body });

const transfer: readonly WalkStep[] = [
  step('property-officer', '/petition', '03-27', { petitionNumber: 'PET-1', akim: 'Akim of Almaty' }),
  step('property-officer', '/industry-consent', '03-27', { consentNumber: 'CON-1', body: 'Ministry' }),
  step('property-officer', '/state-property-decision', '03-28', { decisionNumber: 'SPD-1', body: 'Committee' }),
  deed('property-officer', 'signatures', '03-31', { side: 'TRANSFERRING', signedBy: 'Official of the entity' }),
  deed('communal-property-officer', 'signatures', '03-31', { side: 'RECEIVING', signedBy: 'Official of the akimat' }),
  deed('property-officer', 'approvals', '04-01', {
    side: 'TRANSFERRING',
    approver: 'STATE_PROPERTY_TERRITORIAL_HEAD',
    approvedBy: 'Head of the territorial subdivision',
  }),
  deed('communal-property-officer', 'approvals', '04-01', {
    side: 'RECEIVING',
    approver: 'AKIM_OFFICE',
    approvedBy: 'Head of the office of the akim',
  }),
];
