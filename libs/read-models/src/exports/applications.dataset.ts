import { caseId, count, moments, place, text } from './cells.js';
import { logDataset } from './log-dataset.js';

/** What was filed, where, by which way, and until when it was promised (paras 3-6). */
export const applications = logDataset({
  name: 'applications',
  about: 'Every application as it was filed: office, channel, form, route, the day of acceptance and what it started.',
  streams: ['case-'],
  types: ['ApplicationSubmitted'],
  columns: [
    ...place,
    caseId,
    text('officeId', 'The office of the provider.'),
    text('rulebook', 'The edition of the Rules that it is pinned to.'),
    text('channel', 'STATE_CORPORATION or PORTAL.'),
    text('medium', 'ELECTRONIC or PAPER.'),
    text('form', 'GRATUITOUS or REDEMPTION.'),
    text('route', 'COMMUNAL, COMMUNAL_ENTITY or REPUBLICAN_ENTITY.'),
    text('paymentMode', 'SINGLE, INSTALMENTS or NONE.', 'payment.mode'),
    text('acceptedOn', 'The day of acceptance (para 4).'),
    text('registrationDue', 'Until when it was to be registered.'),
    text('resultDue', 'Until when it was to be decided.'),
    count('adultsWithoutConsent', 'Adult family members who had not signed at filing.'),
    ...moments,
  ],
});
