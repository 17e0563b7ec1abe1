import type { Tiyn } from '../case/case.types.js';
import type { Language } from '../language.js';
import { tengeFromTiyn } from './money.js';

/** An amount in a sentence: `1250000.00 tenge`, `1 250 000,00 тенге`. */
export const amountIn = (amount: Tiyn, language: Language): string => {
  const tenge = tengeFromTiyn(amount);
  if (language === 'en') return `${tenge} tenge`;
  // No line breaks within a number.
  const grouped = tenge.replaceAll(/\B(?=(?:\d{3})+\.)/g, '\u00A0').replace('.', ',');
  return `${grouped}\u00A0${language === 'ru' ? 'тенге' : 'теңге'}`;
};
