import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { isAfter } from '../calendar/zones.js';
import { dutiesOf } from '../duties/duties.js';
import { Refusal } from '../refusal.js';
import {
  caseAfter,
  deliverDocuments,
  eventsOf,
  eventsTo,
  given,
  incompletePath,
  issueReceipt,
  portalPath,
  recordPayment,
  registerApplication,
  rejectApplication,
  sampleEnteredAt,
  samplePrice,
  submitApplication,
} from '../testing/index.js';
import type { CaseCommand } from './case.commands.js';
import { caseDecider } from './case.decider.js';
import type { CaseEvent } from './case.events.js';
import { stageOf } from './case.stage.js';
import { initialCase } from './case.state.js';

const typesOf = (events: readonly CaseEvent[]): string[] => events.map(({ type }) => type);

describe('the walk of a communal case', () => {
  it('by the portal goes from the application to the payment', () =>
    expect(typesOf(eventsOf(portalPath))).toEqual([
      'ApplicationSubmitted',
      'FamilyDataReceived',
      'ApplicationRegistered',
      'CompletenessConfirmed',
      'ComplianceReviewed',
      'CommissionFormed',
      'CommissionDecided',
      'DecisionSigned',
      'RightsInformationReceived',
      'AgreementOffered',
      'AgreementSigned',
      'AgreementSigned',
      'PaymentReceived',
      'CaseClosed',
    ]));

  it('by the State Corporation has a receipt and a delivery before the registration', () => {
    const [, ...rest] = portalPath;
    const path = [submitApplication({ channel: 'STATE_CORPORATION' }), issueReceipt(), deliverDocuments(), ...rest];
    expect(typesOf(eventsOf(path)).slice(0, 5)).toEqual([
      'ApplicationSubmitted',
      'ReceiptIssued',
      'DocumentsDelivered',
      'FamilyDataReceived',
      'ApplicationRegistered',
    ]);
    expect(caseAfter(eventsOf(path)).status).toBe('PAID');
  });

  it('can be gone through at one moment, that of its acceptance', () => {
    const at = '2026-01-05T09:00:00+05:00';
    const eds = { certificateSerial: '1', signedAt: at };
    const path = portalPath.map((command): CaseCommand => {
      const now = { at, enteredAt: at };
      if ('eds' in command) return { ...command, ...now, eds };
      if (command.type === 'RecordPayment') return { ...command, ...now, paidOn: '2026-01-05' };
      return command.type === 'RecordRightsInformation'
        ? { ...command, ...now, receivedOn: '2026-01-05' }
        : { ...command, ...now };
    });
    const state = caseAfter(eventsOf(path));
    expect(state).toMatchObject({ status: 'PAID', application: { acceptedOn: '2026-01-05' } });
    expect(dutiesOf(state).filter(({ late }) => late)).toEqual([]);
  });

  it.each([
    ['SUBMITTED', 'DOCUMENTS'],
    ['REGISTERED', 'DECISION'],
    ['COMPLETE', 'DECISION'],
    ['EXAMINED', 'DECISION'],
    ['COMMISSION_FORMED', 'DECISION'],
    ['DECIDED', 'DECISION'],
    ['DECISION_SIGNED', 'DECISION'],
    ['AGREEMENT_OFFERED', 'AGREEMENT'],
    ['AGREEMENT_CONCLUDED', 'PAYMENT'],
    ['PAID', 'CLOSED'],
  ] as const)('while %s is in the stage %s (para 9(1))', (status, stage) =>
    expect(stageOf(caseAfter(eventsTo(status)))).toBe(stage),
  );

  it('has no stage before it begins, and is closed by a rejection', () => {
    expect(stageOf(initialCase)).toBeNull();
    expect(stageOf(given(eventsTo('REGISTERED', incompletePath)).when(rejectApplication()).state)).toBe('CLOSED');
  });
});

describe('any command', () => {
  const later = portalPath.slice(1);

  it.each(later)('$type needs an application', (command) => given([]).when(command).isRefused('not-submitted'));

  it.each(later.filter(({ type }) => type !== 'RecordPayment'))('$type has no place on a closed case', (command) =>
    given(eventsTo('PAID')).when(command).isRefused('case-closed', { status: 'PAID' }),
  );

  it.each(portalPath)('$type is not entered before it happened (R-10)', (command) =>
    given([])
      .when({ ...command, enteredAt: command.at.replace('T1', 'T0') })
      .isRefused('effective-in-future', { at: command.at, enteredAt: command.at.replace('T1', 'T0') }),
  );

  it.each(later.filter(({ type }) => type !== 'RecordRightsInformation'))(
    '$type is not made before the step it follows (R-10)',
    (command) => {
      const history = eventsOf(portalPath.slice(0, portalPath.indexOf(command)));
      given(history)
        .when({ ...command, at: '2025-03-01T00:00:00Z' })
        .isRefused('before-what-it-follows', {
          at: '2025-03-01T00:00:00Z',
          notBefore: caseAfter(history).reachedAt ?? '',
        });
    },
  );

  it.each(
    later.map((command, index) => ({ command, next: later[index + 1] })).filter(({ next }) => next !== undefined),
  )('$next.type does not come in the place of $command.type', ({ command, next }) => {
    const history = eventsOf(portalPath.slice(0, portalPath.indexOf(command)));
    const isFree =
      next?.type === 'RecordRightsInformation' || next?.type === command.type || command.type === 'RecordFamilyData';
    expect(next !== undefined && given(history).when(next).refusal === null).toBe(isFree);
  });

  it('is refused where a duty would be due in a year without a calendar', () => {
    const at = '2027-12-01T10:00:00+05:00';
    const history = eventsTo('AGREEMENT_OFFERED');
    const path = [{ party: 'RECIPIENT' as const }, { party: 'PROVIDER' as const }].map((signature) => ({
      ...portalPath[10],
      ...signature,
      at,
      enteredAt: at,
    })) as CaseCommand[];
    const first = given(history).when(path[0] as CaseCommand);
    first.gives('AgreementSigned');
    given([...history, ...first.events])
      .when(path[1] as CaseCommand)
      .gives('AgreementSigned');
    given([...history, ...first.events])
      .when({ ...(path[1] as CaseCommand), at: '2027-12-10T10:00:00+05:00', enteredAt: '2027-12-10T10:00:00+05:00' })
      .gives('AgreementSigned');
  });
});

