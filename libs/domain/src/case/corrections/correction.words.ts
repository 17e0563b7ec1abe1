import { isDate } from '../../calendar/day-number.js';
import { say } from '../../calendar/say.js';
import { type Spoken, type Telling, unknown } from '../../event-words.js';
import type { Language } from '../../language.js';
import { amountIn } from '../../money/money-in-words.js';
import type { LocalDate } from '../case.types.js';
import type { CorrectedValue, RecordedValue } from '../../corrections/corrected-value.js';
import { fieldWords } from './field.words.js';

type Called<Event extends string> = (event: Event) => Spoken;

/** What a correction of a case or of a complaint sets right. */
type Corrected<Event extends string> = Readonly<{
  values: readonly CorrectedValue<Event>[];
  date?: Readonly<{ fact: Event; was: LocalDate; is: LocalDate }> | null;
}>;

/** What is said of a correction, which names other events. Days and amounts are told; texts may name a person. */
export const correctionWords = <Event extends string>(called: Called<Event>): Telling<Corrected<Event>> => {
  const tell = ({ date = null, values }: Corrected<Event>, language: Language): string => {
    const days: readonly Part<Event>[] = date === null ? [] : [dayOf<Event>(date)];
    const parts = values.length > 0 ? valuesIn(values) : days;
    const told = parts.map(({ event, field, was, is }) =>
      forms[language]({
        event: called(event)[language],
        field: field[language],
        was: valueIn(was, language),
        is: valueIn(is, language),
      }),
    );
    return [recorded[language], told.join('; ')].filter(Boolean).join(': ');
  };
  return {
    called: { en: 'Correction recorded', ru: 'Запись исправлена', kk: 'Жазба түзетілді' },
    en: (data) => tell(data, 'en'),
    ru: (data) => tell(data, 'ru'),
    kk: (data) => tell(data, 'kk'),
  };
};

const recorded: Spoken = { en: 'Record corrected', ru: 'Запись исправлена', kk: 'Жазба түзетілді' };

/** A value that was wrong and the right one; of texts neither is told. */
type Part<Event extends string> = Readonly<{ event: Event; field: Spoken; was: RecordedValue; is: RecordedValue }>;

const dayOf = <Event extends string>({ fact, was, is }: NonNullable<Corrected<Event>['date']>): Part<Event> => ({
  event: fact,
  field: { en: 'the day', ru: 'день', kk: 'күні' },
  was,
  is,
});

/** The moment goes with the day where that is set right, and is not told by itself. */
const valuesIn = <Event extends string>(values: readonly CorrectedValue<Event>[]): readonly Part<Event>[] =>
  values
    .filter(({ field }) => values.length === 1 || field !== 'at')
    .map(({ event, field, was, is }) => {
      const name = field.split('.').at(-1) ?? field;
      const words = fieldWords[name] ?? unknown(name);
      // Days that are counted are no amount.
      const told = (value: RecordedValue): RecordedValue => (name === 'workingDays' ? String(value) : value);
      const isTold = (typeof was === 'number' && typeof is === 'number') || [was, is].every((one) => isDay(one));
      return { event, field: words, was: isTold ? told(was) : null, is: isTold ? told(is) : null };
    });

const isDay = (value: RecordedValue): value is string => typeof value === 'string' && isDate(value);

const valueIn = (value: RecordedValue, language: Language): string | null => {
  if (typeof value === 'number') return amountIn(value, language);
  return isDay(value) ? say[language].day(value) : value;
};

type Told = Readonly<{ event: string; field: string; was: string | null; is: string | null }>;

const forms: Readonly<Record<Language, (told: Told) => string>> = {
  en: ({ event, field, was, is }) =>
    `${field} of "${event.toLowerCase()}"${is === null ? '' : ` is ${is}, not ${was}`}`,
  ru: ({ event, field, was, is }) => `«${event}», ${field}${is === null ? '' : ` — ${is} (было: ${was})`}`,
  kk: ({ event, field, was, is }) => `«${event}», ${field}${is === null ? '' : ` — ${is} (бұрын: ${was})`}`,
};
