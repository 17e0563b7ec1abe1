import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { step, told, walkedCase, type WalkedCase } from '../support/case-walks.js';
import { offerIn2023, readyIn2023, signedIn2023 } from '../support/instalment-walk.js';
import { document, noDebt, registered as registeredWith, rejection } from '../support/papers.js';
import { startSystem, type Answer, type System } from '../support/system.js';
import { communalWalk, on, sendStep, type WalkStep } from '../support/walk.js';

let system: System;

beforeAll(async () => {
  system = await startSystem();
}, 60_000);
afterAll(() => system.stop());

type Value = readonly [revision: number, field: string, is: string];

const setRight = (...values: readonly Value[]): WalkStep =>
  step('provider-head', '/corrections', '05-05', {
    subject: 'What was entered',
    reason: 'The journal says so',
    values: values.map(([revision, field, is]) => ({ revision, field, is })),
  });
const refused = ({ status, body }: Answer): readonly unknown[] => [status, body.code, body.rule];
const [filed, received, registered, signed, rights, pricePaid] = [0, 1, 4, 9, 10, 14];
const paidCase = (): Promise<WalkedCase> => walkedCase(system, communalWalk(randomUUID()));

describe('a correction passes the gates of papers and signatures, too (R-10, para 2)', () => {
  it.each([
    ['R-100: a consent after filing', [filed, 'familyMembers.0.consent.signedAt', on('04-01')], 'signed-after-filing'],
    ['R-102: a signature after filing', [filed, 'signature.signedAt', on('04-01')], 'signed-after-filing'],
    ['R-102: a filing before its signatures', [filed, 'at', on('03-06')], 'signed-after-filing'],
    ['R-96: a tenancy of the future', [filed, 'tenancy.concludedOn', '2025-04-01'], 'paper-of-the-future'],
    [
      'R-95: an identity document of the future',
      [filed, 'applicant.identityDocument.issuedOn', '2025-04-01'],
      'paper-of-the-future',
    ],
    [
      'R-99: one of a member of the family',
      [filed, 'familyMembers.0.identityDocument.issuedOn', '2025-04-01'],
      'paper-of-the-future',
    ],
    ['R-99: a document of the future', [filed, 'documents.1.issuedOn', '2025-04-01'], 'paper-of-the-future'],
    [
      'R-47: rights older than the application',
      [rights, 'receivedOn', '2025-03-06'],
      'rights-information-before-filing',
    ],
    ['R-10: a receipt before filing', [received, 'at', on('03-06')], 'before-what-it-follows'],
    ['R-102: a signature entered with another day', [signed, 'signedOn', '2025-03-25'], null],
  ] as const)(
    '%s: %j',
    async (_, value, code) => {
      const answer = await (await paidCase()).send(setRight(value));
      expect([answer.status, answer.body.code ?? null]).toEqual([code === null ? 200 : 409, code]);
    },
    60_000,
  );

  it('R-10: one value is not set right twice at once', async () => {
    const walked = await paidCase();
    const twice = setRight([pricePaid, 'amount', '500000.01'], [pricePaid, 'amount', '500000.02']);
    expect(refused(await walked.send(twice))).toEqual([409, 'corrected-twice', null]);
  }, 60_000);

  it.each(['__proto__.x', 'constructor', 'toString.x', 'Testova Aigerim'])(
    'R-10: %s is no value of an entry, and is not told again',
    async (field) => {
      const answer = await (await paidCase()).send(setRight([filed, field, 'x']));
      expect(refused(answer)).toEqual([409, 'not-correctable', null]);
      expect(answer.body.facts).toEqual({ revision: 0, event: 'ApplicationSubmitted' });
    },
    60_000,
  );
});

