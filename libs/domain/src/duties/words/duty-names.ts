import type { Language } from '../../language.js';
import type { Duty } from '../duty.js';
import { dutyKey } from '../duty.js';
import { dutiesInKazakh } from './kk.js';
import { dutiesInRussian } from './ru.js';

type Named = Pick<Duty<string>, 'rule' | 'instance' | 'duty'>;

/** What is to be done, in a language: the words in which the explanation of its date says it. */
export const dutyIn = (language: Language, duty: Named): string => {
  if (language === 'en') return duty.duty;
  const own = statedAsDone[duty.rule]?.[language];
  if (own !== undefined) return own;
  const words = language === 'ru' ? dutiesInRussian : dutiesInKazakh;
  const found = words[dutyKey(duty)] ?? words[duty.rule] ?? duty.duty;
  const named = language === 'ru' ? found : asNoun(found);
  const number = duty.instance ? ` № ${duty.instance}` : '';
  return `${named}${number}`;
};

/** Kazakh says what must be done by a verb that is turned towards it (`тіркеуге`); by itself it is called `тіркеу`. */
const asNoun = (phrase: string): string => phrase.replaceAll(/([ую])(?:ға|ге)(?![а-яәғқңөұүһі])/g, '$1');

/** What the Order states as done, and not as a duty. */
const statedAsDone: Readonly<Record<string, Readonly<{ ru: string; kk: string }>>> = {
  'R-33': {
    ru: 'отказать в приеме заявления при неполном пакете документов или документах с истекшим сроком действия',
    kk: 'құжаттар топтамасы толық болмаса немесе құжаттардың мерзімі өтіп кетсе, өтінішті қабылдаудан бас тарту',
  },
};
