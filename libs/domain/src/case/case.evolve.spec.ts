import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { dutiesOf } from '../duties/duties.js';
import { rulebook2021 } from '../rulebook/rulebooks.js';
import {
  caseAfter,
  deliverDocuments,
  eventsOf,
  eventsTo,
  given,
  issueReceipt,
  portalPath,
  sampleAnswers,
  sampleCommands,
  sampleDocument,
  samplePaths,
  submitApplication,
} from '../testing/index.js';
import type { CaseEvent } from './case.events.js';
import { evolveCase } from './case.evolve.js';
import { type CaseState, initialCase } from './case.state.js';

/** What every sample command gives where it is tried: along every walk, and beside it. */
const everyEvent: readonly CaseEvent[] = [
  ...samplePaths.flatMap((path) => eventsOf(path)),
  ...eventsOf([submitApplication({ channel: 'STATE_CORPORATION' }), issueReceipt(), deliverDocuments()]),
  ...[eventsTo('REGISTERED'), eventsTo('DECISION_SIGNED'), eventsTo('PAID')].flatMap((history) =>
    sampleCommands.flatMap((command) => given(history).when(command).events),
  ),
];

const stateAfter = (events: readonly CaseEvent[]): CaseState =>
  events.reduce((state, event) => evolveCase(state, event, event.data.at), initialCase);

