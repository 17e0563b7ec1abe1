import { caseId, complaintId, moments, place, textOr } from './cells.js';
import { logDataset } from './log-dataset.js';

/** Every event of cases, complaints and the calendar by its place, time and hash: whether anything is missing, and how long what took. */
export const events = logDataset({
  name: 'events',
  about: 'Every event of cases, complaints and the calendar: its place, type, time and hash; nothing of what it says.',
  // The name of a dwelling's stream leads to an address.
  streams: ['case-', 'complaint-', 'calendar-'],
  types: null,
  columns: [
    ...place,
    { name: 'stream', about: 'The stream that it is of.', of: ({ stream }) => stream },
    { name: 'revision', about: 'Its number in the stream, from 0.', of: ({ revision }) => revision },
    { name: 'type', about: 'What happened.', of: ({ type }) => type },
    caseId,
    complaintId,
    { name: 'office', about: 'The office that it was recorded by.', of: ({ metadata }) => textOr(metadata.office) },
    ...moments,
    {
      name: 'rulebook',
      about: 'The edition of the Rules that it was decided by.',
      of: ({ metadata }) => textOr(metadata.rulebook),
    },
    {
      name: 'schema',
      about: 'The version of the shape that it was written in.',
      of: ({ metadata: { schema } }) => (Number.isSafeInteger(schema) ? schema : null),
    },
    {
      name: 'prevHash',
      about: 'The hash of the event before it in the stream.',
      of: ({ metadata }) => textOr(metadata.prevHash),
    },
    { name: 'hash', about: 'Its own hash.', of: ({ metadata }) => textOr(metadata.hash) },
  ],
});
