import { looksLikeIin } from '@app/application';
import { isNumberField, type InvalidField } from '@app/contracts';

/** The parameters of an address in which an IIN stands, in whatever signs: addresses end in the logs of everybody between here and the caller. */
export const iinsInAddress = (shape: new () => object, query: unknown): readonly InvalidField[] =>
  Object.entries(query ?? {})
    .filter(([name, value]) => typeof value === 'string' && !isNumberField(shape, name) && looksLikeIin(value))
    .map(([path]) => ({ path, message }));

const message =
  'must hold no IIN, as addresses end in logs: look for cases by POST /api/v1/cases/search, for who looked by POST /api/v1/audit/access/search';
