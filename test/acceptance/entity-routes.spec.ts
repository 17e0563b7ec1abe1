import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  filed,
  offer,
  payment,
  rightsInformation,
  signedByBoth,
  stageTwo,
  step,
  told,
  walkedCase,
} from '../support/case-walks.js';
import { startSystem, type Answer, type System } from '../support/system.js';
import type { WalkStep } from '../support/walk.js';

let system: System;

beforeAll(async () => {
  system = await startSystem();
}, 60_000);
afterAll(() => system.stop());

const petition = step('property-officer', '/petition', '03-27', { petitionNumber: 'PET-1', akim: 'Akim of Almaty' });
const consent = step('property-officer', '/industry-consent', '03-27', { consentNumber: 'CON-1', body: 'Ministry' });
const stateDecision = step('property-officer', '/state-property-decision', '03-28', {
  decisionNumber: 'SPD-1',
  body: 'Committee for State Property',
});
const transferringSigns = step('property-officer', '/transfer-deed/signatures', '03-31', {
  side: 'TRANSFERRING',
  signedBy: 'Official of the entity',
});
const receivingSigns = step('communal-property-officer', '/transfer-deed/signatures', '03-31', {
  side: 'RECEIVING',
  signedBy: 'Official of the akimat',
});
const transferringApproves = step('property-officer', '/transfer-deed/approvals', '04-01', {
  side: 'TRANSFERRING',
  approver: 'STATE_PROPERTY_TERRITORIAL_HEAD',
  approvedBy: 'Head of the territorial subdivision',
});
const receivingApproves = step('communal-property-officer', '/transfer-deed/approvals', '04-01', {
  side: 'RECEIVING',
  approver: 'COMMUNAL_PROPERTY_BODY_HEAD',
  approvedBy: 'Head of the communal property department',
});
const title = step('caseworker', '/title-registration', '04-02', { registrationNumber: 'TTL-1' });

const communal = (): readonly WalkStep[] => [filed(), ...stageTwo];
const communalEntity = (): readonly WalkStep[] => [filed({ route: 'COMMUNAL_ENTITY' }), ...stageTwo];
const republican = (): readonly WalkStep[] => [filed({ route: 'REPUBLICAN_ENTITY' }), ...stageTwo];
const stateDecided = (): readonly WalkStep[] => [...republican(), petition, consent, stateDecision];

/** The refusal with the passage that it rests on, which is that of the route. */
const cited = ({ body }: Answer): string => `${body.code} ${body.rule} ${body.paragraph}`;

describe('the dwelling of a communal state institution or enterprise (para 9(2))', () => {
  it('R-49 (para 9(2)): the transfer act is signed by authorized officials of the transferring and receiving parties', async () => {
    const walked = await walkedCase(system, communalEntity());
    expect(told(await walked.send(transferringSigns))).toEqual(['TransferDeedSigned']);
    expect(told(await walked.send(transferringSigns))).toBe('side-already-signed');
    expect(told(await walked.send(receivingApproves))).toBe('deed-not-signed');
    expect(told(await walked.send(receivingSigns))).toEqual(['TransferDeedSigned']);
    expect((await walked.view()).status).toBe('DEED_SIGNED');
  });

  it('R-50 (para 9(2)): the act is approved by the body that disposes of communal property or the office of the akim, and by nobody else', async () => {
    const walked = await walkedCase(system, [...communalEntity(), transferringSigns, receivingSigns]);
    expect(told(await walked.send(transferringApproves))).toBe('side-does-not-approve');
    const byAnother = { ...receivingApproves.body, approver: 'STATE_PROPERTY_TERRITORIAL_HEAD' };
    expect(told(await walked.send({ ...receivingApproves, body: byAnother }))).toBe('may-not-approve');
    expect(cited(await walked.send(title))).toBe('deed-not-approved R-51 9(2)');
    expect(told(await walked.send(receivingApproves))).toEqual(['TransferDeedApproved']);
  });

  it('R-51 (para 9(2)): the title is registered in communal ownership, which ends the fifteen days of R-29 (para 6(2))', async () => {
    const walked = await walkedCase(system, [
      ...communalEntity(),
      transferringSigns,
      receivingSigns,
      receivingApproves,
    ]);
    expect(await walked.duties()).toContain('R-29 2025-04-04 OPEN');
    expect(told(await walked.send(title))).toEqual(['TitleRegistered']);
    expect((await walked.view()).stage).toBe('AGREEMENT');
    expect(await walked.duties()).toContain('R-29 2025-04-04 DISCHARGED');
  });

  it('R-52 (para 9(2)): the information on rights is received after the registration, and an earlier answer does not open the agreement', async () => {
    const walked = await walkedCase(system, [
      ...communalEntity(),
      rightsInformation('03-27'),
      transferringSigns,
      receivingSigns,
      receivingApproves,
    ]);
    expect(told(await walked.send(offer('04-03')))).toBe('title-not-registered');
    await walked.send(title);
    expect(told(await walked.send(offer('04-03')))).toBe('rights-information-before-title');
    await walked.send(rightsInformation('04-03'));
    expect(told(await walked.send(offer('04-03')))).toEqual(['AgreementOffered']);
  });

  it('R-30 (para 6(2)): the agreement is concluded within five working days of the transfer, and the case goes on to its payment', async () => {
    const walked = await walkedCase(system, [
      ...communalEntity(),
      transferringSigns,
      receivingSigns,
      receivingApproves,
      title,
      rightsInformation('04-03'),
      offer('04-03'),
    ]);
    expect(await walked.duties()).toContain('R-30 2025-04-09 OPEN');
    for (const signature of signedByBoth('04-04')) await walked.send(signature);
    expect(await walked.duties()).toContain('R-30 2025-04-09 DISCHARGED');
    expect(told(await walked.send(payment('04-10', '1250000.00')))).toEqual(['PaymentReceived', 'CaseClosed']);
  });
});

