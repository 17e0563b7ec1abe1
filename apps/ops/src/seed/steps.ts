import type { Role } from '@app/platform';
import { samplePerson } from './people.js';

/** What a step of a sample case knows. */
export type StepFacts = Readonly<{
  /** Number of the case within its seeding, from 1. */
  n: number;
  /** Part of every number on paper, so that two seedings do not collide. */
  run: string;
  office: string;
  /** When the step happens: an instant, and the local date of it. */
  at: string;
  date: string;
  /** The instant of a local time on another working day after the application. */
  on: (day: number, time: string) => string;
}>;

/** One command of a sample case: who sends it, on which working day after the application, at what local time. */
export type Step = Readonly<{
  path: string;
  role: Role;
  day: number;
  time: string;
  body: (facts: StepFacts) => Readonly<Record<string, unknown>>;
}>;

export const price = (n: number): string => `${1_000_000 + n * 1250}.00`;
export const number = (kind: string, { run, n }: StepFacts): string => `${kind}-${run}-${n}`;
export const eds = ({ at }: StepFacts, serial: string) => ({ certificateSerial: serial, signedAt: at });

const identityDocument = { number: '041234567', issuedOn: '2019-04-01', issuedBy: 'MIA RK' };
const noDigest = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

const application = (facts: StepFacts) => {
  const { n, run, office, at } = facts;
  const applicant = samplePerson(2 * n);
  const spouse = samplePerson(2 * n + 1);
  const address = `Sample street ${n}, apt. ${1 + (n % 40)}`;
  return {
    medium: 'ELECTRONIC',
    form: 'REDEMPTION',
    route: 'COMMUNAL',
    officeId: office,
    applicant: { ...applicant, address, identityDocument },
    familyMembers: [{ ...spouse, relationship: 'sister', identityDocument, consent: { signedAt: at } }],
    tenancy: { kind: 'TENANCY_AGREEMENT', number: number('T', facts), concludedOn: '2012-05-20' },
    dwelling: { dwellingId: `sample-${run}-${n}`, address },
    payment: { mode: 'SINGLE' },
    documents: ['D3', 'D8'].map((type) => ({ type, number: number(type, facts), sha256: noDigest })),
    consents: { useOfSecrets: true, personalData: true },
  };
};

type ApplicationBody = Readonly<Record<string, unknown>>;

const submitAt = (
  channel: 'PORTAL' | 'STATE_CORPORATION',
  changes: (facts: StepFacts, application: ApplicationBody) => ApplicationBody = () => ({}),
): Step => ({
  path: '/cases',
  role: channel === 'PORTAL' ? 'portal' : 'front-desk',
  day: 0,
  time: '10:05',
  body: (facts) => {
    const usual = application(facts);
    return { channel, ...usual, ...changes(facts, usual) };
  },
});

const register: Step = {
  path: '/registration',
  role: 'caseworker',
  day: 0,
  time: '16:30',
  body: (facts) => ({ registrationNumber: number('REG', facts) }),
};

/** An application through the portal, registered the same day. */
export const throughPortal: readonly Step[] = [submitAt('PORTAL'), register];

/** The same, for something else than a communal dwelling paid for at once. */
export const throughPortalFor = (
  changes: (facts: StepFacts, application: ApplicationBody) => ApplicationBody,
): readonly Step[] => [submitAt('PORTAL', changes), register];

/** An application at a counter of the State Corporation, which delivers the documents. */
export const atTheCounter: readonly Step[] = [
  submitAt('STATE_CORPORATION'),
  {
    path: '/receipt',
    role: 'front-desk',
    day: 0,
    time: '10:20',
    body: (facts) => ({
      receiptNumber: number('R', facts),
      identification: 'IDENTITY_DOCUMENT',
      copiesMade: true,
      originalsReturned: true,
    }),
  },
  {
    path: '/delivery',
    role: 'front-desk',
    day: 0,
    time: '15:00',
    body: (facts) => ({ deliveryNumber: number('DL', facts) }),
  },
  register,
];

/** Nothing is in the registers that a certificate would prove, and the provider finds the application incomplete. */
export const rejection: readonly Step[] = [
  ...(['MARRIAGE_DIVORCE', 'DEATH', 'BIRTH'] as const).map((asked, index): Step => ({
    path: '/state-data',
    role: 'caseworker',
    day: 1,
    time: `10:0${index}`,
    body: ({ n }) => ({ register: asked, subjectIin: samplePerson(2 * n + 1).iin, outcome: 'NOT_FOUND' }),
  })),
  {
    path: '/rejection',
    role: 'caseworker',
    day: 1,
    time: '11:00',
    body: () => ({
      defects: [
        {
          kind: 'MISSING',
          documentType: 'D2',
          explanation: 'The marriage certificate is missing and not in the system.',
        },
      ],
    }),
  },
];

export const completeness: Step = {
  path: '/completeness',
  role: 'caseworker',
  day: 1,
  time: '11:00',
  body: () => ({}),
};
export const compliance: Step = {
  path: '/compliance',
  role: 'caseworker',
  day: 3,
  time: '12:00',
  body: () => ({ findings: [] }),
};

export const members = ['m-1', 'm-2', 'm-3'] as const;

export const commission: Step = {
  path: '/commission',
  role: 'commission-secretary',
  day: 5,
  time: '10:00',
  body: () => ({
    kind: 'LOCAL_EXECUTIVE_BODY',
    members: members.map((memberId, index) => ({ memberId, fullName: `Commissioner ${index + 1}` })),
    chairId: 'm-1',
    secretaryId: 'm-2',
  }),
};

const decisionOn = (priceBasis: (facts: StepFacts) => object | null): readonly Step[] => [
  {
    path: '/decision',
    role: 'commission-secretary',
    day: 10,
    time: '15:00',
    body: (facts) => ({
      outcome: 'PRIVATIZE',
      votes: members.map((memberId) => ({ memberId, vote: 'FOR' })),
      priceBasis: priceBasis(facts),
    }),
  },
  {
    path: '/decision/signature',
    role: 'provider-head',
    day: 10,
    time: '17:00',
    body: (facts) => ({ decisionNumber: number('DEC', facts), eds: eds(facts, '5e9d01') }),
  },
];

/** The commission decides, and the head of the provider signs. */
export const decision = decisionOn((facts) => ({
  residualValue: price(facts.n),
  valuationDate: facts.date,
  valuationDocumentId: number('VAL', facts),
  determinedBy: 'Sample Valuation Centre',
}));

/** The same for a dwelling that nothing is paid for. */
export const decisionFreeOfCharge = decisionOn(() => null);

/** The document on a category that privatizes free of charge (document 9 of item 8). */
export const proofOfCategory = (facts: StepFacts) => ({
  type: 'D9',
  number: number('D9', facts),
  sha256: noDigest,
});
