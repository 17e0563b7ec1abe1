import type { RefusalCatalogue } from './refusal-catalogue.js';

/** The dwelling. */
export const dwellingRefusals = {
  'dwelling-claimed': { rule: 'A25', message: 'Another active application holds this dwelling (a guard of ours).' },
} as const satisfies RefusalCatalogue;
