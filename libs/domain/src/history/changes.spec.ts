import { describe, expect, it } from '@jest/globals';
import { dutiesOf } from '../duties/duties.js';
import type { CaseCommand } from '../case/case.commands.js';
import {
  caseAfter,
  correctRecord,
  deliverDocuments,
  eventsOf,
  eventsTo,
  issueReceipt,
  issueResult,
  pathTo,
  portalPath,
  recordDutyMissed,
  recordStateData,
  refusalPath,
  registerApplication,
  rejectApplication,
  republicanPath,
  sampleDocument,
  stateFamilyAct,
  submitApplication,
} from '../testing/index.js';
import { initialCase } from '../case/case.state.js';
import { caseChanges } from './case-changes.js';
import { dutyChanges } from './duty-changes.js';
import { standingOf } from '../duties/duty.js';

/** The registers are asked in it before the first step, which is of no account here. */
const walk = eventsOf(portalPath).filter(({ type }) => type !== 'FamilyDataReceived');
const allOf = (path: readonly CaseCommand[]): readonly string[] =>
  caseChanges(initialCase, caseAfter(eventsOf(path))).map(({ label, to }) => `${label}: ${to}`);

describe('what changed of a case', () => {
  it('is told field by field, as people read it', () =>
    expect(caseChanges(caseAfter(eventsTo('DECISION_SIGNED')), caseAfter(eventsTo('AGREEMENT_OFFERED')))).toEqual([
      { field: 'status', label: 'Status', from: 'DECISION_SIGNED', to: 'AGREEMENT_OFFERED' },
      { field: 'stage', label: 'Stage', from: 'DECISION', to: 'AGREEMENT' },
      { field: 'agreement', label: 'Agreement', from: null, to: expect.stringMatching(/, ELECTRONIC$/) },
      { field: 'price', label: 'Price', from: null, to: '1250000.00 tenge' },
    ]));

  it('tells the whole of a paid case', () =>
    expect(allOf(portalPath)).toEqual([
      'Status: PAID',
      'Stage: CLOSED',
      'Accepted on: 2025-03-03',
      'Documents: D3, D8',
      'Registered as: REG-1',
      expect.stringMatching(/^State registers: IDENTITY FOUND of person 0, .*SOCIAL_STATUS NOT_FOUND of person 1$/),
      'Examined by: examiner',
      'Commission: LOCAL_EXECUTIVE_BODY: m1, m2, m3',
      'Decision: PRIVATIZE',
      'Decision signed as: DEC-1',
      'Residual value: 1250000.00 tenge',
      'Agreement: AGR-1, ELECTRONIC',
      'Price: 1250000.00 tenge',
      'Agreement signed: RECIPIENT 2025-03-20, PROVIDER 2025-03-20',
      'Paid: 1250000.00 tenge',
      'Outstanding: 0.00 tenge',
      'Overpaid: 0.00 tenge',
      'Outcome: PAID',
    ]));

  it('tells of a refusal its hearing, its objections and its ground', () =>
    expect(allOf(refusalPath)).toEqual(
      expect.arrayContaining([
        'Preliminary refusal: NOT_COMPLIANT, received on 2025-03-12',
        'Hearing: 2025-03-14T11:00:00+05:00',
        'Objections: 1',
        'Decision: REFUSE: NOT_COMPLIANT',
      ]),
    ));

  it('tells of a transfer who signed and who approved the deed', () =>
    expect(allOf(republicanPath)).toEqual(
      expect.arrayContaining([
        'Transfer deed signed: TRANSFERRING 2025-03-26, RECEIVING 2025-03-26',
        'Transfer deed approved: TRANSFERRING 2025-03-27, RECEIVING 2025-03-28',
      ]),
    ));

  it('tells of a filing at the State Corporation what it gave and what it brought', () =>
    expect(
      allOf([submitApplication({ channel: 'STATE_CORPORATION' }), issueReceipt(), deliverDocuments()]).slice(4),
    ).toEqual(['Receipt: RC-1', 'Delivery: DL-1']));

  it('tells of what was missing, missed and set right', () => {
    const lacking = [submitApplication({ documents: [sampleDocument()] }), registerApplication(), rejectApplication()];
    expect(allOf(lacking)).toContain('Defects: D8 MISSING');
    expect(allOf([...pathTo('COMMISSION_FORMED'), recordDutyMissed(), correctRecord()]).slice(-2)).toEqual([
      'Duties recorded as missed: R-27 of 2025-04-02',
      'Days set right: ApplicationRegistered: 2025-03-04, not 2025-03-03',
    ]);
  });

  it('tells of a register what it answered, and of a result that it was issued', () => {
    expect(allOf([submitApplication(), recordStateData()])).toContain(
      'State registers: SOCIAL_STATUS FOUND of person 0',
    );
    expect(allOf([submitApplication(), stateFamilyAct()])).toContain('Acts of family status: MARRIAGE of person 0');
    expect(allOf([...pathTo('PAID'), issueResult()])).toContain('Results issued: DECISION');
  });

  it('is nothing between a case and itself', () => expect(caseChanges(caseAfter(walk), caseAfter(walk))).toEqual([]));

  it('names no person', () => {
    const told = JSON.stringify(caseChanges(initialCase, caseAfter(walk)));
    for (const personal of ['Sadykov', '791028302728', 'Abay avenue']) expect(told).not.toContain(personal);
  });
});

