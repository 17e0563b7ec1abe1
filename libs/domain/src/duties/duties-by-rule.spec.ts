import { describe, expect, it } from '@jest/globals';
import type { CaseCommand } from '../case/case.commands.js';
import {
  addDocument,
  caseAfter,
  confirmCompleteness,
  correctRecord,
  deliverDocuments,
  eventsOf,
  eventsTo,
  issueReceipt,
  offerAgreement,
  pathTo,
  recordPayment,
  recordFamilyData,
  recordStateData,
  recordRightsInformation,
  registerApplication,
  rejectApplication,
  sampleDocument,
  signAgreement,
  signDecision,
  sampleIins,
  submitApplication,
} from '../testing/index.js';
import { dutiesOf } from './duties.js';
import type { Duty } from './duty.js';

const after = (...path: CaseCommand[]): readonly Duty[] => dutiesOf(caseAfter(eventsOf(path)));
/** Less what another term holds. */
const brief = (duties: readonly Duty[]) =>
  duties
    .filter(({ heldBy }) => heldBy === null)
    .map(({ rule, due, status, late }) => `${rule} ${due} ${status}${late ? ' late' : ''}`);
const dutyIn = (duties: readonly Duty[], rule: string): Duty | undefined =>
  duties.find((candidate) => candidate.rule === rule);

describe('the duty to register (R-15)', () => {
  it('is late where the application is registered on a later day than that of acceptance', () =>
    expect(
      dutyIn(after(submitApplication(), registerApplication({ at: '2025-03-04T09:00:00+05:00' })), 'R-15'),
    ).toMatchObject({
      status: 'DISCHARGED',
      dischargedOn: '2025-03-04',
      late: true,
    }));
});

describe('the duty to register what came through the State Corporation (R-15)', () => {
  const filed = submitApplication({ channel: 'STATE_CORPORATION', at: '2025-04-08T10:00:00+05:00' });
  const received = issueReceipt({ at: '2025-04-08T10:30:00+05:00' });
  const delivered = (at: string) => [filed, received, deliverDocuments({ at })];
  const dueAfter = (at: string) => dutyIn(after(...delivered(at)), 'R-15')?.due;

  it('is not there before they are delivered: the provider has not received anything (para 4)', () =>
    expect(dutyIn(after(filed, received), 'R-15')).toBeUndefined());

  it('is due on the day of the delivery, however late that was: only R-18 is late', () => {
    const path = [...delivered('2025-04-11T09:00:00+05:00'), registerApplication({ at: '2025-04-11T12:00:00+05:00' })];
    expect(brief(after(...path))).toEqual([
      'R-15 2025-04-11 DISCHARGED',
      'R-18 2025-04-08 DISCHARGED late',
      'R-27 2025-05-08 OPEN',
      'R-33 2025-04-15 OPEN',
    ]);
  });

  it('is due on the next working day where they came after closing or on a day off, and never before acceptance', () => {
    expect(dueAfter('2025-04-08T18:30:00+05:00')).toBe('2025-04-08');
    expect(dueAfter('2025-04-08T18:31:00+05:00')).toBe('2025-04-09');
    expect(dueAfter('2025-04-12T10:00:00+05:00')).toBe('2025-04-14');
    const onSaturday = submitApplication({ channel: 'STATE_CORPORATION', at: '2025-03-01T10:00:00+05:00' });
    const path = [onSaturday, issueReceipt({ at: '2025-03-01T10:30:00+05:00' })];
    expect(dutyIn(after(...path, deliverDocuments({ at: '2025-03-01T12:00:00+05:00' })), 'R-15')?.due).toBe(
      '2025-03-03',
    );
  });

  it('follows a delivery whose day is set right; the time of day stays', () => {
    const date = { fact: 'DocumentsDelivered', is: '2025-04-09' } as const;
    const path = [...delivered('2025-04-10T18:31:00+05:00'), correctRecord({ date })];
    expect(dutyIn(after(...path), 'R-15')).toMatchObject({
      due: '2025-04-10',
      corrections: [{ fact: 'DocumentsDelivered', was: '2025-04-10', is: '2025-04-09' }],
      acceptance: { filedOn: '2025-04-09', filedAt: '18:31:00', closesAt: '18:30' },
    });
  });
});