describe('the folding of a case', () => {
  it('gives what the walk comes to', () =>
    expect({ ...stateAfter(eventsOf(portalPath)), history: null }).toEqual({
      status: 'PAID',
      application: {
        caseId: 'case-1',
        officeId: 'almaty-housing',
        zone: 'Asia/Almaty',
        rulebook: 'KZ-437/2021-08-12',
        rulebookNotice: null,
        decreeParameters: null,
        channel: 'PORTAL',
        medium: 'ELECTRONIC',
        form: 'REDEMPTION',
        route: 'COMMUNAL',
        claims: [],
        acceptedOn: '2025-03-03',
        acceptancePending: false,
        registrationDue: '2025-03-03',
        resultDue: '2025-04-02',
        adultsWithoutConsent: 0,
        submittedAt: '2025-03-03T10:00:00+05:00',
        acceptance: { filedOn: '2025-03-03', filedAt: '10:00:00', closesAt: '18:30', passedOver: [] },
        acceptedFrom: null,
        paymentMode: 'SINGLE',
        instalments: null,
        hasRepresentative: false,
        dwellingId: 'dwelling-1',
        documents: [
          { type: 'D3', expiresOn: null, sha256: sampleDocument().sha256, person: null, act: null },
          { type: 'D8', expiresOn: null, sha256: sampleDocument().sha256, person: null, act: null },
        ],
        persons: 2,
      },
      reachedAt: '2025-03-20T10:00:00+05:00',
      dates: {
        ApplicationSubmitted: '2025-03-03',
        ApplicationRegistered: '2025-03-03',
        CompletenessConfirmed: '2025-03-04',
        ComplianceReviewed: '2025-03-06',
        CommissionFormed: '2025-03-11',
        CommissionDecided: '2025-03-18',
        DecisionSigned: '2025-03-19',
        RightsInformationReceived: '2025-03-19',
        StateDataReceived: '2025-03-03',
        AgreementOffered: '2025-03-20',
        AgreementSigned: '2025-03-20',
        PaymentReceived: '2025-04-10',
      },
      entered: {
        ApplicationSubmitted: '2025-03-03T10:00:00+05:00',
        ApplicationRegistered: '2025-03-03T16:00:00+05:00',
        CompletenessConfirmed: '2025-03-04T10:00:00+05:00',
        ComplianceReviewed: '2025-03-06T10:00:00+05:00',
        CommissionFormed: '2025-03-11T10:00:00+05:00',
        CommissionDecided: '2025-03-18T10:00:00+05:00',
        DecisionSigned: '2025-03-19T10:00:00+05:00',
        RightsInformationReceived: '2025-03-19T11:00:00+05:00',
        AgreementOffered: '2025-03-20T10:00:00+05:00',
        AgreementSigned: '2025-03-20T16:00:00+05:00',
        PaymentReceived: '2025-04-10T10:00:00+05:00',
        StateDataReceived: '2025-03-03T15:30:00+05:00',
      },
      receiptNumber: null,
      deliveryNumber: null,
      deliveredAt: null,
      registrationNumber: 'REG-1',
      registeredFrom: '2025-03-03',
      registers: [0, 1].flatMap((person) =>
        sampleAnswers(['one']).map(({ register, outcome }) => ({ person, register, outcome })),
      ),
      familyActs: [],
      registersAskedOn: Object.fromEntries(
        [0, 1].flatMap((person) =>
          sampleAnswers(['one']).map(({ register }) => [`${register} ${person}`, '2025-03-03']),
        ),
      ),
      incomplete: null,
      defects: [],
      examiners: ['examiner', 'examiner'],
      commission: {
        kind: 'LOCAL_EXECUTIVE_BODY',
        memberIds: ['m1', 'm2', 'm3'],
        conflictedIds: [],
        chairId: 'm1',
        secretaryId: 'm2',
        rules: rulebook2021.commission,
      },
      preliminaryRefusal: null,
      decision: { outcome: 'PRIVATIZE', ground: null, residualValue: 125_000_000, decisionNumber: 'DEC-1' },
      deed: { signedOn: {}, approvedOn: {} },
      agreement: {
        agreementNumber: 'AGR-1',
        price: 125_000_000,
        medium: 'ELECTRONIC',
        schedule: null,
        years: null,
        paperNotice: null,
        signedOn: { RECIPIENT: '2025-03-20', PROVIDER: '2025-03-20' },
      },
      payment: {
        paid: 125_000_000,
        outstanding: 0,
        overpaid: 0,
        lastPaidOn: '2025-04-10',
        days: { '2025-04-10': 125_000_000 },
        received: [
          {
            revision: 12,
            paidOn: '2025-04-10',
            amount: 125_000_000,
            enteredAt: '2025-04-10T10:00:00+05:00',
            reversed: false,
          },
        ],
      },
      results: [],
      reopenings: [],
      decisionIssuedOn: null,
      rightsOn: ['2025-03-19'],
      missed: [],
      corrections: [],
      outcome: 'PAID',
      history: null,
    }));

  it('takes every event of a case', () => {
    const byStage = readdirSync(new URL('events/', import.meta.url)).map((file) => `events/${file}`);
    const types = [...byStage, 'case.events.ts']
      .flatMap((file) => [...readFileSync(new URL(file, import.meta.url), 'utf8').matchAll(/Fact<\s*'(\w+)'/g)])
      .map(([, type]) => type);
    expect(types.length).toBeGreaterThan(30);
    expect([...new Set<string>(everyEvent.map(({ type }) => type))].sort()).toEqual(types.sort());
  });

  it('never throws, in whatever order the events come, nor do the duties of what it gives', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...everyEvent), { maxLength: 40 }), (events) => {
        const state = caseAfter(events);
        expect(dutiesOf(state).length > 0).toBe(events.some(({ type }) => type === 'ApplicationSubmitted'));
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }),
    ));

  it('leaves the state before it untouched', () => {
    let state = initialCase;
    for (const event of everyEvent) {
      const before = JSON.stringify(state);
      const next = evolveCase(state, event, event.data.at);
      expect(JSON.stringify(state)).toBe(before);
      state = next;
    }
  });

  it.each(['SomethingOfTomorrow', 'toString', '__proto__'])('leaves out what it does not know: %s', (type) => {
    const state = caseAfter(eventsTo('COMPLETE'));
    const { history } = state;
    // An event type of a later version, which the type of today's events cannot say.
    const unknown = { type, data: { at: '2025-03-03T10:00:00Z' } } as unknown as CaseEvent;
    const after = evolveCase(state, unknown, '2025-03-03T10:00:00Z');
    expect(after.history.length).toBe(history.length + 1);
    expect({ ...after, history }).toEqual(state);
  });

  it('does not need personal data, which may have been erased', () => {
    const erased = eventsOf(portalPath).map((event) =>
      event.type === 'ApplicationSubmitted'
        ? {
            ...event,
            data: {
              ...event.data,
              applicant: { erased: true },
              familyMembers: [{ erased: true }],
              tenancy: { erased: true },
              dwelling: { ...event.data.dwelling, address: { erased: true } },
              documents: event.data.documents.map((document) => ({ ...document, number: { erased: true } })),
            },
          }
        : event,
    );
    // What the codec puts in place of erased values is not of the type that was written.
    const { history, ...known } = stateAfter(eventsOf(portalPath));
    expect({ ...stateAfter(erased as unknown as CaseEvent[]), history }).toEqual({ ...known, history });
  });
});
