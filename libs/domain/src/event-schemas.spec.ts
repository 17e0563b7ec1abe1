import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { EventSchema } from './event-schema.js';
import { eventSchemas } from './event-schemas.js';
import {
  eventsOf,
  sampleDocument,
  sampleIins,
  sampleMember,
  samplePerson,
  submitApplication,
} from './testing/index.js';

const filing = submitApplication({
  applicant: samplePerson({ fullName: 'Name-A', address: 'Address-A' }),
  familyMembers: [
    sampleMember({ fullName: 'Name-B' }),
    sampleMember({ iin: sampleIins.secondPass, fullName: 'Name-C' }),
  ],
  representative: {
    iin: sampleIins.young,
    fullName: 'Name-D',
    powerOfAttorney: { number: 'POA-7', notarizedOn: '2025-02-01', notary: 'Name-E' },
  },
  tenancy: { kind: 'HOUSING_ORDER', number: 'TEN-9', concludedOn: '2015-02-01' },
  dwelling: { dwellingId: 'dwelling-1', address: 'Address-F' },
  documents: [sampleDocument({ number: 'DOC-1' }), sampleDocument({ type: 'D8', number: 'DOC-2' })],
});
const [submitted] = eventsOf([filing]);

const versionsOf = (which: (schema: EventSchema) => boolean) =>
  Object.fromEntries(
    Object.entries(eventSchemas).flatMap(([type, schema]) => (which(schema) ? [[type, schema.version]] : [])),
  );

/** The values at a path, `*` for each item. */
const valuesAt = (value: unknown, [step, ...rest]: readonly string[]): unknown[] => {
  if (step === undefined) return [value];
  if (step === '*') return (value as unknown[]).flatMap((item) => valuesAt(item, rest));
  return valuesAt((value as Record<string, unknown>)[step], rest);
};