describe('a correction passes the gates of the package, too (R-33, R-41, R-71)', () => {
  it('R-71: a document that had expired before acceptance was no part of a complete package', async () => {
    const walked = await paidCase();
    const answer = await walked.send(setRight([filed, 'documents.0.expiresOn', '2025-03-06']));
    expect([...refused(answer), answer.body.facts]).toEqual([
      409,
      'package-incomplete',
      'R-41',
      { defects: ['EXPIRED D3 (R-71)'] },
    ]);
    expect(told(await walked.send(setRight([filed, 'documents.0.expiresOn', '2025-03-07'])))).toEqual([
      'CorrectionRecorded',
    ]);
    const later = step('provider-head', '/corrections', '05-05', {
      subject: 'The day of acceptance',
      reason: 'The journal says so',
      date: { fact: 'ApplicationSubmitted', is: '2025-03-11' },
    });
    expect((await walked.send(later)).status).toBe(409);
  }, 60_000);

  it('R-33: a rejection for an expired document stands on the day that the document says', async () => {
    const expired = document('D3', { expiresOn: '2025-03-01' });
    const walked = await walkedCase(system, [
      ...registeredWith({ documents: [expired, noDebt] }),
      rejection('03-11', [{ kind: 'EXPIRED', documentType: 'D3' }]),
    ]);
    const answer = await walked.send(setRight([filed, 'documents.0.expiresOn', '2025-03-31']));
    expect([answer.status, answer.body.code, answer.body.facts]).toEqual([
      409,
      'defect-not-borne-out',
      { kind: 'EXPIRED', documentType: 'D3' },
    ]);
    expect(told(await walked.send(setRight([filed, 'documents.0.expiresOn', '2025-03-02'])))).toEqual([
      'CorrectionRecorded',
    ]);
  }, 60_000);
});

describe('what says a thing about an act is set right as it would have been entered (R-10, A33)', () => {
  const [answeredFamily, formed, decided] = [3, 7, 8];

  it.each([
    ['R-43: the chair is a member', [formed, 'chairId', 'm-9'], 'chair-not-a-member'],
    ['R-43: another member is the chair', [formed, 'chairId', 'm-3'], null],
    ['R-81: a decision to privatize has no ground', [decided, 'ground', 'NOT_COMPLIANT'], 'ground-without-refusal'],
    ['R-62: a document of another type is missing', [filed, 'documents.0.type', 'D4'], 'package-incomplete'],
    ['R-102: an EDS older than the decision', [signed, 'eds.signedAt', on('03-19')], 'signed-before-its-act'],
    ['R-102: an EDS of another moment', [signed, 'eds.signedAt', on('03-27')], null],
    ['R-102: another certificate', [signed, 'eds.certificateSerial', 'AB12'], null],
    ['R-69: a register had answered after all', [answeredFamily, 'answers.0.outcome', 'NOT_FOUND'], null],
    ['R-10: a word that nobody knows', [filed, 'documents.0.type', 'D99'], 'corrected-value-unreadable'],
    [
      'R-15: a number of 101 characters',
      [registered, 'registrationNumber', 'N'.repeat(101)],
      'corrected-text-too-long',
    ],
    ['R-15: a number of 100 characters', [registered, 'registrationNumber', 'N'.repeat(100)], null],
  ] as const)(
    '%s: %j',
    async (_, value, code) => {
      const answer = await (await paidCase()).send(setRight(value));
      expect([answer.status, answer.body.code ?? null]).toEqual([code === null ? 200 : 409, code]);
    },
    60_000,
  );

  it('para 8: a reference that a correction repeats on the same day is asked about, and may be explained', async () => {
    const walked = await paidCase();
    const same: readonly Value[] = [
      [pricePaid + 1, 'paidOn', '2025-04-21'],
      [pricePaid + 1, 'reference', 'PAY-04-21'],
    ];
    expect(refused(await walked.send(setRight(...same))).slice(0, 2)).toEqual([409, 'payment-reference-repeated']);
    const explained: Value = [pricePaid + 1, 'repeatedBecause', 'The bank gave one reference to both'];
    expect(told(await walked.send(setRight(...same, explained)))).toEqual(['CorrectionRecorded']);
  }, 60_000);

  it('R-33: a paper set aside has its day and its reason set right', async () => {
    const walked = await walkedCase(system, [
      ...registeredWith({ documents: [document('D3'), noDebt] }),
      step('caseworker', '/documents/set-aside', '03-11', {
        documentType: 'D8',
        sha256: noDebt.sha256,
        fault: 'UNREADABLE',
        reason: 'Blank pages',
      }),
    ]);
    const revision = (await walked.view()).revision;
    const corrected = await walked.send(
      setRight([revision, 'setAsideOn', '2025-03-10'], [revision, 'reason', 'Two blank pages']),
    );
    expect(told(corrected)).toEqual(['CorrectionRecorded']);
    expect(refused(await walked.send(setRight([revision, 'setAsideOn', '2025-03-06']))).slice(0, 2)).toEqual([
      409,
      'before-what-it-follows',
    ]);
  }, 60_000);
});

