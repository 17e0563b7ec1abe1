import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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

let system: System;

beforeAll(async () => {
  system = await startSystem();
}, 60_000);
afterAll(() => system.stop());

const askedFor = (initialContribution: string, years = 1, acceptance = {}) =>
  filed({ payment: { mode: 'INSTALMENTS', years, initialContribution }, ...acceptance });

/** A case on instalments up to its offer; the price is 1 250 000.00 tenge. */
const ready = (initialContribution: string, years = 1) =>
  walkedCase(system, [askedFor(initialContribution, years), ...stageTwo, rightsInformation('03-27')]);

const terms = { initialContributionDue: '2025-04-30', firstInstalmentDue: '2025-05-31', everyMonths: 3 };
const onTerms = (instalments: object = terms) => offer('03-28', { instalments });

/** A concluded agreement on a contribution of 375 000.01 tenge and four instalments of the rest. */
const concluded = async () => {
  const walked = await ready('375000.01');
  for (const step of [onTerms(), ...signedByBoth('04-01')]) expect((await walked.send(step)).status).toBe(200);
  return walked;
};

describe('redemption by instalments (Appendix 2)', () => {
  it('R-98 (Appendix 2): equal amounts, what division leaves over in the last, each on its day', async () => {
    const walked = await concluded();
    const { agreement } = await walked.view();
    expect(
      agreement.schedule.map(({ number, dueOn, amount }: Record<string, unknown>) => [number, dueOn, amount]),
    ).toEqual([
      [0, '2025-04-30', '375000.01'],
      [1, '2025-05-31', '218749.99'],
      [2, '2025-08-31', '218749.99'],
      [3, '2025-11-30', '218749.99'],
      [4, '2026-02-28', '218750.02'],
    ]);
  });

  it('R-98 (Appendix 2): an initial contribution of less than the share that the Decree asks is refused, to the tiyn', async () => {
    const under = await ready('124999.99');
    const refused = await under.send(onTerms());
    expect([refused.status, refused.body.code, refused.body.rule]).toEqual([
      409,
      'initial-contribution-too-small',
      'R-98',
    ]);
    expect(told(await (await ready('125000.00')).send(onTerms()))).toEqual(['AgreementOffered']);
  });

  it('R-98 (Appendix 2): a term of more than ten years is refused, for a dwelling of this value', async () => {
    const walked = await ready('375000.00', 11);
    const years = { ...terms, everyMonths: 12, firstInstalmentDue: '2026-04-30' };
    expect(told(await walked.send(onTerms(years)))).toBe('instalment-years-not-allowed');
    const ten = await ready('375000.00', 10);
    expect(told(await ten.send(onTerms(years)))).toEqual(['AgreementOffered']);
  });

  it('R-98 (Appendix 2): nobody is granted more than the longest term of the Decree, already at filing', async () => {
    const { body } = askedFor('375000.00', 16);
    const answer = await system.post('/cases', body, { role: 'portal' });
    expect(answer.body.code).toBe('instalment-years-not-allowed');
  });

  it('R-37 (para 8): the thirty days of a single payment do not run', async () => {
    const walked = await concluded();
    expect((await walked.duties()).filter((duty) => duty.startsWith('R-36'))).toEqual([]);
  });

  it('R-98 (Appendix 2): partial, early, late and excess payments are told apart against the schedule', async () => {
    const walked = await concluded();
    expect(told(await walked.send(payment('04-10', '375000.01')))).toEqual(['PaymentReceived']);
    expect(told(await walked.send(payment('06-02', '300000.00')))).toEqual(['PaymentReceived']);
    const last = payment('08-29', '575000.06');
    const overpaid = { ...last, body: { ...last.body, overpayment: 'TO_BE_RETURNED' } };
    expect(told(await walked.send(overpaid))).toEqual(['PaymentReceived', 'CaseClosed']);
    const { payments, status } = await walked.view();
    expect(status).toBe('PAID');
    expect(payments.map((one: Record<string, string>) => [one['outstanding'], one['overpaid']])).toEqual([
      ['874999.99', '0.00'],
      ['574999.99', '0.00'],
      ['0.00', '0.07'],
    ]);
    expect(payments.map(({ allocations }: Record<string, unknown>) => allocations)).toEqual([
      [{ number: 0, amount: '375000.01', completes: true, late: false }],
      [
        { number: 1, amount: '218749.99', completes: true, late: true },
        { number: 2, amount: '81250.01', completes: false, late: false },
      ],
      [
        { number: 2, amount: '137499.98', completes: true, late: false },
        { number: 3, amount: '218749.99', completes: true, late: false },
        { number: 4, amount: '218750.02', completes: true, late: false },
      ],
    ]);
  });

  it('R-98 (Appendix 2): an agreement on instalments says how often and from when, and others do not', async () => {
    const walked = await ready('375000.00');
    expect(told(await walked.send(offer('03-28')))).toBe('instalment-terms-missing');
    const single = await walkedCase(system, [filed(), ...stageTwo, rightsInformation('03-27')]);
    expect(told(await single.send(onTerms()))).toBe('instalments-not-asked-for');
  });
});
