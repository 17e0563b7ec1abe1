import { caseId, moments, money, place, text } from './cells.js';
import { logDataset } from './log-dataset.js';

/** What was paid for dwellings, and what stayed open (para 8). */
export const payments = logDataset({
  name: 'payments',
  about: 'Every payment for a dwelling to the local budget, in tenge.',
  streams: ['case-'],
  types: ['PaymentReceived'],
  columns: [
    ...place,
    caseId,
    money('amount', 'What was paid.'),
    text('paidOn', 'The day of the payment.'),
    money('outstanding', 'What was still to be paid after it, as known when it was entered.'),
    money('overpaid', 'What was paid too much after it.'),
    ...moments,
  ],
});
