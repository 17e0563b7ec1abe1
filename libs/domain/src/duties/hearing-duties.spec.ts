import { describe, expect, it } from '@jest/globals';
import type { CaseCommand } from '../case/case.commands.js';
import {
  caseAfter,
  correctRecord,
  decideCommission,
  eventsOf,
  eventsTo,
  gratuitousPath,
  instalmentsPath,
  notifyPreliminaryRefusal,
  pathTo,
  recordObjection,
  refusalPath,
  registerApplication,
  submitApplication,
  withdrawApplication,
} from '../testing/index.js';
import { derivationText } from './derivation-text.js';
import { dutiesOf } from './duties.js';
import type { Duty } from './duty.js';

const dutyAfter = (path: readonly CaseCommand[], rule: string): Duty | undefined =>
  dutiesOf(caseAfter(eventsOf(path))).find((duty) => duty.rule === rule);
const until = (type: CaseCommand['type']) =>
  refusalPath.slice(0, refusalPath.findIndex((command) => command.type === type) + 1);

describe('the duty to notify of a preliminary refusal (R-75)', () => {
  it('is owed only where remarks were raised, fifteen days from the documents (A2)', () => {
    expect(dutyAfter(until('ReviewCompliance'), 'R-75')).toBeUndefined();
    expect(dutyAfter(until('RaiseRemarks'), 'R-75')).toMatchObject({
      trigger: { event: 'ApplicationSubmitted', on: '2025-03-03' },
      due: '2025-03-18',
      status: 'OPEN',
    });
  });

  it('is discharged by the notice, late or not', () => {
    expect(dutyAfter(until('NotifyPreliminaryRefusal'), 'R-75')).toMatchObject({
      status: 'DISCHARGED',
      dischargedOn: '2025-03-12',
      late: false,
    });
    const late = notifyPreliminaryRefusal({
      at: '2025-03-19T10:00:00+05:00',
      receivedAt: '2025-03-19T15:00:00+05:00',
      hearing: { at: '2025-03-27T11:00:00+05:00', place: 'Room 204' },
    });
    expect(dutyAfter([...until('FormCommission'), late], 'R-75')).toMatchObject({
      dischargedOn: '2025-03-19',
      late: true,
    });
  });

  it('falls away where the commission decides without it, and says so where that was after its day', () => {
    const decided = (at: string) => dutyAfter([...until('FormCommission'), decideCommission({ at })], 'R-75');
    expect(decided('2025-03-18T10:00:00+05:00')).toMatchObject({
      status: 'FALLEN_AWAY',
      fellAwayOn: '2025-03-18',
      late: false,
    });
    const beyond = decided('2025-03-19T10:00:00+05:00');
    expect(beyond).toMatchObject({ status: 'FALLEN_AWAY', fellAwayOn: '2025-03-19', late: true });
    expect(beyond && derivationText(beyond)).toContain('It fell away on Wednesday 19 March 2025, after its last day.');
  });
});

describe('the right to object (R-78)', () => {
  it('runs two working days from the receipt of the notice, not from its sending', () => {
    const received = notifyPreliminaryRefusal({ receivedAt: '2025-03-14T09:00:00+05:00', hearing: monday });
    expect(dutyAfter([...until('FormCommission'), received], 'R-78')).toMatchObject({
      kind: 'POWER',
      debtor: 'RECIPIENT',
      trigger: { event: 'PreliminaryRefusalNotified', on: '2025-03-14' },
      due: '2025-03-18',
      status: 'OPEN',
    });
  });

  it('is used by the first objection, and by no later one', () => {
    const again = recordObjection({ at: '2025-03-14T10:00:00+05:00' });
    expect(dutyAfter([...until('RecordObjection'), again], 'R-78')).toMatchObject({
      status: 'DISCHARGED',
      dischargedOn: '2025-03-13',
    });
  });
});

const monday = { at: '2025-03-24T11:00:00+05:00', place: 'Room 204' };

