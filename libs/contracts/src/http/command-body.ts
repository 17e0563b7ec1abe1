import { PastInstantField } from './fields/formats.js';

/** What every body of a command may carry. */
export class CommandBody {
  @PastInstantField({ optional: true, about: 'When it happened, where that was not now.' })
  readonly effectiveAt?: string | null;
}
