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
import { offerIn2023, readyIn2023, signedIn2023 } from '../support/instalment-walk.js';
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

describe('redemption by a single payment (para 8)', () => {
  it('R-36 (para 8): the recipient pays the cost to the local budget within thirty days of the conclusion of the agreement', async () => {
    const walked = await walkedCase(system, [filed(), ...stageTwo, rightsInformation('03-27'), offer('03-28')]);
    const [recipient, provider] = signedByBoth('04-15');
    expect(told(await walked.send(recipient!))).toEqual(['AgreementSigned']);
    expect((await walked.duties()).filter((duty) => duty.startsWith('R-36'))).toEqual([]);
    expect(told(await walked.send(provider!))).toEqual(['AgreementSigned']);
    const { duties } = await walked.view();
    expect(duties.find(({ rule }: Readonly<{ rule: string }>) => rule === 'R-36')).toMatchObject({
      debtor: 'RECIPIENT',
      creditor: 'LOCAL_BUDGET',
      due: '2025-05-15',
      status: 'OPEN',
    });
    expect(told(await walked.send(payment('05-15', '1250000.00')))).toEqual(['PaymentReceived', 'CaseClosed']);
    expect(await walked.duties()).toContain('R-36 2025-05-15 DISCHARGED');
  });
});

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

  it('R-98 (Appendix 2): an initial contribution of less than thirty per cent of the price is refused, to the tiyn', async () => {
    const under = await ready('374999.99');
    const refused = await under.send(onTerms());
    expect([refused.status, refused.body.code, refused.body.rule, refused.body.facts]).toEqual([
      409,
      'initial-contribution-too-small',
      'R-98',
      { initialContribution: '374999.99', price: '1250000.00', percent: 30 },
    ]);
    expect(told(await (await ready('375000.00')).send(onTerms()))).toEqual(['AgreementOffered']);
  });

  it('R-98 (Appendix 2): a term of more than ten years is refused when the application is filed, and not later', async () => {
    const answer = await system.post('/cases', askedFor('375000.00', 11).body, { role: 'portal' });
    expect([answer.status, answer.body.code, answer.body.rule, answer.body.facts]).toEqual([
      409,
      'instalment-years-not-allowed',
      'R-98',
      { years: 11, most: 10 },
    ]);
    const ten = await ready('375000.00', 10);
    const yearly = { ...terms, everyMonths: 12, firstInstalmentDue: '2025-05-31' };
    expect(told(await ten.send(onTerms(yearly)))).toEqual(['AgreementOffered']);
    const { application, agreement } = await ten.view();
    expect(application.decreeParameters).toEqual({
      act: 'Order No. 437 of 12 August 2021',
      from: null,
      maxInstalmentYears: 10,
      longerAbove: null,
      minInitialContributionPct: 30,
      initialContributionDays: null,
      source: 'Order No. 437 of 12 August 2021, Appendix 2',
      notice: null,
    });
    expect([agreement.years, agreement.decreeNotice]).toEqual([10, null]);
  });

  it('R-98 (Appendix 2): the last instalment falls within the years, counted from the conclusion of the agreement', async () => {
    const walked = await walkedCase(system, readyIn2023({ years: 10 }));
    const yearly = { initialContributionDue: '2032-04-10', firstInstalmentDue: '2032-05-10', everyMonths: 12 };
    const refused = await walked.send(offerIn2023(yearly));
    expect([refused.status, refused.body.code, refused.body.rule, refused.body.facts]).toEqual([
      409,
      'instalment-days-out-of-term',
      'R-98',
      { concludedOn: '2023-04-11', last: '2041-05-10', end: '2033-04-11' },
    ]);
    const monthly = { initialContributionDue: '2023-04-28', firstInstalmentDue: '2023-05-11', everyMonths: 1 };
    expect(told(await walked.send(offerIn2023(monthly)))).toEqual(['AgreementOffered']);
    const [recipient, provider] = signedIn2023('04-10');
    expect(told(await walked.send(recipient!))).toEqual(['AgreementSigned']);
    const early = await walked.send(provider!);
    expect([early.status, early.body.code, early.body.facts]).toEqual([
      409,
      'instalment-days-out-of-term',
      { concludedOn: '2023-04-10', last: '2033-04-11', end: '2033-04-10' },
    ]);
    expect(told(await walked.send(signedIn2023('04-11')[1]!))).toEqual(['AgreementSigned']);
  });

  it('R-98 (Appendix 2): the last of ten years of months may fall on the day on which the years end', async () => {
    const walked = await walkedCase(system, readyIn2023({ years: 10 }));
    const monthly = { initialContributionDue: '2023-04-28', firstInstalmentDue: '2023-05-10', everyMonths: 1 };
    for (const step of [offerIn2023(monthly), ...signedIn2023('04-10')])
      expect((await walked.send(step)).status).toBe(200);
    const { agreement, status } = await walked.view();
    expect([status, agreement.schedule.at(-1).dueOn]).toEqual(['AGREEMENT_CONCLUDED', '2033-04-10']);
  });

  it('R-37 (para 8): the thirty days of a single payment do not run', async () => {
    const walked = await concluded();
    expect((await walked.duties()).filter((duty) => duty.startsWith('R-36'))).toEqual([]);
  });

  it('R-98 (Appendix 2): partial, early, late and excess payments are told apart against the schedule', async () => {
    const walked = await concluded();
    expect(told(await walked.send(payment('04-10', '375000.01')))).toEqual(['PaymentReceived']);
    expect(told(await walked.send(payment('06-03', '300000.00')))).toEqual(['PaymentReceived']);
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
