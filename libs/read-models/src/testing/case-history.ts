import { samples, type ApplicationSubmitted, type CaseCommand, type CaseEvent } from '@app/domain';
import { eventsOf } from '../../../domain/src/testing/case-story.js';

const applicantIin = '791005350297';

type Filing = Parameters<typeof samples.submitApplication>[0];

const filing = (caseId: string, otherwise: Filing = {}) =>
  samples.submitApplication({
    at: on('03-04'),
    caseId,
    office: { ...samples.sampleOffice, officeId: 'almaty-bostandyk' },
    channel: 'STATE_CORPORATION',
    medium: 'PAPER',
    applicant: samples.samplePerson({ iin: applicantIin, fullName: 'Ахметов  Данияр Серікұлы' }),
    familyMembers: [],
    tenancy: { kind: 'TENANCY_AGREEMENT', number: 'T-17', concludedOn: '2015-06-01' },
    dwelling: { dwellingId: `dwelling-of-${caseId}`, address: 'Almaty, Abay 10-5' },
    ...otherwise,
  });

/** Ten in the morning of a day of 2024 in Almaty, after its clocks went back. */
const on = (day: string): string => `2024-${day}T10:00:00+05:00`;

const eds = (day: string) => samples.sampleEds({ signedAt: on(day) });

/** An application filed on Monday 4 March 2024 at 10:00 in Almaty: the decision is due by 3 April 2024. */
export const submitted = (
  caseId: string,
  changes: Partial<ApplicationSubmitted['data']> = {},
): Extract<CaseEvent, { type: 'ApplicationSubmitted' }> => {
  const [event] = eventsOf([filing(caseId)]);
  if (event?.type !== 'ApplicationSubmitted') throw new Error('nothing was submitted');
  const { acceptedOn } = changes;
  // Accepted on the day of filing.
  const moment = acceptedOn === undefined || acceptedOn === null ? {} : { at: on(acceptedOn.slice(5)) };
  return { ...event, data: { ...event.data, ...moment, ...changes } };
};

/** What commands give, all but the filing told on Tuesday 5 March: the days that the facts name are their own. What registers answered is left out. */
const onFifth = (path: readonly CaseCommand[]): readonly CaseEvent[] =>
  eventsOf(path)
    .filter(({ type }) => type !== 'FamilyDataReceived')
    .map((event, index) =>
      // only the moment is another
      index === 0 ? event : ({ ...event, data: { ...event.data, at: on('03-05') } } as CaseEvent),
    );

/** From submission to payment, every fact once: registered and delivered a day late, all else in time. */
export const paidCase = (caseId: string): readonly CaseEvent[] =>
  onFifth([
    filing(caseId),
    samples.issueReceipt({ at: on('03-04') }),
    samples.deliverDocuments({ at: on('03-05') }),
    samples.registerApplication({ at: on('03-05'), registrationNumber: 'ЖК-2024/15' }),
    samples.recordFamilyData({ at: on('03-06'), answers: samples.sampleAnswers([applicantIin]) }),
    samples.confirmCompleteness({ at: on('03-06'), by: 'e.first' }),
    samples.reviewCompliance({ at: on('03-07'), by: 'e.second', findings: ['owns a share'] }),
    samples.formCommission({ at: on('03-11'), members: ['m1', 'm2'].map(samples.sampleCommissioner) }),
    samples.decideCommission({
      at: on('03-18'),
      votes: ['m1', 'm2'].map((memberId) => ({ memberId, vote: 'FOR' })),
      priceBasis: {
        residualValue: samples.samplePrice,
        valuationDate: '2024-03-01',
        valuationDocumentId: 'V-1',
        determinedBy: 'valuer',
      },
    }),
    samples.signDecision({ at: on('03-19'), decisionNumber: 'D-7', eds: eds('03-19') }),
    samples.recordRightsInformation({ at: on('03-19'), receivedOn: '2024-03-19' }),
    samples.offerAgreement({ at: on('03-20'), agreementNumber: 'A-9' }),
    samples.signAgreement({
      at: on('03-20'),
      party: 'PROVIDER',
      by: 'head',
      eds: eds('03-20'),
    }),
    samples.signAgreement({ at: on('03-26'), party: 'RECIPIENT', eds: eds('03-26') }),
    samples.recordPayment({ at: on('04-01'), paidOn: '2024-04-01', amount: 25_000_000, reference: 'P-1' }),
    samples.recordPayment({ at: on('04-10'), paidOn: '2024-04-10', amount: 100_000_000, reference: 'P-2' }),
  ]);

/** Registered on the day, rejected for a missing document two days later. */
export const rejectedCase = (caseId: string): readonly CaseEvent[] =>
  onFifth([
    filing(caseId, { channel: 'PORTAL', medium: 'ELECTRONIC', documents: [samples.sampleDocument({ type: 'D8' })] }),
    samples.registerApplication({ at: on('03-04'), registrationNumber: 'ЖК-2024/16' }),
    samples.rejectApplication({
      at: on('03-06'),
      defects: [{ kind: 'MISSING', documentType: 'D3', explanation: 'no tenancy agreement' }],
    }),
  ]);
