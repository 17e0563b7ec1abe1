import { number, type Step } from './steps.js';

/** From the akim's petition to the deed that both sides have signed (para 9(3)). */
export const transfer: readonly Step[] = [
  {
    path: '/petition',
    role: 'property-officer',
    day: 11,
    time: '10:00',
    body: (facts) => ({ petitionNumber: number('PET', facts), akim: 'Akim of the sample region' }),
  },
  {
    path: '/industry-consent',
    role: 'property-officer',
    day: 12,
    time: '11:00',
    body: (facts) => ({ consentNumber: number('CON', facts), body: 'Sample committee of the industry' }),
  },
  {
    path: '/state-property-decision',
    role: 'property-officer',
    day: 14,
    time: '15:00',
    body: (facts) => ({ decisionNumber: number('SPD', facts), body: 'Sample committee for state property' }),
  },
  {
    path: '/transfer-deed/signatures',
    role: 'property-officer',
    day: 15,
    time: '10:00',
    body: () => ({ side: 'TRANSFERRING', signedBy: 'Official of the sample entity' }),
  },
  {
    path: '/transfer-deed/signatures',
    role: 'communal-property-officer',
    day: 15,
    time: '12:00',
    body: () => ({ side: 'RECEIVING', signedBy: 'Official of the sample akimat' }),
  },
];
