import { tengeFromTiyn } from '../money/money.js';
import type { CorrectedValue, RecordedValue } from './corrected-value.js';
import { kindOf } from './entries.js';

/** A value of an entry as people write it, amounts in tenge: what `valueOf` reads. */
export const writtenValue = (
  { event, field }: Pick<CorrectedValue, 'event' | 'field'>,
  value: RecordedValue,
): string | null => {
  if (typeof value !== 'number') return value;
  // Instalments follow from a price, and are set right with it alone.
  return kindOf(event, field) === 'WORKING_DAYS' ? String(value) : tengeFromTiyn(value);
};