/** Commands in any order, with moments and amounts that may or may not fit. */
const anyCommands = fc.array(
  fc
    .record({
      command: fc.constantFrom<CaseCommand>(
        ...portalPath,
        submitApplication({ channel: 'STATE_CORPORATION' }),
        issueReceipt(),
        deliverDocuments(),
        registerApplication(),
        rejectApplication(),
        recordPayment({ amount: 1 }),
        recordPayment({ amount: samplePrice - 1 }),
      ),
      shift: fc.constantFrom(null, '2025-03-03T10:00:00+05:00', '2025-04-10T10:00:00+05:00', sampleEnteredAt),
    })
    .map(({ command, shift }) => (shift === null ? command : { ...command, at: shift })),
  { maxLength: 60 },
);

/** The log that a case ends up with, and how many commands were refused. */
const carriedOut = (commands: readonly CaseCommand[]): readonly CaseEvent[] => {
  const log: CaseEvent[] = [];
  let state = caseDecider.initial;
  for (const command of commands) {
    try {
      const events = caseDecider.decide(command, state);
      log.push(...events);
      state = caseAfter(events, state);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  expect(caseAfter(log)).toEqual(state);
  return log;
};

/** In order, so that each command may find its place. */
const inOrder = fc
  .shuffledSubarray([...portalPath, ...portalPath], { minLength: 12 })
  .map((commands) => [...portalPath].flatMap((step) => [step, ...commands.slice(0, 2)]));

describe('whatever commands come, in whatever order', () => {
  const logs = fc.oneof(anyCommands, inOrder).map(carriedOut);
  const first = (log: readonly CaseEvent[], type: CaseEvent['type']): number =>
    log.findIndex((event) => event.type === type);
  const precedes = (log: readonly CaseEvent[], earlier: CaseEvent['type'], type: CaseEvent['type']): boolean =>
    first(log, type) < 0 || (first(log, earlier) >= 0 && first(log, earlier) < first(log, type));

  it('a case is submitted once and first, and nothing follows its closing', () =>
    fc.assert(
      fc.property(logs, (log) => {
        const submissions = typesOf(log).filter((type) => type === 'ApplicationSubmitted');
        expect(submissions).toHaveLength(Math.min(log.length, 1));
        expect(first(log, 'ApplicationSubmitted')).toBe(log.length > 0 ? 0 : -1);
        const closed = first(log, 'CaseClosed');
        expect(closed < 0 || closed === log.length - 1).toBe(true);
      }),
    ));

  it('each step comes after the one it needs', () =>
    fc.assert(
      fc.property(logs, (log) => {
        const needs: [CaseEvent['type'], CaseEvent['type']][] = [
          ['ApplicationSubmitted', 'ApplicationRegistered'],
          ['ReceiptIssued', 'DocumentsDelivered'],
          ['ApplicationRegistered', 'CompletenessConfirmed'],
          ['CompletenessConfirmed', 'ComplianceReviewed'],
          ['ComplianceReviewed', 'CommissionFormed'],
          ['CommissionFormed', 'CommissionDecided'],
          ['CommissionDecided', 'DecisionSigned'],
          ['DecisionSigned', 'AgreementOffered'],
          ['RightsInformationReceived', 'AgreementOffered'],
          ['AgreementOffered', 'AgreementSigned'],
          ['AgreementSigned', 'PaymentReceived'],
        ];
        expect(needs.filter(([earlier, type]) => !precedes(log, earlier, type))).toEqual([]);
      }),
    ));

  it('no one is both rejected and found complete', () =>
    fc.assert(
      fc.property(logs, (log) => first(log, 'ApplicationRejected') < 0 || first(log, 'CompletenessConfirmed') < 0),
    ));

  it('each party signs once, and money adds up to the tiyn', () =>
    fc.assert(
      fc.property(logs, (log) => {
        const parties = log.flatMap((event) => (event.type === 'AgreementSigned' ? [event.data.party] : []));
        expect(parties).toEqual([...new Set(parties)]);
        let paid = 0;
        for (const event of log) {
          if (event.type !== 'PaymentReceived') continue;
          paid += event.data.amount;
          expect(event.data.outstanding - event.data.overpaid).toBe(samplePrice - paid);
          expect(Math.min(event.data.outstanding, event.data.overpaid)).toBe(0);
        }
        expect(log.at(-1)?.type === 'CaseClosed' && paid > 0).toBe(paid >= samplePrice);
      }),
    ));

  it('steps are made in the order of their moments', () =>
    fc.assert(
      fc.property(logs, (log) => {
        const steps = log.filter(
          ({ type }) =>
            ![
              'FamilyDataReceived',
              'RightsInformationReceived',
              'AgreementSigned',
              'PaymentReceived',
              'CaseClosed',
            ].includes(type),
        );
        expect(steps.filter(({ data }, index) => isAfter(steps[index - 1]?.data.at ?? data.at, data.at))).toEqual([]);
      }),
    ));
});
