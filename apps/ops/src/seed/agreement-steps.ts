import type { Role } from '@app/platform';
import { eds, number, price, type Step, type StepFacts } from './steps.js';
import { monthAfter } from './working-days.js';

/** The rights are looked up and the agreement is offered. */
const offerOn = (terms: (facts: StepFacts) => Readonly<Record<string, unknown>>): readonly Step[] => [
  {
    path: '/rights-information',
    role: 'caseworker',
    day: 11,
    time: '10:00',
    body: ({ date }) => ({
      source: 'Unified State Cadastre',
      encumbrances: [],
      technicalCharacteristics: 'Two rooms, 54.3 m2',
      receivedOn: date,
    }),
  },
  {
    path: '/agreement',
    role: 'caseworker',
    day: 11,
    time: '12:00',
    body: (facts) => ({
      agreementNumber: number('AGR', facts),
      price: price(facts.n),
      medium: 'ELECTRONIC',
      ...terms(facts),
    }),
  },
];

/** The agreement is offered for a price paid at once. */
export const offer = offerOn(() => ({}));

/** Nothing is to be paid (para 8). */
export const offerFreeOfCharge = offerOn(() => ({ price: '0.00' }));

/** The rest of the price goes into quarterly instalments. */
export const offerInInstalments = offerOn(({ on }) => ({
  instalments: {
    initialContributionDue: on(14, '12:00').slice(0, 10),
    firstInstalmentDue: monthAfter(on(14, '12:00').slice(0, 10)),
    everyMonths: 3,
  },
}));

const signature = (party: 'RECIPIENT' | 'PROVIDER', role: Role, time: string): Step => ({
  path: '/agreement/signatures',
  role,
  day: 12,
  time,
  body: (facts) => ({ party, eds: eds(facts, party === 'PROVIDER' ? '5e9d01' : '77aa02') }),
});

export const signatures: readonly Step[] = [
  signature('RECIPIENT', 'portal', '10:00'),
  signature('PROVIDER', 'provider-head', '16:00'),
];

export const payment: Step = {
  path: '/payments',
  role: 'caseworker',
  day: 16,
  time: '12:00',
  body: (facts) => ({ amount: price(facts.n), paidOn: facts.date, reference: number('PAY', facts) }),
};

/** Two fifths of the price. */
export const contribution = (n: number): string => `${400_000 + n * 500}.00`;

export const initialPayment: Step = {
  path: '/payments',
  role: 'caseworker',
  day: 14,
  time: '12:00',
  body: (facts) => ({ amount: contribution(facts.n), paidOn: facts.date, reference: number('PAY', facts) }),
};