describe('the dwelling of a republican state institution or enterprise (para 9(3))', () => {
  it('R-53 (para 9(3)): the akim sends a petition to the body for state property, once the decision is signed', async () => {
    const unsigned = await walkedCase(system, republican().slice(0, -1));
    expect(told(await unsigned.send(petition))).toBe('decision-not-signed');
    const walked = await walkedCase(system, republican());
    expect(told(await walked.send(consent))).toBe('petition-not-sent');
    expect(told(await walked.send(petition))).toEqual(['PetitionSent']);
    expect(told(await walked.send(petition))).toBe('petition-already-sent');
  });

  it('R-54a (para 9(3)): the decision on state property is agreed with the authorized body of the industry', async () => {
    const walked = await walkedCase(system, [...republican(), petition]);
    expect(told(await walked.send(stateDecision))).toBe('industry-consent-missing');
    expect(told(await walked.send(consent))).toEqual(['IndustryConsentGiven']);
  });

  it('R-54 (para 9(3)): the body for state property decides the transfer, within the fifteen days of R-32 (para 6(3))', async () => {
    const walked = await walkedCase(system, [...republican(), petition, consent]);
    expect(await walked.duties()).toContain('R-32 2025-04-04 OPEN');
    expect(told(await walked.send(transferringSigns))).toBe('state-property-not-decided');
    expect(told(await walked.send(stateDecision))).toEqual(['StatePropertyDecisionMade']);
    expect(await walked.duties()).toContain('R-32 2025-04-04 DISCHARGED');
  });

  it.each([
    ['receiving', receivingSigns, transferringSigns],
    ['transferring', transferringSigns, receivingSigns],
  ])(
    'R-55 (para 9(3)): the transfer deed is signed by authorized officials of both parties, each once, the %s one first',
    async (_side, first, second) => {
      const walked = await walkedCase(system, stateDecided());
      expect(told(await walked.send(first))).toEqual(['TransferDeedSigned']);
      expect(told(await walked.send(first))).toBe('side-already-signed');
      expect((await walked.view()).status).toBe('STATE_PROPERTY_DECIDED');
      for (const approval of [transferringApproves, receivingApproves])
        expect(cited(await walked.send(approval))).toBe('deed-not-signed R-56 9(3)');
      expect(told(await walked.send(second))).toEqual(['TransferDeedSigned']);
      expect((await walked.view()).status).toBe('DEED_SIGNED');
      expect(told(await walked.send(second))).toBe('deed-already-signed');
    },
  );

  it('R-56 (para 9(3)): the deed is approved by the head of the territorial subdivision or the Deputy Chairman of the National Bank', async () => {
    const walked = await walkedCase(system, [...stateDecided(), transferringSigns, receivingSigns]);
    const byTheBank = { ...transferringApproves.body, approver: 'NATIONAL_BANK_DEPUTY_CHAIRMAN' };
    const byTheAkim = { ...transferringApproves.body, approver: 'AKIM_OFFICE' };
    expect(cited(await walked.send({ ...transferringApproves, body: byTheAkim }))).toBe('may-not-approve R-56 9(3)');
    const bankReceives = { ...byTheBank, side: 'RECEIVING' };
    expect(cited(await walked.send({ ...receivingApproves, body: bankReceives }))).toBe('may-not-approve R-57 9(3)');
    expect(told(await walked.send({ ...transferringApproves, body: byTheBank }))).toEqual(['TransferDeedApproved']);
    expect((await walked.view()).status).toBe('DEED_SIGNED');
  });

  it('R-57 (para 9(3)): the deed is approved on the receiving side too', async () => {
    const walked = await walkedCase(system, [
      ...stateDecided(),
      transferringSigns,
      receivingSigns,
      transferringApproves,
    ]);
    expect(cited(await walked.send(title))).toBe('deed-not-approved R-58 9(3)');
    expect(told(await walked.send(receivingApproves))).toEqual(['TransferDeedApproved']);
    expect((await walked.view()).status).toBe('DEED_APPROVED');
  });

  it('R-58 (para 9(3)): the title is registered after both approvals, which ends the terms of R-31 and R-32a (para 6(3))', async () => {
    const walked = await walkedCase(system, [...stateDecided(), transferringSigns, receivingSigns]);
    for (const approval of [transferringApproves, receivingApproves]) {
      expect(told(await walked.send(title))).toBe('deed-not-approved');
      expect(told(await walked.send(approval))).toEqual(['TransferDeedApproved']);
    }
    expect(await walked.duties()).toEqual(expect.arrayContaining(['R-31 2025-04-21 OPEN', 'R-32a 2025-04-14 OPEN']));
    expect(told(await walked.send(title))).toEqual(['TitleRegistered']);
    expect(await walked.duties()).toEqual(
      expect.arrayContaining(['R-31 2025-04-21 DISCHARGED', 'R-32a 2025-04-14 DISCHARGED']),
    );
  });

  it('R-59 (para 9(3)): no agreement without information on rights received since the registration; R-59a: then it is concluded, within the five working days of R-32b (para 6(3))', async () => {
    const walked = await walkedCase(system, [
      ...stateDecided(),
      transferringSigns,
      receivingSigns,
      transferringApproves,
      receivingApproves,
    ]);
    expect(cited(await walked.send(offer('04-03')))).toBe('title-not-registered R-32b 6(3)');
    await walked.send(title);
    expect(cited(await walked.send(offer('04-03')))).toBe('rights-information-before-title R-59 9(3)');
    await walked.send(rightsInformation('04-03'));
    await walked.send(offer('04-03'));
    expect(await walked.duties()).toContain('R-32b 2025-04-09 OPEN');
    for (const signature of signedByBoth('04-04')) await walked.send(signature);
    expect(await walked.duties()).toContain('R-32b 2025-04-09 DISCHARGED');
    expect((await walked.view()).status).toBe('AGREEMENT_CONCLUDED');
  });
});

