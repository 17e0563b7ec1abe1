import { say } from '../../calendar/say.js';
import type { LocalDate } from '../../case/case.types.js';
import type { DutyMissed } from '../../case/events/closing.events.js';
import type { Spoken, Telling } from '../../event-words.js';
import type { Language } from '../../language.js';
import { dutyKey } from '../duty.js';
import { paragraphInEnglish } from './en.js';
import { paragraphInKazakh } from './kk.js';
import { dutyIn } from './label.js';
import { paragraphInRussian } from './ru.js';

const { en, ru, kk } = say;

/** What is said of a duty that was not kept in time, of a case or of a complaint. */
export const dutyMissedWords: Telling<DutyMissed['data']> = {
  called: { en: 'Duty missed', ru: 'Обязанность не исполнена в срок', kk: 'Міндет мерзімінде орындалмады' },
  en: ({ rule, instance, paragraph, due }) =>
    `Duty under ${dutyKey({ rule, instance })} (${paragraphInEnglish(paragraph)}) missed: it was due ${en.on(due)}`,
  ru: (missed) =>
    `Обязанность не исполнена в срок: ${whatIn(missed, 'ru')} (${dutyKey(missed)}, ${paragraphInRussian(missed.paragraph)}); последний день — ${ru.day(missed.due)}`,
  kk: (missed) =>
    `Міндет мерзімінде орындалмады: ${whatIn(missed, 'kk')} (${dutyKey(missed)}, ${paragraphInKazakh(missed.paragraph)}); соңғы күні — ${kk.day(missed.due)}`,
};

/** What is known by now of a duty that was recorded as missed. */
export type FoundOfMissed = Readonly<{
  foundKeptOn: LocalDate | null;
  foundDueOn: LocalDate | null;
  foundNotOwed: boolean;
}>;

/** What is added to the words of a missed duty by what is known by now; empty where that is nothing. */
export const foundInWords = ({ foundKeptOn, foundDueOn, foundNotOwed }: FoundOfMissed): Spoken => {
  if (foundKeptOn !== null)
    return {
      en: `; found kept ${en.on(foundKeptOn)}`,
      ru: `; установлено: исполнена ${ru.on(foundKeptOn)}`,
      kk: `; анықталды: ${kk.on(foundKeptOn)} орындалған`,
    };
  if (foundDueOn !== null)
    return {
      en: `; found due ${en.on(foundDueOn)} instead`,
      ru: `; установлено: последний день — ${ru.day(foundDueOn)}`,
      kk: `; анықталды: соңғы күні — ${kk.day(foundDueOn)}`,
    };
  return foundNotOwed
    ? { en: '; found not owed', ru: '; установлено: обязанности не было', kk: '; анықталды: міндет болмаған' }
    : { en: '', ru: '', kk: '' };
};

/** An event names the duty by its rule alone. */
const whatIn = ({ rule, instance }: DutyMissed['data'], language: Language): string =>
  dutyIn({ rule, instance, duty: rule }, language);