describe('the schemas of events', () => {
  it('name every event that is written', () => {
    const byStage = readdirSync(new URL('case/events/', import.meta.url)).map((file) => `case/events/${file}`);
    const others = ['case/case.events.ts', 'complaint/complaint.events.ts', 'dwelling/dwelling.ts'];
    const numbers = 'registration/registration-number.ts';
    const guards = [
      'guard/outside-log.ts',
      'access/access.events.ts',
      'erasure/erasure.events.ts',
      'proof/proof-log.events.ts',
    ];
    const names = [...byStage, ...others, numbers, ...guards, 'calendar/calendar.decider.ts']
      .flatMap((file) => [
        ...readFileSync(new URL(file, import.meta.url), 'utf8').matchAll(/(?:Fact<\s*|type: )'(\w+)'/g),
      ])
      .map(([, name]) => name)
      .filter((name) => !/^(?:Claim|Release|Index|Change|Add)[A-Z]/.test(name ?? ''));
    expect(Object.keys(eventSchemas).sort()).toEqual([...new Set(names)].sort());
  });

  it.each(Object.entries(eventSchemas))('lead every older shape of %s to the one of today', (_, schema) => {
    const older = Array.from({ length: schema.version - 1 }, (__, index) => String(index + 1));
    expect(Object.keys(schema.upcasts ?? {})).toEqual(older);
  });

  it('are the first of each event but of those that have changed since: list the version, and test its upcast', () =>
    expect(versionsOf(({ version }) => version !== 1)).toEqual({
      ApplicationSubmitted: 3,
      ReceiptIssued: 2,
      ApplicationRegistered: 3,
      DocumentAdded: 2,
      StateDataReceived: 2,
      RemarksRaised: 2,
      CommissionFormed: 3,
      DecisionSigned: 2,
      AgreementOffered: 3,
      AgreementSigned: 2,
      ResultIssued: 2,
      PaymentReceived: 3,
      DutyMissed: 2,
      CorrectionRecorded: 2,
      ComplaintFiled: 3,
      ComplaintDecided: 2,
      CourtRulingRecorded: 2,
    }));

  it('seal each value that is of one person by the key of that person, and what people write by that of its stream', () => {
    const sealed = Object.entries(eventSchemas).map(([type, { personal }]) => [
      type,
      personal.flatMap(({ at, subject }) => (typeof subject === 'string' ? [`${at} of ${subject}`] : [])),
    ]);
    expect(Object.fromEntries(sealed.filter(([, values]) => values?.length !== 0))).toEqual({
      ApplicationSubmitted: [
        'applicant of applicant.iin',
        'familyMembers.* of familyMembers.*.iin',
        'representative of representative.iin',
        'freeCategory of applicant.iin',
        'tenancy of applicant.iin',
        'dwelling.address of applicant.iin',
        'documents.*.number of applicant.iin',
        'signature of applicant.iin',
        'nominalOwnerIin of nominalOwnerIin',
      ],
      DocumentAdded: ['subjectIin of subjectIin', 'document.number of subjectIin'],
      DocumentSetAside: ['reason of applicantIin', 'applicantIin of applicantIin'],
      FamilyActStated: ['subjectIin of subjectIin', 'actOn of subjectIin'],
      StateDataReceived: ['subjectIin of subjectIin', 'summary of subjectIin'],
      PaymentReceived: ['repeatedBecause of applicantIin', 'applicantIin of applicantIin'],
      PaymentReversed: ['reason of applicantIin', 'applicantIin of applicantIin'],
      CorrectionRecorded: ['subject', 'was', 'is', 'reason', 'values.*.was', 'values.*.is', 'applicantIin'].map(
        (at) => `${at} of applicantIin`,
      ),
      FamilyDataReceived: ['answers.*.subjectIin of answers.*.subjectIin', 'answers.*.summary of answers.*.subjectIin'],
      CommissionFormed: ['reason of applicantIin', 'applicantIin of applicantIin'],
      ResultIssued: ['powerOfAttorney of applicantIin', 'applicantIin of applicantIin'],
      ComplaintFiled: ['complainant of complainant.iin'],
      ComplaintCorrected: ['subject', 'reason', 'values.*.was', 'values.*.is', 'complainantIin'].map(
        (at) => `${at} of complainantIin`,
      ),
      PersonalDataViewed: ['why of who'],
      PersonalDataErasureRequested: ['person of person.iin', 'reason of person.iin'],
    });
    const ofNumber = { at: 'number', subject: { prefix: 'case-', id: 'caseId' } };
    expect(eventSchemas.RegistrationNumberClaimed.personal).toEqual([ofNumber]);
    expect(eventSchemas.ObjectionReceived.personal).toEqual([{ at: 'text', subject: null }]);
    expect([eventSchemas.ApplicationSubmitted.owner, eventSchemas.ComplaintFiled.owner]).toEqual([
      'applicant.iin',
      'complainant.iin',
    ]);
  });

  it('know of the first applications that no signature of the applicant and no name was stated', () => {
    const members = [{ consent: { signedAt: 't' } }, { consent: null }, { erased: true }];
    const first = { applicant: { erased: true }, familyMembers: members };
    expect(eventSchemas.ApplicationSubmitted.upcasts?.[1]?.(first)).toEqual({
      applicant: { erased: true },
      familyMembers: [
        { consent: { signedAt: 't', certificateSerial: null, nominalOwnerIin: null } },
        { consent: null },
        { erased: true },
      ],
      signature: null,
      confirmations: null,
      nominalOwnerIin: null,
      minorNotice: null,
    });
  });

  it.each([{}, { familyMembers: null }])('read %j as an application without members', (data) =>
    expect(eventSchemas.ApplicationSubmitted.upcasts?.[1]?.(data)).toMatchObject({ familyMembers: [] }),
  );

  it('know of the first receipts that nothing was told of copies and originals', () =>
    expect(eventSchemas.ReceiptIssued.upcasts?.[1]?.({ receiptNumber: 'RC-1' })).toEqual({
      receiptNumber: 'RC-1',
      identification: null,
      copiesMade: null,
      originalsReturned: null,
    }));

  it('know of the first registrations that no signature was checked', () =>
    expect(eventSchemas.ApplicationRegistered.upcasts?.[1]?.({ registrationNumber: '1' })).toEqual({
      registrationNumber: '1',
      eds: null,
    }));

  it('know of the first papers and answers that it was not stated whose they were', () => {
    expect(eventSchemas.DocumentAdded.upcasts?.[1]?.({ subjectIin: '1' })).toEqual({
      subjectIin: '1',
      person: null,
      act: null,
    });
    expect(eventSchemas.StateDataReceived.upcasts?.[1]?.({ register: 'BIRTH' })).toEqual({
      register: 'BIRTH',
      person: null,
    });
  });

  it('know of the first remarks that they asked for the document of nobody in particular', () => {
    expect(eventSchemas.RemarksRaised.upcasts?.[1]?.({ remarks: [{ documentType: 'D2', text: 'None' }] })).toEqual({
      remarks: [{ documentType: 'D2', text: 'None', person: null, act: null }],
    });
    expect(eventSchemas.RemarksRaised.upcasts?.[1]?.({})).toEqual({ remarks: [] });
  });

  it('know of acts that were signed before lateness was told, and of commissions that were formed once', () => {
    for (const [type, version] of [
      ['ApplicationRegistered', 2],
      ['DecisionSigned', 1],
      ['AgreementSigned', 1],
    ] as const) {
      expect(eventSchemas[type].upcasts?.[version]?.({ at: 't' })).toEqual({ at: 't', edsNotice: null });
    }
    expect(eventSchemas.CommissionFormed.upcasts?.[2]?.({ at: 't' })).toEqual({
      at: 't',
      reason: null,
      applicantIin: null,
      chairNotice: null,
    });
  });

  it('know of the first results the number of a power of attorney alone', () => {
    const power = (powerOfAttorneyNumber: string | null) =>
      eventSchemas.ResultIssued.upcasts?.[1]?.({ powerOfAttorneyNumber, eds: null });
    const told = { applicantIin: null, edsNotice: null, eds: null };
    expect(power(null)).toEqual({ powerOfAttorney: null, ...told });
    expect(power('7')).toEqual({ powerOfAttorney: { number: '7', notarizedOn: null, notary: null }, ...told });
  });

  it('know of the first offers that they had no schedule and no notice', () =>
    expect(eventSchemas.AgreementOffered.upcasts?.[1]?.({ price: 100 })).toEqual({
      price: 100,
      schedule: null,
      decreeNotice: null,
    }));

  it('know of the first payments that they went to no instalment', () =>
    expect(eventSchemas.PaymentReceived.upcasts?.[1]?.({ amount: 100 })).toEqual({ amount: 100, allocations: [] }));

  it.each([{}, { members: null }, { members: 'm1' }])('read %j as a commission without members', (data) =>
    expect(eventSchemas.CommissionFormed.upcasts?.[1]?.(data)).toMatchObject({ members: [] }),
  );

  it('know of the first commissions that they voted by the rulebook of 2021', () =>
    expect(eventSchemas.CommissionFormed.upcasts?.[1]?.({ members: [{ memberId: 'm1', fullName: 'M' }] })).toEqual({
      members: [{ memberId: 'm1', fullName: 'M', conflictOfInterest: null }],
      rules: {
        minMembers: 1,
        quorumAbove: { parts: 1, of: 2 },
        majorityAbove: { parts: 1, of: 2 },
        chairCastingVote: false,
        abstentionAllowed: true,
      },
    }));

  it.each(eventSchemas.ApplicationSubmitted.personal)(
    'seal $at for a person who is in the application',
    ({ at, subject }) => {
      const values = valuesAt(submitted?.data, at.split('.'));
      const subjects = valuesAt(submitted?.data, String(subject).split('.'));
      expect(values.length).toBeGreaterThan(0);
      expect(subjects.every((iin) => Object.values(sampleIins).some((known) => known === iin))).toBe(true);
      expect([values.length, 1]).toContain(subjects.length);
    },
  );

  it('leave no name, number or address of a person unsealed', () => {
    const sealed = new Set(
      eventSchemas.ApplicationSubmitted.personal.flatMap(({ at }) => valuesAt(submitted?.data, at.split('.'))),
    );
    const open = JSON.stringify(submitted, (_, value: unknown) => (sealed.has(value) ? null : value));
    const personal = [...Object.values(sampleIins), 'Name-', 'Address-', 'POA-', 'TEN-', 'DOC-', '045123789'];
    expect(personal.filter((text) => open.includes(text))).toEqual([]);
    expect(personal.filter((text) => JSON.stringify(submitted).includes(text))).toEqual(personal);
  });
});