describe('a corrected registration number is nobody else’s (R-15, A29)', () => {
  const numberOf = async (walked: WalkedCase): Promise<string> => (await walked.view()).registration.registrationNumber;
  const renumbered = (number: string): WalkStep => setRight([registered, 'registrationNumber', number]);

  it('R-15: that of another application is refused, however it is spelled', async () => {
    const [one, other] = [await paidCase(), await paidCase()];
    const taken = (await numberOf(one)).toLowerCase();
    expect(refused(await other.send(renumbered(taken)))).toEqual([409, 'registration-number-given', null]);
    expect(await numberOf(other)).not.toBe(taken);
  }, 60_000);

  it('R-15: it is given to nobody afterwards, and the wrong one is free', async () => {
    const [one, other] = [await paidCase(), await paidCase()];
    const [wrong, right] = [await numberOf(one), `REG-${randomUUID()}`];
    const key = randomUUID();
    const correction = renumbered(right);
    const first = await sendStep(system, one.caseId, correction, key);
    expect(told(first)).toEqual(['CorrectionRecorded']);
    expect((await sendStep(system, one.caseId, correction, key)).body.events).toEqual(first.body.events);
    expect(refused(await other.send(renumbered(right)))[1]).toBe('registration-number-given');
    expect(refused(await other.send(renumbered(wrong)))[1]).toBe('registration-number-given');
  }, 60_000);

  it('R-15: of two that ask for it at once one has it', async () => {
    const both = [await paidCase(), await paidCase()];
    const right = `REG-${randomUUID()}`;
    const answers = await Promise.all(both.map((walked) => walked.send(renumbered(right))));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  }, 60_000);
});

describe('a corrected price is paid in instalments that the Order allows (R-98, Appendix 2)', () => {
  it('R-98: none is nothing or less, the first is a part of it and large enough, and the last is within the years', async () => {
    const walked = await walkedCase(system, [
      ...readyIn2023({ years: 10 }),
      offerIn2023({ initialContributionDue: '2023-04-20', firstInstalmentDue: '2023-05-10', everyMonths: 1 }),
      ...signedIn2023('04-10'),
    ]);
    const { position } = (await walked.send(setRight([0, 'documents.0.number', 'T-18']))).body;
    const { items } = (await system.get(`/cases/${walked.caseId}/timeline`, { minPosition: position, waitSeconds: 10 }))
      .body;
    const revisionsOf = (type: string): number[] =>
      items.flatMap((item: { type: string; revision: number }) => (item.type === type ? [item.revision] : []));
    const [decided = -1] = revisionsOf('CommissionDecided');
    const [offered = -1] = revisionsOf('AgreementOffered');
    const priced = (is: string): WalkStep =>
      setRight([decided, 'priceBasis.residualValue', is], [offered, 'price', is]);
    for (const [is, code] of [
      ['1.00', 'initial-contribution-not-a-part'],
      ['375000.00', 'initial-contribution-not-a-part'],
      ['375000.01', 'instalments-too-small'],
      ['1250000.01', 'initial-contribution-too-small'],
      ['90071992547409.91', 'initial-contribution-too-small'],
    ] as const) {
      expect([is, ...refused(await walked.send(priced(is))).slice(0, 2)]).toEqual([is, 409, code]);
    }
    expect(told(await walked.send(priced('1249999.99')))).toEqual(['CorrectionRecorded']);
    const view = await walked.view();
    expect([view.agreement.price, view.status]).toEqual(['1249999.99', 'AGREEMENT_CONCLUDED']);
  }, 60_000);
});
