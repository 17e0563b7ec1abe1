import { eds, members, number, type Step } from './steps.js';

const grounds = {
  ground: 'NOT_COMPLIANT',
  facts: 'The tenancy agreement was concluded for the time of service only.',
  reasons: 'A dwelling let for the time of service is not subject to privatization.',
};

/** The executor has remarks on the documents. */
export const remarks: Step = {
  path: '/remarks',
  role: 'caseworker',
  day: 4,
  time: '10:00',
  body: () => ({ remarks: [{ documentType: 'D3', text: 'The agreement ends with the service.' }] }),
};

/** The recipient is told of the preliminary refusal, objects, and is heard. */
export const hearing: readonly Step[] = [
  {
    path: '/preliminary-refusal',
    role: 'caseworker',
    day: 5,
    time: '12:00',
    body: ({ on }) => ({
      ...grounds,
      hearing: { at: on(8, '11:00'), place: 'Almaty, Sample street 1, room 204' },
      receivedAt: on(5, '15:00'),
    }),
  },
  {
    path: '/objections',
    role: 'portal',
    day: 6,
    time: '10:00',
    body: () => ({ text: 'The agreement was prolonged without a term.', medium: 'ELECTRONIC' }),
  },
  {
    path: '/hearing',
    role: 'commission-secretary',
    day: 8,
    time: '12:00',
    body: ({ on }) => ({
      appeared: true,
      minutes: {
        startedAt: on(8, '11:00'),
        endedAt: on(8, '11:40'),
        place: 'Almaty, Sample street 1, room 204',
        body: 'Housing department',
        official: 'Commissioner 1',
        secretary: 'Commissioner 2',
        participants: ['The applicant'],
        question: 'Whether the dwelling may be privatized.',
        explanations: 'The applicant showed the prolonged agreement.',
        signedByChair: true,
        signedBySecretary: true,
      },
    }),
  },
];

/** The commission refuses with reasons, the head signs, and the refusal goes to the personal account. */
export const refusal: readonly Step[] = [
  {
    path: '/decision',
    role: 'commission-secretary',
    day: 10,
    time: '15:00',
    body: () => ({ outcome: 'REFUSE', votes: members.map((memberId) => ({ memberId, vote: 'FOR' })), ...grounds }),
  },
  {
    path: '/decision/signature',
    role: 'provider-head',
    day: 10,
    time: '17:00',
    body: (facts) => ({ decisionNumber: number('DEC', facts), eds: eds(facts, '5e9d01') }),
  },
  {
    path: '/results',
    role: 'provider-head',
    day: 11,
    time: '10:00',
    body: (facts) => ({ result: 'REFUSAL', channel: 'PORTAL', issuedTo: 'RECIPIENT', eds: eds(facts, '5e9d01') }),
  },
];
