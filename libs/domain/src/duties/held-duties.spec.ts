import { describe, expect, it } from '@jest/globals';
import { stateRegisters } from '../case/case.words.js';
import type { CaseCommand } from '../case/case.commands.js';
import {
  caseAfter,
  communalEntityPath,
  correctRecord,
  counterPath,
  decideCommission,
  deliverDocuments,
  eventsOf,
  formCommission,
  given,
  issueReceipt,
  issueResult,
  pathUpTo,
  portalPath,
  raiseRemarks,
  recordDutyMissed,
  recordRightsInformation,
  recordStateData,
  refusalPath,
  registerApplication,
  republicanPath,
  reviewCompliance,
  sampleEds,
  sampleEnteredAt,
  sampleIins,
  sendPetition,
  signDecision,
  submitApplication,
} from '../testing/index.js';
import { derivationText } from './derivation-text.js';
import { dutiesOf } from './duties.js';
import type { Duty } from './duty.js';

const dutyAfter = (path: readonly CaseCommand[], rule: string): Duty | undefined =>
  dutiesOf(caseAfter(eventsOf(path))).find((duty) => duty.rule === rule);
const brief = (path: readonly CaseCommand[], rule: string) => {
  const duty = dutyAfter(path, rule);
  return duty && `${duty.debtor} ${duty.due} ${duty.status}${duty.late ? ' late' : ''} in ${duty.heldBy}`;
};

const issued = (result: 'DECISION' | 'REFUSAL' | 'AGREEMENT', day: string) => {
  const at = `${day}T17:00:00+05:00`;
  return issueResult({ result, at, eds: sampleEds({ signedAt: at }) });
};

