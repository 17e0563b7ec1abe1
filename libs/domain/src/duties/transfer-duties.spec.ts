import { describe, expect, it } from '@jest/globals';
import type { CaseCommand } from '../case/case.commands.js';
import {
  caseAfter,
  communalEntityPath,
  decideCommission,
  eventsOf,
  eventsTo,
  makeStatePropertyDecision,
  pathTo,
  recordTitleRegistration,
  republicanPath,
  signDecision,
} from '../testing/index.js';
import { dutiesOf } from './duties.js';
import type { Duty } from './duty.js';

/** Less what another term holds. */
const brief = (duties: readonly Duty[]) =>
  duties
    .filter(({ heldBy }) => heldBy === null)
    .map(({ rule, debtor, due, status }) => `${rule} ${debtor} ${due} ${status}`);
const dutyAfter = (path: readonly CaseCommand[], rule: string): Duty | undefined =>
  dutiesOf(caseAfter(eventsOf(path))).find((duty) => duty.rule === rule);
const replaced = (path: readonly CaseCommand[], command: CaseCommand) =>
  path.map((one) => (one.type === command.type ? command : one));

describe('the terms of the route of a communal entity (para 6(2))', () => {
  it('run from the decision to the registered title (R-29, A8) and from there to the agreement (R-30, A6)', () => {
    expect(brief(dutiesOf(caseAfter(eventsTo('DECISION_SIGNED', communalEntityPath)))).slice(3)).toEqual([
      'R-29 TRANSFER_PARTIES 2025-04-02 OPEN',
    ]);
    expect(brief(dutiesOf(caseAfter(eventsTo('TITLE_REGISTERED', communalEntityPath)))).slice(3)).toEqual([
      'R-29 TRANSFER_PARTIES 2025-04-02 DISCHARGED',
      'R-30 PROVIDER 2025-04-07 OPEN',
    ]);
    expect(dutyAfter(communalEntityPath, 'R-30')).toMatchObject({
      paragraph: '6(2)',
      trigger: { event: 'TitleRegistered', on: '2025-03-31' },
      dischargedOn: '2025-04-02',
    });
  });

  it('are not discharged by the approved deed: the registration is inside the term (A8)', () => {
    const late = recordTitleRegistration({ at: '2025-04-03T10:00:00+05:00' });
    expect(dutyAfter(pathTo('DEED_APPROVED', communalEntityPath), 'R-29')?.status).toBe('OPEN');
    expect(dutyAfter([...pathTo('DEED_APPROVED', communalEntityPath), late], 'R-29')).toMatchObject({
      dischargedOn: '2025-04-03',
      late: true,
    });
  });
});

describe('the terms of the route of a republican entity (para 6(3))', () => {
  it('run from the decision for the transfer as a whole and the state property decision (R-31, R-32)', () =>
    expect(brief(dutiesOf(caseAfter(eventsTo('DECISION_SIGNED', republicanPath)))).slice(3)).toEqual([
      'R-31 STATE_PROPERTY_BODY 2025-04-17 OPEN',
      'R-32 STATE_PROPERTY_BODY 2025-04-02 OPEN',
    ]));

  it('run from the state property decision for deed and title (R-32a, A7), and from the title for the agreement', () => {
    expect(brief(dutiesOf(caseAfter(eventsTo('STATE_PROPERTY_DECIDED', republicanPath)))).slice(3)).toEqual([
      'R-31 TRANSFER_PARTIES 2025-04-17 OPEN',
      'R-32 STATE_PROPERTY_BODY 2025-04-02 DISCHARGED',
      'R-32a TRANSFER_PARTIES 2025-04-04 OPEN',
    ]);
    expect(brief(dutiesOf(caseAfter(eventsTo('TITLE_REGISTERED', republicanPath)))).slice(3)).toEqual([
      'R-31 TRANSFER_PARTIES 2025-04-17 DISCHARGED',
      'R-32 STATE_PROPERTY_BODY 2025-04-02 DISCHARGED',
      'R-32a TRANSFER_PARTIES 2025-04-04 DISCHARGED',
      'R-32b PROVIDER 2025-04-07 OPEN',
    ]);
  });

  it('do not move as a whole where the state property decision is late: R-31 ends R-32a (A7)', () => {
    const onTheFifth = makeStatePropertyDecision({ at: '2025-04-05T10:00:00+05:00' });
    const path = replaced(pathTo('STATE_PROPERTY_DECIDED', republicanPath), onTheFifth);
    expect(dutyAfter(path, 'R-32')?.late).toBe(true);
    expect(dutyAfter(path, 'R-32a')).toMatchObject({
      nominalDue: '2025-04-20',
      due: '2025-04-17',
      dueAt: '2025-04-17T18:59:59.999Z',
      derivation: { cappedBy: { rule: 'R-31', due: '2025-04-17' } },
    });
  });

  it('do not end R-32a before it begins: it runs its own fifteen days where the whole was over (A7)', () => {
    const late = makeStatePropertyDecision({ at: '2025-05-20T10:00:00+05:00' });
    const path = replaced(pathTo('STATE_PROPERTY_DECIDED', republicanPath), late);
    expect(dutyAfter(path, 'R-31')?.due).toBe('2025-04-17');
    expect(dutyAfter(path, 'R-32a')).toMatchObject({
      nominalDue: '2025-06-04',
      due: '2025-06-04',
      late: false,
      derivation: { cappedBy: null, beganAfter: { rule: 'R-31', due: '2025-04-17' } },
    });
  });

  it('leave the whole transfer with the state property body where it decides after its end', () => {
    const onTheDay = makeStatePropertyDecision({ at: '2025-04-17T10:00:00+05:00' });
    const after = makeStatePropertyDecision({ at: '2025-04-18T10:00:00+05:00' });
    const path = pathTo('STATE_PROPERTY_DECIDED', republicanPath);
    expect(dutyAfter(replaced(path, onTheDay), 'R-31')?.debtor).toBe('TRANSFER_PARTIES');
    expect(dutyAfter(replaced(path, after), 'R-31')?.debtor).toBe('STATE_PROPERTY_BODY');
  });

  it.each([
    ['a communal entity', communalEntityPath],
    ['a republican entity', republicanPath],
  ])('start with a positive decision only, on the route of %s too', (_route, path) => {
    const refused = eventsOf(pathTo('DECIDED', path)).map((event) =>
      event.type === 'CommissionDecided' ? { ...event, data: { ...event.data, outcome: 'REFUSE' as const } } : event,
    );
    expect(dutiesOf(caseAfter(refused)).map(({ rule }) => rule)).toEqual(['R-15', 'R-27', 'R-33', 'R-25', 'R-69']);
  });
});

describe('the duty to decide (R-27)', () => {
  it.each([
    ['6(2)', communalEntityPath],
    ['6(3)', republicanPath],
  ])('stands in paragraph %s for that route, thirty days from the documents', (paragraph, path) => {
    const late = [...pathTo('COMMISSION_FORMED', path), decideCommission(), signDecision()];
    expect(dutyAfter(late, 'R-27')).toMatchObject({ paragraph, due: '2025-04-02', status: 'DISCHARGED' });
  });
});
