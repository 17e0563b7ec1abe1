import type { LocalDate } from '../../case/case.types.js';
import type { Language } from '../../language.js';
import { english } from './en.js';
import { kazakh } from './kk.js';
import { russian } from './ru.js';

/** A day in words of a language, with its weekday. */
export const dayIn = (language: Language, day: LocalDate): string =>
  ({ en: english, ru: russian, kk: kazakh })[language].date(day);
