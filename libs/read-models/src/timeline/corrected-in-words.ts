import { type CorrectedValue, writtenValue } from '@app/domain';

/** What a correction sets right: days and numbers are told; texts may name a person. */
export const valuesInWords = (values: readonly CorrectedValue[]): string =>
  values
    .filter(({ field }) => values.length === 1 || field !== 'at')
    .map((value) => {
      const { event, field, was, is } = value;
      const what = `${field} of "${inWords(event)}"`;
      if (typeof was === 'number' && typeof is === 'number') {
        const unit = field === 'workingDays' ? '' : ' tenge';
        return `${what} is ${writtenValue(value, is)}${unit}, not ${writtenValue(value, was)}`;
      }
      const isDay = [was, is].every((one) => /^\d{4}-\d{2}-\d{2}$/.test(String(one)));
      return isDay ? `${what} is ${is}, not ${was}` : what;
    })
    .join('; ');

/** `ApplicationRegistered` as "application registered". */
export const inWords = (type: string): string => type.replaceAll(/(?<!^)[A-Z]/g, ' $&').toLowerCase();
