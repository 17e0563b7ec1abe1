import type { LocalDate } from '../case/case.types.js';
import { dayNumberOf, inWords, weekdayOf } from './day-number.js';

/** A day in English, e.g. `7 March 2025`. */
export const dayInEnglish = (date: LocalDate): string => inWords(date).replace(/^\w+ /, '');

/** A day in Russian, e.g. `7 марта 2025 года`. */
export const dayInRussian = (date: LocalDate): string =>
  `${dayOf(date)} ${russianMonths[monthOf(date)]} ${yearOf(date)} года`;

/** A day in Kazakh, e.g. `2025 жылғы 7 наурыз`. */
export const dayInKazakh = (date: LocalDate): string =>
  `${yearOf(date)} жылғы ${dayOf(date)} ${kazakhMonths[monthOf(date)]?.[0]}`;

/** On a day in Kazakh, e.g. `2025 жылғы 7 наурызда`. */
export const onDayInKazakh = (date: LocalDate): string => `${dayInKazakh(date)}${kazakhMonths[monthOf(date)]?.[1]}`;

/** The same with the day of the week: `пятница, 7 марта 2025 года`. */
export const inRussian = (date: LocalDate): string => `${russianWeekdays[weekday(date)]}, ${dayInRussian(date)}`;

/** The same with the day of the week: `2025 жылғы 7 наурыз, жұма`. */
export const inKazakh = (date: LocalDate): string => `${dayInKazakh(date)}, ${kazakhWeekdays[weekday(date)]}`;

const yearOf = (date: LocalDate): string => date.slice(0, 4);
const monthOf = (date: LocalDate): number => Number(date.slice(5, 7)) - 1;
const dayOf = (date: LocalDate): number => Number(date.slice(8));
const weekday = (date: LocalDate): number => weekdayOf(dayNumberOf(date));

const russianWeekdays = ['воскресенье', 'понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота'] as const;

const russianMonths = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
] as const;

const kazakhWeekdays = ['жексенбі', 'дүйсенбі', 'сейсенбі', 'сәрсенбі', 'бейсенбі', 'жұма', 'сенбі'] as const;

/** Each month, and the ending that says on a day of it: by the vowels and the last sound of its name. */
const kazakhMonths = [
  ['қаңтар', 'да'],
  ['ақпан', 'да'],
  ['наурыз', 'да'],
  ['сәуір', 'де'],
  ['мамыр', 'да'],
  ['маусым', 'да'],
  ['шілде', 'де'],
  ['тамыз', 'да'],
  ['қыркүйек', 'те'],
  ['қазан', 'да'],
  ['қараша', 'да'],
  ['желтоқсан', 'да'],
] as const;
