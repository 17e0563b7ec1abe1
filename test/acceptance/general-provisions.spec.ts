import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { applicationBody } from '../../libs/contracts/src/testing/bodies.js';
import { walkedCase } from '../support/case-walks.js';
import { completeness, registered } from '../support/papers.js';
import { startSystem, type Answer, type System } from '../support/system.js';

let system: System;
beforeAll(async () => {
  system = await startSystem();
}, 60_000);
afterAll(() => system.stop());

const file = (changes: object): Promise<Answer> =>
  system.post(
    '/cases',
    applicationBody({ dwelling: { dwellingId: `D-${randomUUID()}`, address: 'Almaty, Abay avenue 10' }, ...changes }),
    { role: 'portal' },
  );

/** The case that an application made, as the portal reads it. */
const filed = async (changes: object = {}) => {
  const { status, body, text } = await file(changes);
  if (status !== 201) throw new Error(`the api answered ${status}: ${text}`);
  const shown = await system.get(`/cases/${body.caseId}`, {
    role: 'portal',
    minPosition: body.position,
    waitSeconds: 10,
  });
  return shown.body;
};

/** As much of the contract as is read here. */
type Contract = Readonly<{
  paths: Readonly<Record<string, Readonly<Record<string, Readonly<{ requestBody?: object }>>>>>;
  components: Readonly<{ schemas: Readonly<Record<string, Class>> }>;
}>;
type Class = Readonly<{ properties?: Readonly<Record<string, Field>> }>;
type Field = Readonly<{ pattern?: string }>;

/** The contract as the api serves it. */
const served = async (): Promise<Contract> => {
  const answer = await fetch(`${system.url()}/api/v1/openapi.json`);
  return JSON.parse(await answer.text());
};

/** Names the classes that a part of the contract is made of, nested ones too. */
const classesOf = (part: object, contract: Contract, known = new Set<string>()): ReadonlySet<string> => {
  for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
    if (known.has(name)) continue;
    known.add(name);
    classesOf(contract.components.schemas[name] ?? {}, contract, known);
  }
  return known;
};

/** Every field that a request may have, as `Class.field`, with its schema. */
const fieldsTaken = (contract: Contract): readonly (readonly [string, Field])[] => {
  const bodies = Object.values(contract.paths).flatMap((methods) =>
    Object.values(methods).flatMap(({ requestBody }) => requestBody ?? []),
  );
  return [...classesOf(bodies, contract)].flatMap((name) =>
    Object.entries(contract.components.schemas[name]?.properties ?? {}).map(
      ([field, schema]) => [`${name}.${field}`, schema] as const,
    ),
  );
};
const isMoney = ({ pattern = '' }: Field): boolean => pattern.endsWith('\\.\\d{2}$');

describe('general provisions', () => {
  it('R-05 (item 4 of the Order): an application is taken by the rulebook of the day on which it is accepted, and none from before the Order was in force', async () => {
    const early = await file({ effectiveAt: '2021-08-23T18:30:00+06:00' });
    expect([early.status, early.body.code, early.body.rule, early.body.facts]).toEqual([
      409,
      'before-rulebook',
      'R-05',
      { acceptedOn: '2021-08-23', validFrom: '2021-08-24' },
    ]);
    const { application } = await filed({ effectiveAt: '2021-08-23T18:31:00+06:00' });
    expect(application).toMatchObject({
      acceptedOn: '2021-08-24',
      rulebook: 'KZ-437/2021-08-12',
      rulebookNotice: null,
    });
  });

  it('R-07 (para 2; item 6): the service is free: an application has no place for a fee', async () => {
    const answer = await file({ fee: '1000.00' });
    expect([answer.status, answer.body.errors]).toEqual([
      422,
      [{ path: 'fee', message: 'is not a field that is known here' }],
    ]);
  });

  it('R-07 (para 2; item 6): no request has a place for money but for the price of the dwelling, its basis, and what is paid of it', async () => {
    const taken = fieldsTaken(await served());
    const amounts = taken.filter(([, field]) => isMoney(field)).map(([name]) => name);
    expect(amounts.toSorted()).toEqual([
      'InstalmentsDto.initialContribution',
      'OfferAgreementDto.price',
      'PriceBasisDto.residualValue',
      'RecordPaymentDto.amount',
    ]);
    const charges = taken.map(([name]) => name).filter((name) => /fee|charge|tariff|cost|toll|tax/i.test(name));
    expect(charges).toEqual([]);
  });

  it('R-07 (para 2; item 6): an application consists of what the forms of Appendices 1 and 2 ask for, and of nothing else', async () => {
    const { SubmitApplicationDto: application } = (await served()).components.schemas;
    expect(Object.keys(application?.properties ?? {}).toSorted()).toEqual([
      'applicant',
      'channel',
      'claims',
      'confirmations',
      'consents',
      'documents',
      'dwelling',
      'effectiveAt',
      'familyMembers',
      'form',
      'freeCategory',
      'medium',
      'nominalOwnerIin',
      'officeId',
      'payment',
      'representative',
      'route',
      'signature',
      'tenancy',
    ]);
  });

  it('R-09 (para 2; item 1): the provider is a local executive body that the directory knows', async () => {
    const answer = await file({ officeId: 'ministry' });
    expect([answer.status, answer.body.errors]).toEqual([422, [{ path: 'officeId', message: 'names no office' }]]);
  });

  it('R-09 (para 2; item 1): no other body than a local executive one is set up as the provider', async () => {
    const startedFor = async (body: string): Promise<number | null> => {
      const offices = `${system.dataFolder}/offices.json`;
      const office = { officeId: 'esil', zone: 'Asia/Almaty', closesAt: '18:30', body };
      await writeFile(offices, JSON.stringify([office]));
      return (await system.startSecondApi({ OFFICES_FILE: offices })).stop();
    };
    expect(await startedFor('DISTRICT')).toBe(0);
    await expect(startedFor('MINISTRY')).rejects.toThrow('OFFICES_FILE, entry 1: body must be one of REGION, ');
  }, 60_000);
});

