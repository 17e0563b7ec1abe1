import { refuse } from '../refusals/refuse.js';
import { holdsIin } from './iin.js';

/** Throws `iin-in-clear` where a value that is written in clear holds an IIN, with the field that it stands in. */
export const assertNoIin = (field: string, text: string): void => {
  if (holdsIin(text)) throw refuse('iin-in-clear', { field });
};