describe('a duty without a term of its own (A35)', () => {
  it('R-19 (para 5): the receipt is due with the delivery, on the day of acceptance', () => {
    expect(brief(counterPath.slice(0, 1), 'R-19')).toBe('STATE_CORPORATION 2025-03-03 OPEN in R-18');
    expect(brief(counterPath.slice(0, 2), 'R-19')).toBe('STATE_CORPORATION 2025-03-03 DISCHARGED in R-18');
    const next = '2025-03-04T10:00:00+05:00';
    const late = [...counterPath.slice(0, 1), issueReceipt({ at: next }), deliverDocuments({ at: next })];
    expect(brief(late, 'R-19')).toBe('STATE_CORPORATION 2025-03-03 DISCHARGED late in R-18');
    expect(brief(portalPath, 'R-19')).toBeUndefined();
  });

  it('R-25 (para 5): the portal shows the acceptance with the notice that comes with the registration', () => {
    expect(brief(portalPath.slice(0, 1), 'R-25')).toBe('PROVIDER 2025-03-03 OPEN in R-15');
    expect(brief(portalPath.slice(0, 3), 'R-25')).toBe('PROVIDER 2025-03-03 DISCHARGED in R-15');
    expect(brief(counterPath, 'R-25')).toBeUndefined();
  });

  it('R-26 (para 5): the decision is sent within the thirty days, also where it closed the case; the agreement is no decision', () => {
    const signed = pathUpTo('SignDecision', portalPath);
    expect(brief(signed, 'R-26')).toBe('PROVIDER 2025-04-02 OPEN in R-27');
    expect(brief([...signed, issued('DECISION', '2025-04-02')], 'R-26')).toBe('PROVIDER 2025-04-02 DISCHARGED in R-27');
    expect(brief([...portalPath, issued('AGREEMENT', '2025-03-20')], 'R-26')).toBe('PROVIDER 2025-04-02 OPEN in R-27');
    expect(brief(refusalPath, 'R-26')).toBe('PROVIDER 2025-04-02 OPEN in R-27');
    expect(brief([...refusalPath, issued('REFUSAL', '2025-04-03')], 'R-26')).toBe(
      'PROVIDER 2025-04-02 DISCHARGED late in R-27',
    );
    const two = [...portalPath, issued('DECISION', '2025-03-21'), issued('AGREEMENT', '2025-04-20')];
    expect(dutyAfter(two, 'R-26')?.dischargedOn).toBe('2025-03-21');
  });

  it('R-26: is due on the day on which it begins where the thirty days are over by then', () => {
    const late = [...pathUpTo('DecideCommission', portalPath), signDecision({ at: '2025-04-05T10:00:00+05:00' })];
    expect(brief(late, 'R-26')).toBe('PROVIDER 2025-04-07 OPEN in R-27');
    expect(dutyAfter(late, 'R-26')?.derivation.beganAfter).toEqual({ rule: 'R-27', due: '2025-04-02' });
  });

  it('R-69 (para 9): the registers are asked within the thirty days, each of them about each person', () => {
    const registered = [submitApplication(), registerApplication()];
    const asked = stateRegisters.flatMap((register) =>
      [sampleIins.adult, sampleIins.old].map((subjectIin) =>
        recordStateData({
          register,
          subjectIin,
          outcome: 'UNAVAILABLE',
          summary: 'away',
          at: '2025-03-03T17:00:00+05:00',
        }),
      ),
    );
    expect(brief(registered, 'R-69')).toBe('PROVIDER 2025-04-02 OPEN in R-27');
    expect(brief([...registered, ...asked.slice(1)], 'R-69')).toBe('PROVIDER 2025-04-02 OPEN in R-27');
    expect(brief([...registered, ...asked, asked[0]!], 'R-69')).toBe('PROVIDER 2025-04-02 DISCHARGED in R-27');
    const decided = [...registered, raiseRemarks(), reviewCompliance(), formCommission(), decideCommission()];
    expect(brief(decided, 'R-69')).toBe('PROVIDER 2025-04-02 FALLEN_AWAY in R-27');
  });

  it('R-79 (para 10): the hearing is held within the thirty days', () => {
    expect(brief(pathUpTo('NotifyPreliminaryRefusal', refusalPath), 'R-79')).toBe('PROVIDER 2025-04-02 OPEN in R-27');
    expect(brief(pathUpTo('RecordHearing', refusalPath), 'R-79')).toBe('PROVIDER 2025-04-02 DISCHARGED in R-27');
  });

  it('R-47 (para 9(1)): the rights are known within the thirty days; what is asked again afterwards changes nothing', () => {
    const signed = pathUpTo('SignDecision', portalPath);
    expect(brief(signed, 'R-47')).toBe('PROVIDER 2025-04-02 OPEN in R-27');
    const again = recordRightsInformation({ at: '2025-04-10T10:00:00+05:00', receivedOn: '2025-04-10' });
    expect(dutyAfter([...signed, recordRightsInformation(), again], 'R-47')).toMatchObject({
      dischargedOn: '2025-03-19',
      late: false,
    });
  });

  it('R-52, R-59 (para 9(2), (3)): the rights are known within the term of the agreement, from the registered title on', () => {
    for (const [path, rule, holder] of [
      [communalEntityPath, 'R-52', 'R-30'],
      [republicanPath, 'R-59', 'R-32b'],
    ] as const) {
      const early = recordRightsInformation();
      const [before, after] = [pathUpTo('SignDecision', path), pathUpTo('RecordTitleRegistration', path)];
      expect(brief(before, rule)).toBeUndefined();
      const due = dutyAfter(after, holder)?.due;
      expect(brief([...before, early, ...after.slice(before.length)], rule)).toBe(`PROVIDER ${due} OPEN in ${holder}`);
      expect(brief(path, rule)).toBe(`PROVIDER ${due} DISCHARGED in ${holder}`);
      const date = { fact: 'RightsInformationReceived', is: '2025-03-31' } as const;
      expect(dutyAfter([...path, correctRecord({ date })], rule)?.dischargedOn).toBe('2025-03-31');
    }
  });

  it('R-53, R-54a (para 9(3)): petition and consent are due with the decision on the state property', () => {
    const signed = pathUpTo('SignDecision', republicanPath);
    expect(brief(signed, 'R-53')).toBe('AKIM 2025-04-02 OPEN in R-32');
    expect(brief(signed, 'R-54a')).toBeUndefined();
    const late = [...signed, sendPetition({ at: '2025-04-03T10:00:00+05:00' })];
    expect(brief(late, 'R-53')).toBe('AKIM 2025-04-02 DISCHARGED late in R-32');
    expect(brief(late, 'R-54a')).toBe('INDUSTRY_BODY 2025-04-03 OPEN in R-32');
    expect(brief(republicanPath, 'R-54a')).toBe('INDUSTRY_BODY 2025-04-02 DISCHARGED in R-32');
  });

  it('is explained by what it began with and the term that holds it', () =>
    expect(derivationText(dutyAfter(pathUpTo('SignDecision', republicanPath), 'R-53')!).split('\n')).toEqual([
      'The akim must, inside the term of R-32, send the petition to the authorized body for state property: R-53, paragraph 9(3).',
      'The Order says: "sending a petition from the akim of the region, the city of republican significance, the capital to the authorized body for state property management;"',
      'It began with the signing of the decision on Wednesday 19 March 2025.',
      'The Order gives it no term of its own: it is a part of that of R-32, which ends on Wednesday 2 April 2025.',
      'The duty is kept until the end of Wednesday 2 April 2025.',
    ]));

  it('is not recorded as missed: the term that holds it is', () =>
    given(eventsOf(pathUpTo('SignDecision', republicanPath)))
      .when(recordDutyMissed({ rule: 'R-53', at: sampleEnteredAt }))
      .gives());
});
