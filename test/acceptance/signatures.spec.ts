import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
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
import { on, type WalkStep } from '../support/walk.js';

let system: System;
let telling: System;

beforeAll(async () => {
  [system, telling] = await Promise.all([startSystem(), startSystem({ env: { EDS_LATE_AFTER_DAYS: '3' } })]);
}, 90_000);
afterAll(() => Promise.all([system.stop(), telling.stop()]));

const signedAt = (moment: string) => ({ certificateSerial: '7', signedAt: moment });
const decided = stageTwo.slice(0, 5);
const signature = (day: string, moment: string): WalkStep =>
  step('provider-head', '/decision/signature', day, { decisionNumber: 'DEC-7', eds: signedAt(moment) });
const offered = (): readonly WalkStep[] => [filed(), ...stageTwo, rightsInformation('03-27'), offer('03-28')];
const agreed = (moment: string): WalkStep => {
  const [recipient] = signedByBoth('03-31');
  if (!recipient) throw new Error('the recipient signs');
  return { ...recipient, body: { ...recipient.body, eds: signedAt(moment) } };
};

describe('an EDS', () => {
  it('R-102: under the notice of acceptance is not older than the application', async () => {
    const walked = await walkedCase(system, [filed()]);
    const registration = (moment: string) =>
      step('caseworker', '/registration', '03-07', { registrationNumber: `S-${walked.caseId}`, eds: signedAt(moment) });
    const refused = await walked.send(registration(on('03-07', '10:24')));
    expect([refused.body.code, refused.body.rule, refused.body.facts]).toEqual([
      'signed-before-its-act',
      null,
      { signedAt: on('03-07', '10:24'), notBefore: on('03-07', '10:25') },
    ]);
    expect(told(await walked.send(registration(on('03-07', '10:25'))))).toEqual(['ApplicationRegistered']);
  });

  it('R-102: under a decision is not older than the decision', async () => {
    const walked = await walkedCase(system, [filed(), ...decided]);
    expect(told(await walked.send(signature('03-26', on('03-20', '10:59'))))).toBe('signed-before-its-act');
    expect(told(await walked.send(signature('03-26', on('03-20', '11:00'))))).toEqual(['DecisionSigned']);
  });

  it('R-102: under an agreement is not older than the offer of it', async () => {
    const walked = await walkedCase(system, offered());
    expect(told(await walked.send(agreed(on('03-28', '10:59'))))).toBe('signed-before-its-act');
    expect(told(await walked.send(agreed(on('03-28', '11:00'))))).toEqual(['AgreementSigned']);
  });

  it('R-102: under a result on the portal is not older than the result', async () => {
    const walked = await walkedCase(system, [filed(), ...stageTwo]);
    const result = (moment: string) =>
      step('provider-head', '/results', '03-27', {
        result: 'DECISION',
        channel: 'PORTAL',
        issuedTo: 'RECIPIENT',
        eds: signedAt(moment),
      });
    expect(told(await walked.send(result(on('03-25', '23:59'))))).toBe('signed-before-its-act');
    expect(told(await walked.send(result(on('03-26', '00:00'))))).toEqual(['ResultIssued']);
  });

  it('A28: long after its act is told of where the installation says what is long', async () => {
    for (const [where, day, notice] of [
      [telling, '03-29', null],
      [telling, '03-30', expect.stringMatching(/^The EDS is 4 days later than the act/)],
      [system, '03-30', null],
    ] as const) {
      const walked = await walkedCase(where, [filed(), ...decided]);
      expect(told(await walked.send(signature('03-26', on(day))))).toEqual(['DecisionSigned']);
      expect((await walked.view()).decisionSignature.edsNotice).toEqual(notice);
    }
  });

  it('A28, R-10: is told anew where the day of its act is set right', async () => {
    const walked = await walkedCase(telling, [filed(), ...decided]);
    const { body } = await walked.send(signature('03-26', on('03-28')));
    expect((await walked.view()).decisionSignature.edsNotice).toBeNull();
    const values = [{ revision: body.revision, field: 'signedOn', is: '2025-03-24' }];
    const correction = { subject: 'Day of the signature', reason: 'The paper shows it.', values };
    expect(told(await walked.send(step('provider-head', '/corrections', '04-02', correction)))).toEqual([
      'CorrectionRecorded',
    ]);
    expect((await walked.view()).decisionSignature).toMatchObject({
      signedOn: '2025-03-24',
      edsNotice: expect.stringMatching(/^The EDS is 4 days later than the act/),
    });
  });

  it.each([
    ['ru', /^ЭЦП поставлена позже действия, которое она подписывает; дней: 4\./],
    ['kk', /^ЭЦҚ ол қол қоятын әрекеттен кеш қойылған; күн саны: 4\./],
  ])('A28: is told of in the language of whoever reads the case: %s', async (lang, notice) => {
    const walked = await walkedCase(telling, [filed(), ...decided]);
    const { body } = await walked.send(signature('03-26', on('03-30')));
    const fresh = { minPosition: body.position, waitSeconds: 10 };
    const { body: shown } = await telling.get(`/cases/${walked.caseId}?lang=${lang}`, fresh);
    expect(shown.decisionSignature.edsNotice).toMatch(notice);
  });
});

describe('information on rights', () => {
  it('R-47 (para 9(1)): is not older than the application', async () => {
    const walked = await walkedCase(system, [filed(), ...stageTwo]);
    const received = (receivedOn: string): WalkStep => {
      const recorded = rightsInformation('03-27');
      return { ...recorded, body: { ...recorded.body, receivedOn } };
    };
    const refused = await walked.send(received('2025-03-06'));
    expect([refused.body.code, refused.body.rule, refused.body.facts]).toEqual([
      'rights-information-before-filing',
      'R-47',
      { receivedOn: '2025-03-06', filedOn: '2025-03-07' },
    ]);
    expect(told(await walked.send(received('2025-03-07')))).toEqual(['RightsInformationReceived']);
  });
});
