import { samples } from '@app/domain';
import type { Role } from '@app/platform';
import { applicationBody } from '../../libs/contracts/src/testing/bodies.js';
import type { Answer, System } from './system.js';

/** One command of a walk: where it goes below the case, who sends it, what it says, and the events it gives. */
export type WalkStep = Readonly<{
  path: string;
  role: Role;
  body: Readonly<Record<string, unknown>>;
  events: readonly string[];
  /** What is sent before it, as a part of it: at its moment. */
  first?: WalkStep;
}>;

/** A command of the sample to a case as a step, with the events that are expected of it. */
export const stepOf = (command: samples.SentCommand, ...events: readonly string[]): WalkStep => ({
  ...samples.sendingOf(command),
  body: samples.bodyOf(command),
  events,
});

/** A moment of 2025 in Almaty, at eleven in the morning where no time is given. */
export const on = (day: string, time = '11:00'): string => `2025-${day}T${time}:00+05:00`;

export const eds = (day: string) => samples.sampleEds({ signedAt: on(day) });

const memberIds = ['m-1', 'm-2', 'm-3'];

/** Every register is asked about every person of the case. */
const familyAsked: WalkStep = {
  path: '/state-data/family/query',
  role: 'caseworker',
  body: {},
  events: ['FamilyDataReceived'],
};

/** Steps one by one, what is sent before one as a step of its own. */
export const oneByOne = (steps: readonly WalkStep[]): readonly WalkStep[] =>
  steps.flatMap((step) => {
    const { first: _before, ...itself } = step;
    return [...firstOf(step), itself];
  });

const firstOf = ({ first, body }: WalkStep): readonly WalkStep[] =>
  first === undefined ? [] : [{ ...first, body: { ...first.body, effectiveAt: body['effectiveAt'] } }];

/** A communal case through the State Corporation from submission to payment, filed on Friday 7 March 2025 in Almaty. `n` makes it another dwelling. */
export const communalWalk = (n: string): readonly WalkStep[] => [
  filedAt('front-desk', `ALM-${n}`, { channel: 'STATE_CORPORATION' }),
  stepOf(samples.issueReceipt({ at: on('03-07', '10:35'), receiptNumber: `R-${n}` }), 'ReceiptIssued'),
  stepOf(samples.deliverDocuments({ at: on('03-07', '15:00'), deliveryNumber: `DL-${n}` }), 'DocumentsDelivered'),
  {
    ...stepOf(
      samples.registerApplication({ at: on('03-07', '16:00'), registrationNumber: `REG-${n}` }),
      'ApplicationRegistered',
    ),
    first: familyAsked,
  },
  stepOf(samples.confirmCompleteness({ at: on('03-11') }), 'CompletenessConfirmed'),
  stepOf(samples.reviewCompliance({ at: on('03-13') }), 'ComplianceReviewed'),
  stepOf(
    samples.formCommission({
      at: on('03-14'),
      members: memberIds.map(samples.sampleCommissioner),
      chairId: 'm-1',
      secretaryId: 'm-2',
    }),
    'CommissionFormed',
  ),
  stepOf(
    samples.decideCommission({ at: on('03-20'), votes: memberIds.map((memberId) => ({ memberId, vote: 'FOR' })) }),
    'CommissionDecided',
  ),
  stepOf(samples.signDecision({ at: on('03-26'), eds: eds('03-26'), decisionNumber: `DEC-${n}` }), 'DecisionSigned'),
  stepOf(samples.recordRightsInformation({ at: on('03-27'), receivedOn: '2025-03-27' }), 'RightsInformationReceived'),
  stepOf(samples.offerAgreement({ at: on('03-28'), agreementNumber: `AGR-${n}` }), 'AgreementOffered'),
  stepOf(samples.signAgreement({ party: 'RECIPIENT', at: on('03-31'), eds: eds('03-31') }), 'AgreementSigned'),
  stepOf(samples.signAgreement({ party: 'PROVIDER', at: on('04-01'), eds: eds('04-01') }), 'AgreementSigned'),
  stepOf(paidOn('04-21', 50_000_000), 'PaymentReceived'),
  stepOf(paidOn('05-02', 75_000_000), 'PaymentReceived', 'CaseClosed'),
];

/** An application of Friday 7 March 2025 for a dwelling, as a role sends it. */
export const filedAt = (role: Role, dwellingId: string, application: Readonly<Record<string, unknown>>): WalkStep => ({
  path: '',
  role,
  body: applicationBody({
    dwelling: { dwellingId, address: 'Almaty, Test street 1, apt. 2' },
    effectiveAt: on('03-07', '10:25'),
    ...application,
  }),
  events: ['ApplicationSubmitted'],
});

/** A payment of so many tiyn on a day of 2025. */
export const paidOn = (day: string, amount: number) =>
  samples.recordPayment({ at: on(day), amount, paidOn: `2025-${day}`, reference: `PAY-${day}` });

/** Sends one step of a walk; the first makes the case. */
export const sendStep = async (
  system: System,
  caseId: string | null,
  step: WalkStep,
  key?: string,
): Promise<Answer> => {
  const [before] = await Promise.all(firstOf(step).map((one) => sendStep(system, caseId, one, key && `${key}-first`)));
  if (before !== undefined && before.status >= 300) return before;
  return system.post(caseId === null ? '/cases' : `/cases/${caseId}${step.path}`, numbered(step, caseId), {
    role: step.role,
    ...(key !== undefined && { key }),
  });
};

/** Many cases walk the same steps: each is registered under a number of its own. */
const numbered = ({ path, body }: WalkStep, caseId: string | null): WalkStep['body'] => {
  const { registrationNumber } = body;
  const isRegistration = path === '/registration' && typeof registrationNumber === 'string' && caseId !== null;
  return isRegistration ? { ...body, registrationNumber: `${registrationNumber}-${caseId}` } : body;
};