describe('the duty to deliver (R-18)', () => {
  const filed = submitApplication({ channel: 'STATE_CORPORATION' });

  it('is of the State Corporation, and only where the application came by it', () => {
    expect(dutyIn(after(filed), 'R-18')).toMatchObject({
      debtor: 'STATE_CORPORATION',
      creditor: 'PROVIDER',
      due: '2025-03-03',
      status: 'OPEN',
    });
    expect(dutyIn(after(submitApplication()), 'R-18')).toBeUndefined();
  });

  it('is late on the next day, and alone so: registration is counted from the delivery (A5)', () => {
    const next = '2025-03-04T09:00:00+05:00';
    const duties = after(filed, issueReceipt(), deliverDocuments({ at: next }), registerApplication({ at: next }));
    expect(brief(duties).slice(0, 2)).toEqual(['R-15 2025-03-04 DISCHARGED', 'R-18 2025-03-03 DISCHARGED late']);
  });
});

describe('the duty to decide (R-27)', () => {
  it('is discharged by the signature, not by the vote (A16)', () => {
    expect(dutyIn(after(...pathTo('DECIDED')), 'R-27')).toMatchObject({ status: 'OPEN', dischargedOn: null });
    expect(dutyIn(after(...pathTo('DECISION_SIGNED')), 'R-27')).toMatchObject({
      status: 'DISCHARGED',
      dischargedOn: '2025-03-19',
      late: false,
    });
  });

  it('is late where the decision is signed after the term, though voted within', () => {
    const late = signDecision({ at: '2025-04-03T00:00:00+05:00' });
    expect(dutyIn(after(...pathTo('DECIDED'), late), 'R-27')).toMatchObject({ late: true, dischargedOn: '2025-04-03' });
  });

  it('falls away with the rejection', () => {
    const duties = after(
      submitApplication({ documents: [sampleDocument()] }),
      registerApplication(),
      rejectApplication(),
    );
    expect(brief(duties)).toEqual([
      'R-15 2025-03-03 DISCHARGED',
      'R-27 2025-04-02 FALLEN_AWAY',
      'R-33 2025-03-05 DISCHARGED',
    ]);
  });
});

describe('the power to reject (R-33, A4)', () => {
  it('is a power, which lapses and is never late', () =>
    expect(dutyIn(after(...pathTo('REGISTERED')), 'R-33')).toMatchObject({
      kind: 'POWER',
      trigger: { event: 'ApplicationRegistered', on: '2025-03-03' },
      nominalDue: '2025-03-05',
      due: '2025-03-05',
    }));
});

describe('the duty to reject an incomplete package (R-33)', () => {
  // Without proof that the rent is paid (D8).
  const incomplete = [submitApplication({ documents: [sampleDocument({ type: 'D3' })] }), registerApplication()];
  const mended = (day: string) => addDocument({ at: `${day}T09:00:00+05:00` });

  it('is owed where the file shows a defect, and goes on where it was left alone', () =>
    expect(dutyIn(after(...incomplete), 'R-33')).toMatchObject({
      kind: 'OBLIGATION',
      due: '2025-03-05',
      status: 'OPEN',
    }));

  it('is kept by the rejection', () =>
    expect(dutyIn(after(...incomplete, rejectApplication()), 'R-33')).toMatchObject({
      kind: 'OBLIGATION',
      status: 'DISCHARGED',
      late: false,
    }));

  it('falls away with the day on which the package is complete, late where that came after its last day', () => {
    expect(dutyIn(after(...incomplete, mended('2025-03-05')), 'R-33')).toMatchObject({
      kind: 'OBLIGATION',
      status: 'FALLEN_AWAY',
      fellAwayOn: '2025-03-05',
      late: false,
    });
    const asked = recordFamilyData({ at: '2025-03-10T11:00:00+05:00' });
    const confirmed = confirmCompleteness({ at: '2025-03-11T09:00:00+05:00' });
    const leftAlone = [...incomplete, mended('2025-03-10'), asked, confirmed];
    expect(dutyIn(after(...leftAlone), 'R-33')).toMatchObject({ fellAwayOn: '2025-03-10', late: true });
  });

  it('is a power where the file showed no defect by its last day', () => {
    const claimed = submitApplication({ claims: ['SOCIALLY_VULNERABLE'] });
    const answered = (day: string) =>
      [sampleIins.adult, sampleIins.old].map((subjectIin) =>
        recordStateData({
          register: 'SOCIAL_STATUS',
          subjectIin,
          outcome: 'NOT_FOUND',
          summary: null,
          at: `2025-03-${day}T09:00:00+05:00`,
        }),
      );
    expect(dutyIn(after(claimed, registerApplication(), ...answered('05')), 'R-33')?.kind).toBe('OBLIGATION');
    expect(dutyIn(after(claimed, registerApplication(), ...answered('06')), 'R-33')?.kind).toBe('POWER');
  });
});