describe('the duties of a case that ended', () => {
  it('fall away on the day of its withdrawal, those overdue as such', () => {
    const path = [...pathTo('REGISTERED'), withdrawApplication({ at: '2025-04-03T10:00:00+05:00' })];
    expect(
      dutiesOf(caseAfter(eventsOf(path))).map(({ rule, status, fellAwayOn, late }) => [rule, status, fellAwayOn, late]),
    ).toEqual([
      ['R-15', 'DISCHARGED', null, false],
      ['R-27', 'FALLEN_AWAY', '2025-04-03', true],
      ['R-33', 'FALLEN_AWAY', '2025-04-03', false],
      ['R-25', 'DISCHARGED', null, false],
      ['R-69', 'DISCHARGED', null, false],
      ['R-47', 'FALLEN_AWAY', '2025-04-03', true],
    ]);
  });

  it.each([
    ['free of charge (R-38)', gratuitousPath],
    ['by instalments (R-37, A18)', instalmentsPath],
    ['with a refusal', refusalPath],
  ])(
    'hold no duty of a single payment where it ended %s, and none that is open but that to send the result',
    (_how, path) => {
      const duties = dutiesOf(caseAfter(eventsOf(path)));
      expect(duties.map(({ rule }) => rule)).not.toContain('R-36');
      // The result has yet to be sent, also of a case that is closed.
      expect(duties.filter(({ status }) => status === 'OPEN').map(({ rule }) => rule)).toEqual(['R-26']);
    },
  );
});

describe('a legal day that was set right', () => {
  const corrected = correctRecord({ reason: 'The journal says otherwise.' });

  it('moves what is counted from it, and the reading says what it was', () => {
    const duty = dutyAfter([submitApplication(), registerApplication(), corrected], 'R-33');
    expect(duty).toMatchObject({
      trigger: { on: '2025-03-04' },
      due: '2025-03-06',
      corrections: [{ fact: 'ApplicationRegistered', was: '2025-03-03', is: '2025-03-04', reason: null }],
    });
    expect(duty && derivationText(duty).split('\n').slice(2, 4)).toEqual([
      'It is counted from the registration of the application on Tuesday 4 March 2025.',
      'The day that it is counted from had been recorded as Monday 3 March 2025 and was set right to Tuesday 4 March 2025.',
    ]);
  });

  it('makes late what was discharged on it, and the reading says so too', () => {
    const duty = dutyAfter([submitApplication(), registerApplication(), corrected], 'R-15');
    expect(duty).toMatchObject({ dischargedOn: '2025-03-04', late: true });
    expect(duty && derivationText(duty).split('\n').at(-1)).toBe(
      'The day on which it was done had been recorded as Monday 3 March 2025 and was set right to Tuesday 4 March 2025.',
    );
  });

  it('leaves the day of acceptance told as it followed from the filing', () => {
    const accepted = correctRecord({
      date: { fact: 'ApplicationSubmitted', is: '2025-03-04' },
      reason: 'Filed a day later',
    });
    const duty = dutyAfter([submitApplication(), registerApplication(), accepted], 'R-27');
    expect(duty && derivationText(duty).split('\n').slice(2, 6)).toEqual([
      'The application was filed on Monday 3 March 2025 at 10:00:00.',
      'So it counts as accepted on Monday 3 March 2025 (paragraph 4).',
      'The day that it is counted from had been recorded as Monday 3 March 2025 and was set right to Tuesday 4 March 2025.',
      'The term runs from Tuesday 4 March 2025, which is not counted.',
    ]);
  });

  it('does not touch what is counted from a receipt', () => {
    const state = caseAfter(eventsTo('DECIDED', refusalPath));
    const corrections = [
      { fact: 'PreliminaryRefusalNotified' as const, was: '2025-03-12', is: '2025-03-11', reason: 'Sent a day before' },
    ];
    const duty = dutiesOf({ ...state, corrections }).find(({ rule }) => rule === 'R-78');
    expect(duty?.corrections).toEqual([]);
  });
});
