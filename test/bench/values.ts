import { isDate } from '@app/domain';

/** A whole number from 1 on. Throws where the option says anything else. */
export const atLeastOne = (option: string, text: string): number => {
  const value = /^\d+$/.test(text) ? Number(text) : 0;
  if (value < 1 || !Number.isSafeInteger(value)) throw new Error(`--${option} must be a whole number from 1 on`);
  return value;
};

/** A date that exists, `YYYY-MM-DD`. */
export const date = (option: string, text: string): string => {
  if (!isDate(text)) throw new Error(`--${option} must be a date, YYYY-MM-DD`);
  return text;
};