describe('the duty to conclude the agreement (R-28)', () => {
  const signed = (party: 'PROVIDER' | 'RECIPIENT', day: string) =>
    signAgreement({ party, at: `${day}T10:00:00+05:00` });
  const debtorAfter = (...path: CaseCommand[]) => dutyIn(after(...path), 'R-28')?.debtor;
  const offered = pathTo('AGREEMENT_OFFERED');

  it('starts with the day of the positive decision (A6)', () =>
    expect(dutyIn(after(...pathTo('DECIDED')), 'R-28')?.trigger).toEqual({
      event: 'CommissionDecided',
      on: '2025-03-18',
    }));

  it('does not start with a refusal', () => {
    const events = eventsTo('DECIDED').map((event) =>
      event.type === 'CommissionDecided' ? { ...event, data: { ...event.data, outcome: 'REFUSE' as const } } : event,
    );
    expect(dutyIn(dutiesOf(caseAfter(events)), 'R-28')).toBeUndefined();
  });

  it('is owed by whoever has not done their part (A17)', () => {
    expect(debtorAfter(...pathTo('DECISION_SIGNED'))).toBe('PROVIDER');
    expect(debtorAfter(...offered)).toBe('PROVIDER_AND_RECIPIENT');
    expect(debtorAfter(...offered, signed('PROVIDER', '2025-03-21'))).toBe('RECIPIENT');
    expect(debtorAfter(...offered, signed('RECIPIENT', '2025-03-21'))).toBe('PROVIDER');
  });

  it('once concluded was owed by whoever signed late (A17)', () => {
    const concluded = (provider: string, recipient: string) => [
      ...offered,
      signed('PROVIDER', provider),
      signed('RECIPIENT', recipient),
    ];
    expect(debtorAfter(...concluded('2025-03-28', '2025-03-28'))).toBe('PROVIDER_AND_RECIPIENT');
    expect(debtorAfter(...concluded('2025-03-28', '2025-03-29'))).toBe('RECIPIENT');
    expect(debtorAfter(...concluded('2025-03-29', '2025-03-28'))).toBe('PROVIDER');
    expect(debtorAfter(...concluded('2025-03-29', '2025-03-29'))).toBe('PROVIDER_AND_RECIPIENT');
    expect(dutyIn(after(...concluded('2025-03-28', '2025-03-29')), 'R-28')).toMatchObject({
      dischargedOn: '2025-03-29',
      late: true,
    });
  });

  it('is owed by the recipient where the provider offered on the last day and signed', () => {
    const path = [
      ...pathTo('DECISION_SIGNED'),
      recordRightsInformation(),
      offerAgreement({ at: '2025-03-28T10:00:00+05:00' }),
      signed('PROVIDER', '2025-03-28'),
    ];
    expect(debtorAfter(...path)).toBe('RECIPIENT');
  });

  it('was owed by the provider where it offered too late for anyone to sign in time (A17)', () => {
    const path = [
      ...pathTo('DECISION_SIGNED'),
      recordRightsInformation(),
      offerAgreement({ at: '2025-03-31T10:00:00+05:00' }),
      signed('PROVIDER', '2025-03-31'),
    ];
    expect(debtorAfter(...path)).toBe('PROVIDER');
    expect(debtorAfter(...path, signed('RECIPIENT', '2025-03-31'))).toBe('PROVIDER');
  });
});

describe('the duty to pay (R-36)', () => {
  const concluded = pathTo('AGREEMENT_CONCLUDED');

  it('stays open while a tiyn is outstanding', () => {
    expect(dutyIn(after(...concluded, recordPayment({ amount: 124_999_999 })), 'R-36')?.status).toBe('OPEN');
  });

  it('is discharged on the day on which the price was complete', () => {
    const rest = recordPayment({ amount: 1, paidOn: '2025-04-22' });
    expect(dutyIn(after(...concluded, recordPayment({ amount: 124_999_999 }), rest), 'R-36')).toMatchObject({
      status: 'DISCHARGED',
      dischargedOn: '2025-04-22',
      late: true,
    });
  });
});
