import type { Language } from './languages.js';

/** Days, moments and amounts in the form of a language. Browsers know no names of Kazakh months, so they stand here. */

type Names = Readonly<{ months: readonly string[]; short: readonly string[]; weekdays: readonly string[] }>;

const names: Readonly<Record<Language, Names>> = {
  kk: {
    months: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' '),
    short: 'қаң ақп нау сәу мам мау шіл там қыр қаз қар жел'.split(' '),
    weekdays: 'дс сс ср бс жм сб жс'.split(' '),
  },
  ru: {
    months: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
    short: 'янв фев мар апр мая июн июл авг сен окт ноя дек'.split(' '),
    weekdays: 'пн вт ср чт пт сб вс'.split(' '),
  },
  en: {
    months: 'January February March April May June July August September October November December'.split(' '),
    short: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
    weekdays: 'Mon Tue Wed Thu Fri Sat Sun'.split(' '),
  },
};

const dayMs = 86_400_000;
const partsOf = (date: string): Readonly<{ year: number; month: number; day: number }> => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return { year, month, day };
};
const timeOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** 0 is Monday. */
export const weekdayOf = (date: string): number => (new Date(timeOf(date)).getUTCDay() + 6) % 7;

/** The date so many days later. */
export const addDays = (date: string, days: number): string =>
  new Date(timeOf(date) + days * dayMs).toISOString().slice(0, 10);

/** How many days lie between two dates; negative where the second is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((timeOf(to) - timeOf(from)) / dayMs);

/** `21 Dec`, `21 дек`, `21 жел`. */
export const shortDay = (date: string, language: Language): string => {
  const { month, day } = partsOf(date);
  return `${day} ${names[language].short[month - 1]}`;
};

/** The same, with its year where that is not the year of `today`. */
export const nearDay = (date: string, language: Language, today: string): string =>
  date.slice(0, 4) === today.slice(0, 4) ? shortDay(date, language) : `${shortDay(date, language)} ${date.slice(0, 4)}`;

/** `Mon, 21 December 2026`, `пн, 21 декабря 2026 г.`, `2026 жылғы 21 желтоқсан, дс`. */
export const wholeDay = (date: string, language: Language): string => {
  const { year, month, day } = partsOf(date);
  const { months, weekdays } = names[language];
  const [name, weekday] = [months[month - 1], weekdays[weekdayOf(date)]];
  if (language === 'kk') return `${year} жылғы ${day} ${name}, ${weekday}`;
  return `${weekday}, ${day} ${name} ${year}${language === 'ru' ? ' г.' : ''}`;
};

/** Date and time of an instant in a zone: `2026-12-21`, `09:05`. */
export const inZone = (instant: string, zone: string): Readonly<{ date: string; time: string }> => {
  const form = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const [date = '', time = ''] = form.format(new Date(instant)).split(' ');
  return { date, time };
};

/** `21 Dec, 09:05` in the zone of the office. */
export const moment = (instant: string, zone: string, language: Language, today: string): string => {
  const { date, time } = inZone(instant, zone);
  return `${nearDay(date, language, today)}, ${time}`;
};

/** A time of the clock in a zone (`2026-12-21T09:05`) with its offset: `2026-12-21T09:05:00+05:00`; what is none stays as it is. */
export const instantIn = (local: string, zone: string): string => {
  const asUtc = Date.parse(`${local.slice(0, 16)}Z`);
  if (Number.isNaN(asUtc)) return local;
  const { date, time } = inZone(new Date(asUtc).toISOString(), zone);
  const minutes = Math.round((Date.parse(`${date}T${time}Z`) - asUtc) / 60_000);
  const two = (figure: number): string => String(Math.abs(Math.trunc(figure))).padStart(2, '0');
  return `${local.slice(0, 16)}:00${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
};

const narrow = '\u00a0';

/** Tenge with its sign, from the text that the contract has: `1 250 000,50 ₸`, in English `1,250,000.50 ₸`. Tiyns that are none are left out. */
export const tenge = (amount: string, language: Language): string => {
  const [whole = '0', part = '00'] = amount.split('.');
  const english = language === 'en';
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, english ? ',' : narrow);
  return `${grouped}${part === '00' ? '' : `${english ? '.' : ','}${part}`}${narrow}₸`;
};