describe('filing', () => {
  it('R-25 (para 5): the personal account shows the acceptance with the date of receipt of the result', async () => {
    const { application, duties } = await filed({ effectiveAt: '2025-03-03T10:00:00+05:00' });
    expect(application).toMatchObject({ acceptedOn: '2025-03-03', resultDue: '2025-04-02' });
    const decision = duties.find(({ rule }: { rule: string }) => rule === 'R-27');
    expect(decision.due).toBe(application.resultDue);
  });

  it('R-40 (para 9): stage 1 is the provision of the documents of item 8', async () => {
    expect(await filed()).toMatchObject({ status: 'SUBMITTED', stage: 'DOCUMENTS' });
    const without = await walkedCase(system, registered({ documents: [] }));
    const { status, body } = await without.send(completeness);
    const defects = ['MISSING D3 (R-62)', 'MISSING D8 (R-67)'];
    expect([status, body.code, body.facts]).toEqual([409, 'package-incomplete', { defects }]);
    expect(body.next).toContain('and after these raise remarks.');
  });

  it('R-95 (Appendices 1 and 2): the applicant gives name, residence, identity document with its issue, and IIN', async () => {
    const { applicant } = applicationBody({});
    expect((await filed()).application.applicant).toEqual(applicant);
    const { identityDocument: _, ...without } = applicant as Record<string, unknown>;
    const answer = await file({ applicant: without });
    expect([answer.status, answer.body.errors[0].path]).toEqual([422, 'applicant.identityDocument']);
  });

  it('R-96 (Appendices 1 and 2): the application states the rental agreement with date and number, and the address', async () => {
    const { application } = await filed();
    expect(application.tenancy).toEqual(applicationBody({}).tenancy);
    expect(application.dwelling.address).toBe('Almaty, Abay avenue 10');
    const answer = await file({ tenancy: { kind: 'TENANCY_AGREEMENT', number: '17' } });
    expect([answer.status, answer.body.errors[0].path]).toEqual([422, 'tenancy.concludedOn']);
  });

  it('R-99 (Appendices 1 and 2): the attachments are listed', async () => {
    const { application } = await filed();
    expect(application.documents.map(({ type }: { type: string }) => type)).toEqual(['D3', 'D8']);
  });

  it('R-107 (item 4): the service is provided electronically and on paper', async () => {
    expect((await filed({ medium: 'ELECTRONIC' })).application.medium).toBe('ELECTRONIC');
    const atTheCounter = applicationBody({ channel: 'STATE_CORPORATION', medium: 'PAPER' });
    const onPaper = await system.post('/cases', atTheCounter, { role: 'front-desk' });
    const shown = await system.get(`/cases/${onPaper.body.caseId}`, {
      minPosition: onPaper.body.position,
      waitSeconds: 10,
    });
    expect(shown.body.application.medium).toBe('PAPER');
    expect((await file({ medium: 'ORAL' })).status).toBe(422);
  });

  it('R-110 (item 7): after the working hours of the provider the next working day counts', async () => {
    const { application } = await filed({ effectiveAt: '2025-03-07T18:31:00+05:00' });
    expect(application.acceptedOn).toBe('2025-03-11');
  });

  it('R-111 (item 7): the portal takes applications round the clock', async () => {
    const { application } = await filed({ effectiveAt: '2025-03-08T03:00:00+05:00' });
    expect(application).toMatchObject({ channel: 'PORTAL', acceptedOn: '2025-03-11' });
  });
});