describe('what changed of the duties', () => {
  const at = (length: number, asOf: string) => ({ duties: dutiesOf(caseAfter(walk.slice(0, length))), asOf });

  it('is that some are owed for the first time', () =>
    expect(
      dutyChanges({ duties: [], asOf: '2025-03-03T12:00:00Z' }, at(1, '2025-03-03T12:00:00Z')).map(
        ({ inWords }) => inWords,
      ),
    ).toContain('R-15, register the application and documents: open, due on 3 March 2025'));

  it('is that one was done', () => {
    const [change] = dutyChanges(at(1, '2025-03-03T12:00:00Z'), at(2, '2025-03-03T12:00:00Z'));
    expect(change).toMatchObject({
      rule: 'R-15',
      from: { standing: 'OPEN', dischargedOn: null },
      to: { standing: 'KEPT', dischargedOn: '2025-03-03' },
      inWords: 'R-15, register the application and documents: done in time on 3 March 2025',
    });
  });

  it('is that time went by', () =>
    expect(
      dutyChanges(at(1, '2025-03-03T12:00:00Z'), at(1, '2025-03-04T12:00:00Z')).map(({ inWords }) => inWords),
    ).toEqual([
      'R-15, register the application and documents: overdue',
      'R-25, show in the personal account that the application is accepted, with the date of the result: overdue',
    ]));

  it('is that a date moved, or another owes it', () => {
    const before = at(1, '2025-03-03T12:00:00Z');
    const [first, ...others] = before.duties;
    const moved = { ...first!, due: '2025-03-05', debtor: 'RECIPIENT' as const };
    expect(dutyChanges(before, { ...before, duties: [moved, ...others] }).map(({ inWords }) => inWords)).toEqual([
      `${moved.rule}, ${moved.duty}: due on 5 March 2025, not on 3 March 2025; owed by the applicant, not by the service provider`,
    ]);
  });

  it('is that one was done on another day', () => {
    const [first, ...others] = at(2, '2025-03-03T12:00:00Z').duties;
    const told = dutyChanges(at(2, '2025-03-03T12:00:00Z'), {
      duties: [{ ...first!, dischargedOn: '2025-03-02' }, ...others],
      asOf: '2025-03-03T12:00:00Z',
    });
    expect(told.map(({ inWords }) => inWords)).toEqual([`R-15, ${first!.duty}: done in time on 2 March 2025`]);
  });

  it.each([
    ['OVERDUE', 'overdue'],
    ['LAPSED', 'lapsed unused'],
    ['LATE', 'done late on 4 March 2025'],
    ['FALLEN_AWAY', 'fallen away on 4 March 2025'],
  ] as const)('is that an open one is %s: %s', (standing, words) => {
    const before = at(1, '2025-03-03T12:00:00Z');
    const [first] = before.duties;
    const later = '2025-03-04T12:00:00Z';
    const became = {
      OVERDUE: first!,
      LAPSED: { ...first!, kind: 'POWER' as const },
      LATE: { ...first!, status: 'DISCHARGED' as const, dischargedOn: '2025-03-04', late: true },
      FALLEN_AWAY: { ...first!, status: 'FALLEN_AWAY' as const, fellAwayOn: '2025-03-04' },
    }[standing];
    const told = dutyChanges({ ...before, duties: [first!] }, { duties: [became], asOf: later });
    expect(told.map(({ inWords }) => inWords)).toEqual([`R-15, ${first!.duty}: ${words}`]);
  });

  it('is that another body owes it', () => {
    const before = at(1, '2025-03-03T12:00:00Z');
    const [first, ...others] = before.duties;
    const passed = { ...first!, debtor: 'STATE_PROPERTY_BODY' as const };
    expect(dutyChanges(before, { ...before, duties: [passed, ...others] }).map(({ inWords }) => inWords)).toEqual([
      `R-15, ${first!.duty}: owed by the authorized body for state property, not by the service provider`,
    ]);
  });

  it('is that one fell away on another day', () => {
    const before = at(1, '2025-03-03T12:00:00Z');
    const [first, ...others] = before.duties;
    const fell = (on: string) => ({
      ...before,
      duties: [{ ...first!, status: 'FALLEN_AWAY' as const, fellAwayOn: on }, ...others],
    });
    expect(dutyChanges(fell('2025-03-03'), fell('2025-03-04')).map(({ inWords }) => inWords)).toEqual([
      `R-15, ${first!.duty}: fallen away on 4 March 2025, due on 3 March 2025`,
    ]);
  });

  it('is that one is not owed any more', () => {
    const before = at(1, '2025-03-03T12:00:00Z');
    const told = dutyChanges(before, { ...before, duties: before.duties.slice(1) });
    expect(told.map(({ to, inWords }) => [to, inWords])).toEqual([
      [null, expect.stringMatching(/: not owed any more$/)],
    ]);
  });
});

describe('a duty at a moment', () => {
  const dueAt = '2025-03-03T18:59:59.999Z';
  const owed = { status: 'OPEN', kind: 'OBLIGATION', late: false, dueAt } as const;

  it.each([
    [owed, dueAt, 'OPEN'],
    [owed, '2025-03-03T19:00:00Z', 'OVERDUE'],
    [{ ...owed, kind: 'POWER' as const }, '2025-03-03T19:00:00Z', 'LAPSED'],
    [{ ...owed, status: 'DISCHARGED' as const }, '2025-04-03T19:00:00Z', 'KEPT'],
    [{ ...owed, status: 'DISCHARGED' as const, late: true }, '2025-04-03T19:00:00Z', 'LATE'],
    [{ ...owed, status: 'FALLEN_AWAY' as const }, '2025-04-03T19:00:00Z', 'FALLEN_AWAY'],
  ])('%j at %s stands %s', (duty, at, standing) => expect(standingOf(duty, at)).toBe(standing));
});