describe('the communal route (para 9(1))', () => {
  it('R-48 (para 9(1)): has no transfer: the agreement follows the second stage', async () => {
    const walked = await walkedCase(system, communal());
    const transfer = [petition, consent, stateDecision, transferringSigns, transferringApproves, title];
    for (const each of transfer) expect(told(await walked.send(each))).toBe('nothing-to-transfer');
    expect(told(await walked.send(offer('03-27')))).toBe('rights-information-missing');
    await walked.send(rightsInformation('03-27'));
    expect(told(await walked.send(offer('03-27')))).toEqual(['AgreementOffered']);
  });

  it('R-48 (para 9(1)): the provider and the recipient conclude the agreement: each signs once, and one alone does not conclude it', async () => {
    const walked = await walkedCase(system, [...communal(), rightsInformation('03-27'), offer('03-28')]);
    const [recipient, provider] = signedByBoth('04-01');
    expect(told(await walked.send(recipient!))).toEqual(['AgreementSigned']);
    expect(told(await walked.send(recipient!))).toBe('party-already-signed');
    expect((await walked.view()).status).toBe('AGREEMENT_OFFERED');
    expect(told(await walked.send(provider!))).toEqual(['AgreementSigned']);
    expect((await walked.view()).status).toBe('AGREEMENT_CONCLUDED');
  });

  it('R-39 (para 8): an electronic agreement is signed by EDS; one on paper is not blocked, and bears a notice', async () => {
    const offered = (medium: string) =>
      walkedCase(system, [...communal(), rightsInformation('03-27'), offer('03-28', { medium })]);
    const byHand = signedByBoth('04-01').map((each) => ({ ...each, body: { ...each.body, eds: null } }));

    const electronic = await offered('ELECTRONIC');
    for (const signature of byHand) {
      const refused = await electronic.send(signature);
      expect([refused.status, refused.body.code, refused.body.rule]).toEqual([409, 'eds-missing', 'R-39']);
    }
    for (const signature of signedByBoth('04-01'))
      expect(told(await electronic.send(signature))).toEqual(['AgreementSigned']);
    const concluded = await electronic.view();
    expect([concluded.status, concluded.agreement.paperNotice]).toEqual(['AGREEMENT_CONCLUDED', null]);

    const onPaper = await offered('PAPER');
    for (const signature of byHand) expect(told(await onPaper.send(signature))).toEqual(['AgreementSigned']);
    const { status, agreement } = await onPaper.view();
    expect([status, agreement.medium]).toEqual(['AGREEMENT_CONCLUDED', 'PAPER']);
    expect(agreement.paperNotice).toMatch(/^Paragraph 8 speaks of an electronic agreement/);
  });

  it('R-47 (para 9(1)): offers the next step by the rule in the way, to whoever asks what may be done', async () => {
    const { caseId } = await walkedCase(system, communal());
    const { body } = await system.get(`/cases/${caseId}/actions`);
    const of = (command: string) =>
      body.actions.find((action: Readonly<{ command: string }>) => action.command === command);
    expect([of('OfferAgreement').allowed, of('OfferAgreement').refusal.rule]).toEqual([false, 'R-47']);
    expect(of('RecordRightsInformation').allowed).toBe(true);
    expect(of('SendPetition').refusal.code).toBe('nothing-to-transfer');
  });
});
