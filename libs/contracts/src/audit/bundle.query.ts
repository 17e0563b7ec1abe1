import { QueryNumberField } from '../http/fields/formats.js';
import { TextField } from '../http/fields/values.js';
import { SpokenUnmaskQuery } from '../http/unmask.query.js';
import { maxRevision } from './audit.query.js';

/** What an evidence bundle holds: up to which event, in which language its page speaks, and what it does not show. */
export class BundleQuery extends SpokenUnmaskQuery {
  @QueryNumberField({
    min: 0,
    max: maxRevision,
    optional: true,
    about: 'The last revision that it holds. Absent: all that is recorded.',
  })
  readonly until?: number;

  @TextField({
    max: 2000,
    optional: true,
    about:
      'What is not shown, by commas: JSON Pointers of values in the data of events (`/applicant`, `/familyMembers/0`), and ids of keys, each of which seals the values of one person or of one stream. The proofs stand without them.',
  })
  readonly without?: string;
}
