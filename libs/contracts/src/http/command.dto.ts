import { PastInstantField } from './fields/formats.js';

/** What every body of a command may carry. */
export class CommandBody {
  @PastInstantField({
    optional: true,
    about: 'The instant at which it happened. It may not lie in the future. Absent: now.',
  })
  readonly effectiveAt?: string | null;
}
